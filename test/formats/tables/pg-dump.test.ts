import { deflateSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { ItemError } from '../../../src/core/problem.ts'
import { pgDump } from '../../../src/formats/tables/pg-dump.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { type Read, read } from '../reading.ts'

const number = (value: number) => {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt8(value < 0 ? 1 : 0)
  bytes.writeUInt32LE(Math.abs(value), 1)
  return bytes
}
const text = (value: string | undefined) =>
  value === undefined ? number(-1) : Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)])

interface Entry {
  readonly definition?: string
  readonly copy?: string
}

function entryOf(id: number, { definition = '', copy = '' }: Entry, minor: number): Buffer {
  return Buffer.concat([
    number(id),
    number(1),
    ...['0', '0', 'tag', 'TABLE'].map(text),
    ...(minor >= 11 ? [number(2)] : []),
    ...[definition, 'DROP', copy, 'public', undefined, ...(minor >= 14 ? ['heap'] : [])].map(text),
    ...(minor >= 16 ? [number(114)] : []),
    ...['postgres', 'false', '7', undefined].map(text),
    Buffer.alloc(9),
  ])
}

/** A dump as version 1.`minor` of the format has it; `packing` 0 none, 1 zlib, 3 Zstandard. */
function dump(entries: readonly Entry[], blocks: readonly Buffer[], minor = 14, packing = 1): Buffer {
  return Buffer.concat([
    Buffer.from('PGDMP'),
    Buffer.from([1, minor, 0, 4, 8, 1]),
    minor >= 15 ? Buffer.from([packing]) : number(packing === 0 ? 0 : -1),
    ...[1, 2, 3, 4, 5, 124, 0].map(number),
    ...['clinic', '16.1', '16.1'].map(text),
    number(entries.length),
    ...entries.map((entry, at) => entryOf(at + 1, entry, minor)),
    ...blocks,
  ])
}

/** A table's data in chunks of at most so many bytes. */
function block(id: number, bytes: Buffer, chunk = 20): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = bytes.subarray(at, at + chunk)
    pieces.push(number(piece.length), piece)
  }
  return Buffer.concat([Buffer.from([1]), number(id), ...pieces, number(0)])
}

const entries: readonly Entry[] = [
  { definition: 'CREATE TABLE public.patients (\n    id integer,\n    name text\n);\n' },
  { copy: 'COPY public.patients (id, name) FROM stdin;\n' },
  { copy: 'COPY public.notes (note) FROM stdin;\n' },
]
const patients = Buffer.from('1\tZoë Quill\n2\t\\N\n\\.\n\n\n')
const notes = Buffer.from('a\\tb\n\\.\n\n\n')
const objects = Buffer.concat([
  Buffer.from([3]),
  number(9),
  number(4),
  number(2),
  Buffer.from('xy'),
  number(0),
  number(0),
])

const packed = dump(entries, [block(2, deflateSync(patients)), block(3, deflateSync(notes))])

formatContract(pgDump, [{ name: 'two tables', bytes: packed, mediaType: 'application/x-pgdump' }], {
  streamed: true,
})

const tablesOf = ({ extracts }: Read) =>
  extracts.flatMap((one) => (one.what === 'rows' && one.rows.length > 0 ? [[one.table, one.columns, one.rows]] : []))

const people = [
  ['1', 'Zoë Quill'],
  ['2', null],
]
const expected = [
  ['patients', ['id', 'name'], people],
  ['notes', ['note'], [['a\tb']]],
]

describe("pg_dump's own format", () => {
  it.each([
    ['1.10', dump(entries, [block(2, deflateSync(patients)), block(3, deflateSync(notes))], 10)],
    ['1.14', packed],
    ['1.14, not packed', dump(entries, [block(2, patients), block(3, notes)], 14, 0)],
    ['1.15', dump(entries, [block(2, deflateSync(patients)), block(3, deflateSync(notes))], 15)],
    [
      '1.16 by Zstandard',
      dump(entries, [block(2, zstdCompressSync(patients)), block(3, zstdCompressSync(notes))], 16, 3),
    ],
  ])('gives the rows of each table: version %s', async (_version, bytes) => {
    const found = await read(pgDump, bytes)
    expect(found.gaps).toEqual([])
    expect(tablesOf(found)).toEqual(expected)
    expect(found.text.text).toContain('CREATE TABLE public.patients')
  })

  it('says where large objects are, and what follows them is read', async () => {
    const found = await read(pgDump, dump(entries, [objects, block(2, deflateSync(patients))]))
    expect(found.gaps).toEqual(['unsupported_type'])
    expect(tablesOf(found)).toEqual(expected.slice(0, 1))
  })

  it.each([
    ['cut off', packed.subarray(0, -12), 'truncated'],
    ['of an unknown version', dump(entries, [], 17), 'unsupported_type'],
    ['packed by LZ4', dump(entries, [block(2, patients)], 16, 2), 'unsupported_type'],
  ])('is on record where it is %s', async (_what, bytes, cause) => {
    const causes = await read(pgDump, bytes).then(
      ({ gaps }) => gaps,
      (error: unknown) => (error instanceof ItemError ? [error.code] : []),
    )
    expect(causes).toContain(cause)
  })

  it('stops where its data expand too much', async () => {
    const bomb = dump(entries, [block(2, deflateSync(Buffer.alloc(2 ** 22, '1\tx\n')), 2 ** 16)])
    const found = await read(pgDump, bomb, { ...defaultLimits, expandedBytes: 2 ** 16, expansionRatio: 2 })
    expect(found.gaps).toContain('expansion_ratio')
  })
})
