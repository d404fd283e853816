import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesReader } from '../../../src/core/reader.ts'
import { bzip2 } from '../../../src/formats/archives/bzip2.ts'
import { innerName } from '../../../src/formats/archives/compressed.ts'
import { gzip } from '../../../src/formats/archives/gzip.ts'
import { lzip, lzma } from '../../../src/formats/archives/lzma-files.ts'
import { expandedBy, piecesOf } from '../../../src/formats/archives/stream.ts'
import { xz } from '../../../src/formats/archives/xz.ts'
import { zstd } from '../../../src/formats/archives/zstd.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'
import { membersOf } from './member-list.ts'
import {
  bzip2Blocks,
  bzip2Runs,
  bzip2Text,
  bzip2Varied,
  code,
  varied as digits,
  lzipVaried,
  lzmaAlone,
  lzmaSized,
  runs,
  text,
  xzArm,
  xzBlocks,
  xzContexts,
  xzCrc32,
  xzFiltered,
  xzSha256,
  xzText,
} from './packed-fixtures.ts'

/** Bytes that hardly compress. */
function varied(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at)
  return bytes
}

/** A gzip file with all that its header may have (RFC 1952 §2.3). */
function gzipWith(name: string, comment = '', mtime = 1_714_979_290): Buffer {
  const plain = gzipSync(text)
  const header = Buffer.from(plain.subarray(0, 10))
  header[3] = 4 | 8 | (comment ? 16 : 0) | 2
  header.writeUInt32LE(mtime, 4)
  const extra = Buffer.from('\x06\0AB\x02\0xy', 'latin1')
  const names = Buffer.from(`${name}\0${comment ? `${comment}\0` : ''}`)
  return Buffer.concat([header, extra, names, Buffer.alloc(2), plain.subarray(10)])
}

formatContract(gzip, [
  { name: 'a text', bytes: gzipSync(text), mediaType: 'application/gzip' },
  { name: 'with a full header', bytes: gzipWith('letter.txt', 'a comment'), mediaType: 'application/gzip' },
])
formatContract(bzip2, [
  { name: 'a text', bytes: bzip2Text, mediaType: 'application/x-bzip2' },
  { name: 'digits', bytes: bzip2Varied, mediaType: 'application/x-bzip2' },
])
formatContract(xz, [
  { name: 'a text', bytes: xzText, mediaType: 'application/x-xz' },
  { name: 'digits', bytes: xzSha256, mediaType: 'application/x-xz' },
])
formatContract(lzma, [{ name: 'digits', bytes: lzmaAlone, mediaType: 'application/x-lzma' }])
formatContract(lzip, [{ name: 'digits', bytes: lzipVaried, mediaType: 'application/x-lzip' }])
formatContract(zstd, [{ name: 'a text', bytes: zstdCompressSync(text), mediaType: 'application/zstd' }])

describe.each([
  ['gzip', gzip, gzipSync],
  ['zstd', zstd, zstdCompressSync],
] as const)('%s', (_name, format, pack) => {
  it('holds one file', async () => {
    expect(await membersOf(format, pack(text))).toMatchObject({ members: [['content', text.slice(0, 200)]], gaps: [] })
  })

  it('goes on with what was put behind it', async () => {
    const { extracts } = await sizesOf(
      format,
      Buffer.concat([pack('one '), pack(''), pack('two '), pack(varied(3_000_000)), pack('!')]),
    )
    expect(extracts).toEqual([[3_000_009, undefined]])
  })

  it('keeps what stands before something else', async () => {
    expect(await membersOf(format, Buffer.concat([pack(text), Buffer.from('something else')]))).toMatchObject({
      members: [['content', text.slice(0, 200), 'malformed']],
      gaps: ['malformed'],
    })
  })

  it('keeps what stands before the end of a file that is cut off', async () => {
    const packed = pack(varied(2_000_000))
    const { extracts } = await sizesOf(format, packed.subarray(0, packed.length / 2))
    expect(extracts).toEqual([[expect.any(Number), 'truncated']])
    expect(extracts[0]?.[0]).toBeGreaterThan(500_000)
  })

  it('tells a bomb by what it expands to', async () => {
    const { extracts, gaps } = await sizesOf(format, pack(Buffer.alloc(48 * 2 ** 20)))
    expect(gaps).toEqual(['expansion_ratio'])
    expect(extracts).toEqual([[16 * 2 ** 20, 'expansion_ratio']])
  })

  it('reads one that is too large to hold in pieces, in any order', async () => {
    const bytes = varied(40 * 2 ** 20)
    const { readers } = await sizesOf(format, pack(bytes))
    const reader = readers[0]
    expect(reader?.size).toBe(bytes.length)
    for (const start of [bytes.length - 900, 0, 20 * 2 ** 20])
      expect(
        Buffer.compare((await reader?.read(start, 900)) ?? Buffer.alloc(0), bytes.subarray(start, start + 900)),
      ).toBe(0)
  })

  it('is cut at `memberBytes`', async () => {
    const packed = pack(varied(5_000))
    expect((await sizesOf(format, packed, { memberBytes: 5_000 })).extracts).toEqual([[5_000, undefined]])
    expect((await sizesOf(format, packed, { memberBytes: 4_999 })).gaps).toEqual(['too_large'])
  })
})

