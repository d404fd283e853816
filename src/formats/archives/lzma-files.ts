import { crc32 } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { compressedFormat } from './compressed.ts'
import { lzmaPieces } from './lzma2.ts'
import { cursorOf } from './window.ts'

/** One file compressed by LZMA, with no more around it than the oldest programs put there. */
export const lzma = compressedFormat({
  id: 'lzma',
  title: 'File compressed by LZMA',
  mediaType: 'application/x-lzma',
  extensions: ['lzma', 'tlz'],
  recognizes: (head) => isLzma(bufferOf(head)),
  expand: expandLzma,
})

/** One file compressed by lzip (draft-diaz-lzip-09), also in several members. */
export const lzip = compressedFormat({
  id: 'lzip',
  title: 'File compressed by lzip',
  mediaType: 'application/x-lzip',
  extensions: ['lz'],
  recognizes: (head) => head[0] === 0x4c && bufferOf(head).toString('latin1', 0, 5) === 'LZIP\x01',
  expand: expandLzip,
})

/** Usual properties, a dictionary of 2^n or 2^n + 2^(n-1) bytes, and the size of what it holds or all ones. */
function isLzma(bytes: Buffer): boolean {
  if (bytes.length < 13 || bytes[0] !== 0x5d) return false
  const dictionary = bytes.readUInt32LE(1)
  const high = bytes.readUInt32LE(9)
  const withoutLowest = dictionary & (dictionary - 1)
  const isUsual = withoutLowest === 0 || (withoutLowest & (withoutLowest - 1)) === 0
  return dictionary >= 4_096 && isUsual && (high === 0xffffffff || high < 0x10000)
}

async function* expandLzma(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const cursor = cursorOf(reader)
  const header = Buffer.from(await cursor.take(13))
  const isUnknown = header.readUInt32LE(9) === 0xffffffff
  const size = isUnknown ? undefined : header.readUInt32LE(5) + 2 ** 32 * header.readUInt32LE(9)
  yield* lzmaPieces(cursor, header.subarray(0, 5), size)
}

async function* expandLzip(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const cursor = cursorOf(reader)
  while (cursor.at < reader.size) {
    const [a, b, c, d, version, coded = 0] = await cursor.take(6)
    if (a !== 0x4c || b !== 0x5a || c !== 0x49 || d !== 0x50 || version !== 1) {
      throw new ItemError('malformed', 'what follows the compressed file is something else')
    }
    const base = 2 ** (coded & 0x1f)
    const properties = Buffer.alloc(5, 0x5d)
    properties.writeUInt32LE(Math.min(2 ** 29, base - (base / 16) * (coded >> 5)), 1)
    let sum = 0
    for await (const piece of lzmaPieces(cursor, properties, undefined)) {
      sum = crc32(piece, sum)
      yield piece
    }
    const trailer = await cursor.take(20)
    if (trailer.readUInt32LE(0) !== sum) throw new ItemError('malformed', 'a member does not have its checksum')
  }
}
