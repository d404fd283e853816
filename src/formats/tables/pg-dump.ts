import { StringDecoder } from 'node:string_decoder'
import { createInflate, createZstdDecompress } from 'node:zlib'
import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { expandedBy, expandedPieceBytes } from '../archives/stream.ts'
import { createSegmentWriter } from '../text-stream.ts'
import { type BytesInOrder, bytesInOrder } from './bytes-in-order.ts'
import { type DumpHead, type DumpValues, type Packing, readHead } from './pg-dump-entries.ts'
import { createSqlReader } from './sql-reader.ts'
import { createOpenTables } from './sql-tables.ts'

const mediaType = 'application/x-pgdump'
const signature = Buffer.from('PGDMP')

/** Characters at the end of a table's data in which their end mark is looked for. */
const tailCharacters = 16

/** Bytes of a chunk that are looked at at once. */
const pieceBytes = 1 << 16

/** Databases as `pg_dump -Fc` writes them: the statements and rows that `pg_restore` would make of them. */
export const pgDump: Format = Object.freeze({
  id: 'pg-dump',
  title: "PostgreSQL dump (pg_dump's own format)",
  medium: 'table',
  mediaTypes: Object.freeze({ [mediaType]: ['dump', 'backup', 'pgdump'] }),
  recognizes: ({ bytes }) => (signature.equals(bytes.subarray(0, signature.length)) ? mediaType : undefined),
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const bytes = bytesInOrder(reader)
  const { head, values } = await readHead(bytes)
  const writer = createSegmentWriter(limits.segmentCharacters)
  const tables = createOpenTables()
  const handler = { row: tables.add, created: tables.create, text: writer.add }
  const statements = createSqlReader(handler, { hasBackslashes: false }, limits.cellCharacters)
  const value = head.database.slice(0, limits.metadataCharacters)
  yield { what: 'metadata', name: 'DatabaseName', value, personal: true }
  try {
    for await (const piece of statementsOf(bytes, head, values, reader.size, limits)) {
      if (typeof piece !== 'string') {
        yield piece
        continue
      }
      statements.write(piece)
      yield* tables.take(false)
      yield* writer.take(false)
    }
  } finally {
    statements.end()
  }
  yield* tables.take(true)
  yield* writer.take(true)
  if (statements.faults.cut)
    yield { what: 'gap', cause: 'too_large', message: 'a statement was too long and was read as text' }
}

/** The dump as the statements that it stands for, in pieces; a fault of its data comes behind what could be read. */
async function* statementsOf(
  bytes: BytesInOrder,
  { packing, entries }: DumpHead,
  values: DumpValues,
  size: number,
  limits: Limits,
): AsyncGenerator<string | Extract, void, undefined> {
  for (const { definition } of entries.values()) if (definition !== '') yield `${definition}\n`
  let left = Math.max(limits.expandedBytes, size * limits.expansionRatio)
  let hasObjects = false
  try {
    while (bytes.left > 0) {
      const type = await values.byte()
      const entry = entries.get(await values.number())
      if (type !== 1 && type !== 3) throw new ItemError('malformed', 'data of an unknown kind')
      if (type === 3 || !entry?.copy) {
        hasObjects ||= type === 3
        await skip(bytes, values, type === 3)
        continue
      }
      yield entry.copy
      const decoder = new StringDecoder('utf8')
      let tail = '\n'
      for await (const piece of expanded(chunksOf(bytes, values), packing)) {
        left -= piece.length
        if (left < 0) throw new ItemError('expansion_ratio', 'its data are many times larger than the file')
        const text = decoder.write(Buffer.from(piece))
        tail = (tail + text).slice(-tailCharacters)
        yield text
      }
      // The data end with the mark themselves, unless they were cut off.
      if (!/\n\\\.\s*$/.test(tail)) yield '\n\\.\n'
    }
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    yield { what: 'gap', cause: error.code, message: error.message }
  }
  if (hasObjects)
    yield { what: 'gap', cause: 'unsupported_type', message: 'large objects of the database were not read' }
}

function expanded(chunks: AsyncIterable<Uint8Array>, packing: Packing): AsyncIterable<Uint8Array> {
  if (packing === 'none') return chunks
  if (packing === 'lz4') throw new ItemError('unsupported_type', 'its data are packed by LZ4')
  const flow = packing === 'gzip' ? createInflate : createZstdDecompress
  return expandedBy(flow({ chunkSize: expandedPieceBytes }), chunks)
}

/** The bytes of one table's data: chunks of which the last is empty. */
async function* chunksOf(bytes: BytesInOrder, values: DumpValues): AsyncGenerator<Uint8Array, void, undefined> {
  for (let length = await values.number(); length > 0; length = await values.number()) {
    // A copy: what was taken stands only until the next call.
    for (let at = 0; at < length; at += pieceBytes)
      yield Uint8Array.from(await bytes.take(Math.min(pieceBytes, length - at)))
  }
}

/** Passes over data; large objects come several in one block, each behind its number, the last behind a zero. */
async function skip(bytes: BytesInOrder, values: DumpValues, areObjects: boolean): Promise<void> {
  while (!areObjects || (await values.number()) !== 0) {
    for await (const _chunk of chunksOf(bytes, values));
    if (!areObjects) return
  }
}