async function sizesOf(format: typeof gzip, bytes: Uint8Array, limits: Parameters<typeof read>[2] = {}) {
  const { extracts, gaps } = await read(format, bytes, limits)
  const children = extracts.filter((extract) => extract.what === 'child')
  return {
    extracts: children.map(({ reader, problem }) => [reader.size, problem?.cause] as const),
    readers: children.map(({ reader }) => reader),
    gaps,
  }
}

describe('gzip', () => {
  it('knows the name and the time of what it holds', async () => {
    expect(await membersOf(gzip, gzipWith('Brief an Jörg.txt'))).toMatchObject({
      members: [['Brief an Jörg.txt', text.slice(0, 200)]],
      times: ['2024-05-06T07:08:10.000Z'],
    })
  })

  it('takes zeros behind it for what a tape is filled up with', async () => {
    expect((await membersOf(gzip, Buffer.concat([gzipSync(text), Buffer.alloc(5_000)]))).gaps).toEqual([])
  })

  it('checks what it expanded', async () => {
    const packed = gzipSync(text)
    packed.writeUInt32LE(7, packed.length - 8)
    expect(await membersOf(gzip, packed)).toMatchObject({
      members: [['content', text.slice(0, 200), 'malformed']],
      gaps: ['malformed'],
    })
  })
})

describe('zstd', () => {
  it('skips what is to be skipped', async () => {
    const skipped = Buffer.concat([Buffer.from('502a4d1805000000', 'hex'), Buffer.from('notes')])
    expect(await membersOf(zstd, Buffer.concat([zstdCompressSync('a'), skipped, zstdCompressSync('b')]))).toMatchObject(
      {
        members: [['content', 'ab']],
        gaps: [],
      },
    )
  })

  it.each([
    ['a dictionary', '28b52ffd01580700000000', 'unsupported_type'],
    ['too much memory', '28b52ffd00a001000061', 'memory_limit'],
  ])('does not read what needs %s', async (_name, hex, cause) => {
    expect(await membersOf(zstd, Buffer.from(hex, 'hex'))).toMatchObject({
      members: [['content', cause]],
      gaps: [cause],
    })
  })
})

/** All that a compressed file holds, and the gaps. */
async function content(format: typeof gzip, bytes: Uint8Array): Promise<readonly [string, readonly string[]]> {
  const { extracts, gaps } = await read(format, bytes)
  const [child] = extracts
  if (child?.what !== 'child') return ['', gaps]
  return [Buffer.from(await child.reader.read(0, child.reader.size)).toString('latin1'), gaps]
}

describe('bzip2', () => {
  it.each([
    ['words', bzip2Text, text],
    ['digits', bzip2Varied, digits],
    ['several blocks', bzip2Blocks, text.repeat(150)],
    ['runs', bzip2Runs, runs.toString('latin1')],
    ['two files', Buffer.concat([bzip2Text, bzip2Varied]), text + digits],
    ['nothing', Buffer.from('425a683917724538509000000000', 'hex'), ''],
  ])('expands %s', async (_name, packed, whole) => {
    expect(await content(bzip2, packed)).toEqual([whole, []])
  })

  it('keeps whole blocks of a file that is cut off', async () => {
    const [start, gaps] = await content(bzip2, bzip2Blocks.subarray(0, 300))
    expect(gaps).toEqual(['truncated'])
    expect(start.length).toBeGreaterThan(99_000)
    expect(text.repeat(150).startsWith(start)).toBe(true)
  })

  it('checks each block', async () => {
    const packed = Buffer.from(bzip2Text)
    packed[10] = (packed[10] ?? 0) ^ 1
    expect(await content(bzip2, packed)).toEqual([text, ['malformed']])
  })

  it('keeps what stands before something else', async () => {
    expect(await content(bzip2, Buffer.concat([bzip2Text, Buffer.from('something')]))).toEqual([text, ['malformed']])
  })
})

