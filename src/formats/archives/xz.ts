import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { compressedFormat } from './compressed.ts'
import { Crc64 } from './crc64.ts'
import { LzmaDecoder } from './lzma.ts'
import { blockReader } from './window.ts'

const readBytes = 1 << 18
const headerMagic = Buffer.from('fd377a585a00', 'hex')
const lzma2 = 0x21

/** One file compressed by xz (The .xz File Format 1.2.1), also in several streams. */
export const xz = compressedFormat({
  id: 'xz',
  title: 'File compressed by xz',
  mediaType: 'application/x-xz',
  extensions: ['xz', 'txz'],
  recognizes: (head) => headerMagic.every((byte, index) => head[index] === byte),
  expand: expandXz,
})

/** Takes bytes in order. */
interface Cursor {
  at: number
  /** @throws ItemError `truncated` where there are fewer */
  take(length: number): Promise<Buffer>
}

function cursorOf(reader: Reader): Cursor {
  const blocks = blockReader(reader, readBytes)
  const cursor: Cursor = {
    at: 0,
    async take(length) {
      const bytes = await blocks.at(cursor.at, length)
      if (bytes.length < length) throw new ItemError('truncated', 'the packed bytes end too early')
      cursor.at += length
      return bytes
    },
  }
  return cursor
}

/** What is compressed in the whole of a reader. @throws ItemError behind what could be had */
export async function* expandXz(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const cursor = cursorOf(reader)
  while (cursor.at < reader.size) {
    const start = await cursor.take(4)
    if (start.readUInt32LE(0) === 0) continue
    const rest = await cursor.take(8)
    const header = Buffer.concat([start, rest])
    if (!header.subarray(0, 6).equals(headerMagic)) {
      throw new ItemError('malformed', 'what follows the compressed file is something else')
    }
    yield* stream(cursor, (header[7] ?? 0) & 15)
  }
}

async function* stream(cursor: Cursor, check: number): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const [size = 0] = await cursor.take(1)
    if (size === 0) return skipIndex(cursor)
    const header = Buffer.concat([Buffer.from([size]), await cursor.take(4 * size + 3)])
    yield* block(cursor, dictionaryOf(header), check)
  }
}

/** The dictionary's size in bytes by the one filter that is read. */
function dictionaryOf(header: Buffer): number {
  const body = header.subarray(0, header.length - 4)
  if (crc32(body) !== header.readUInt32LE(header.length - 4)) throw damaged()
  const flags = header[1] ?? 0
  let at = 2
  for (const bit of [0x40, 0x80]) if (flags & bit) at = behindNumber(header, at)
  const [filter, properties, bits = 0] = header.subarray(at)
  if ((flags & 3) !== 0 || filter !== lzma2 || properties !== 1) {
    throw new ItemError('unsupported_type', 'the file was changed for better compression in a way that is not read')
  }
  if (bits > 40) throw damaged()
  return bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11)
}

function behindNumber(bytes: Uint8Array, start: number): number {
  let at = start
  while ((bytes[at] ?? 0) & 0x80) at += 1
  return at + 1
}

async function* block(cursor: Cursor, dictionary: number, check: number): AsyncGenerator<Uint8Array, void, undefined> {
  const start = cursor.at
  const sum = checksum(check)
  for await (const piece of chunks(cursor, dictionary)) {
    sum.add(piece)
    // The next chunk overwrites it.
    yield Uint8Array.from(piece)
  }
  await cursor.take((4 - ((cursor.at - start) % 4)) % 4)
  const said = await cursor.take(checkBytes[check] ?? 0)
  if (!sum.is(said)) throw new ItemError('malformed', 'a block does not have its checksum')
}

/** The chunks of LZMA2. */
async function* chunks(cursor: Cursor, dictionary: number): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new LzmaDecoder(dictionary)
  let needs = 3
  for (;;) {
    const [control = 0] = await cursor.take(1)
    if (control === 0) return
    if (control === 1 || control >= 0xe0) decoder.resetDictionary()
    else if (needs === 3) throw damaged()
    if (control < 0x80) {
      if (control > 2) throw damaged()
      needs = Math.min(needs, 2)
      const length = (await cursor.take(2)).readUInt16BE(0) + 1
      yield decoder.copy(await cursor.take(length))
      continue
    }
    const sizes = await cursor.take(4)
    const length = ((control & 0x1f) << 16) + sizes.readUInt16BE(0) + 1
    const packed = sizes.readUInt16BE(2) + 1
    const reset = (control >> 5) & 3
    if (reset < Math.min(needs, 2)) throw damaged()
    if (reset >= 2) decoder.setProperties((await cursor.take(1))[0] ?? 0)
    if (reset >= 1) decoder.resetState()
    needs = 0
    yield decoder.decode(await cursor.take(packed), length)
  }
}

/** The index says where the blocks are, which have been read; then comes the stream's end. */
async function skipIndex(cursor: Cursor): Promise<void> {
  const start = cursor.at - 1
  const count = await number(cursor)
  for (let record = 0; record < count; record++) {
    await number(cursor)
    await number(cursor)
  }
  await cursor.take((4 - ((cursor.at - start) % 4)) % 4)
  await cursor.take(4)
  const footer = await cursor.take(12)
  if (footer.toString('latin1', 10) !== 'YZ') throw damaged()
}

async function number(cursor: Cursor): Promise<number> {
  let value = 0
  for (let weight = 1; weight < 2 ** 63; weight *= 128) {
    const [byte = 0] = await cursor.take(1)
    value += (byte & 0x7f) * weight
    if (byte < 0x80) return value
  }
  throw damaged()
}

function damaged(): ItemError {
  return new ItemError('malformed', 'the packed bytes can not be expanded')
}

const checkBytes = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64]

interface Checksum {
  add(bytes: Uint8Array): void
  is(said: Buffer): boolean
}

/** Types that are not known are not checked, as the format wants it. */
function checksum(type: number): Checksum {
  if (type === 1) {
    let sum = 0
    return {
      add: (bytes) => {
        sum = crc32(bytes, sum)
      },
      is: (said) => said.readUInt32LE(0) === sum,
    }
  }
  if (type === 4) {
    const sum = new Crc64()
    return { add: (bytes) => sum.add(bytes), is: (said) => said.equals(sum.bytes()) }
  }
  if (type === 10) {
    const sum = createHash('sha256')
    return { add: (bytes) => void sum.update(bytes), is: (said) => said.equals(sum.digest()) }
  }
  return { add: () => undefined, is: () => true }
}