describe('LZMA by itself', () => {
  it.each([
    ['without a size', lzma, lzmaAlone, digits],
    ['with its size', lzma, lzmaSized, text],
    ['by lzip', lzip, lzipVaried, digits],
    ['by lzip, two members', lzip, Buffer.concat([lzipVaried, lzipVaried]), digits + digits],
  ])('is expanded %s', async (_name, format, packed, whole) => {
    expect(await content(format, packed)).toEqual([whole, []])
  })

  it('keeps what stands before the end of a file that is cut off', async () => {
    for (const [format, packed] of [
      [lzma, lzmaAlone],
      [lzip, lzipVaried],
    ] as const) {
      const [start, gaps] = await content(format, packed.subarray(0, 600))
      expect(gaps).toEqual(['truncated'])
      expect(digits.startsWith(start)).toBe(true)
    }
  })

  it('checks what lzip packed', async () => {
    const damaged = Buffer.from(lzipVaried)
    damaged[damaged.length - 20] = 0
    expect((await content(lzip, damaged))[1]).toEqual(['malformed'])
  })
})

describe('xz', () => {
  it.each([
    ['words', xzText, text],
    ['digits, with a CRC-32', xzCrc32, digits],
    ['digits, with an SHA-256', xzSha256, digits],
    ['several blocks', xzBlocks, text],
    ['other contexts', xzContexts, digits],
    ['code of x86 and differences', xzFiltered, code.toString('latin1')],
    ['two files with zeros between them', Buffer.concat([xzText, Buffer.alloc(8), xzCrc32]), text + digits],
  ])('expands %s', async (_name, packed, whole) => {
    expect(await content(xz, packed)).toEqual([whole, []])
  })

  it('keeps whole blocks of a file that is cut off', async () => {
    const [start, gaps] = await content(xz, xzBlocks.subarray(0, 150))
    expect(gaps).toEqual(['truncated'])
    expect(start.length % 700).toBe(0)
    expect(text.startsWith(start)).toBe(true)
  })

  it.each([
    ['CRC-64', xzText, 40],
    ['CRC-32', xzCrc32, 36],
    ['SHA-256', xzSha256, 60],
  ])('checks each block by %s', async (_name, packed, behind) => {
    const damaged = Buffer.from(packed)
    const at = packed.length - behind
    damaged[at] = (damaged[at] ?? 0) ^ 1
    const [, gaps] = await content(xz, damaged)
    expect(gaps).toEqual(['malformed'])
  })

  it('says of other filters that it does not read them', async () => {
    expect(await content(xz, xzArm)).toEqual(['', ['unsupported_type']])
  })

  it('keeps what stands before something else', async () => {
    const [whole, gaps] = await content(xz, Buffer.concat([xzText, Buffer.from('something else')]))
    expect([whole, gaps]).toEqual([text, ['malformed']])
  })
})

describe('names of what is compressed', () => {
  it.each([
    ['letter.txt.gz', 'letter.txt'],
    ['dump.TGZ', 'dump.tar'],
    ['drawing.svgz', 'drawing.svg'],
    ['noise', 'content'],
    ['.gz', 'content'],
    [undefined, 'content'],
  ])('%s holds %s', (name, inner) => {
    expect(innerName(name, ['gz', 'tgz', 'svgz'])).toBe(inner)
  })
})

describe('a piece that expands to very much', () => {
  it('ends the expanding instead of the memory', async () => {
    const { createInflateRaw } = await import('node:zlib')
    const reader = bytesReader(deflateRawSync(Buffer.alloc(200 * 2 ** 20)))
    const run = async () => {
      let length = 0
      for await (const piece of expandedBy(createInflateRaw(), piecesOf(reader, 0, reader.size, reader.size))) {
        length += piece.length
      }
      return length
    }
    await expect(run()).rejects.toMatchObject({ code: 'expansion_ratio' })
  })
})
