import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { compressedFormat } from './compressed.ts'
import { Crc64 } from './crc64.ts'
import { undoDelta, undoX86 } from './filters.ts'
import { lzma2Dictionary, lzma2Pieces } from './lzma2.ts'
import { type Cursor, cursorOf } from './window.ts'

const headerMagic = Buffer.from('fd377a585a00', 'hex')
const lzma2Filter = 0x21
const deltaFilter = 3
const x86Filter = 4

/** One file compressed by xz (The .xz File Format 1.2.1), also in several streams. */
export const xz = compressedFormat({
  id: 'xz',
  title: 'File compressed by xz',
  mediaType: 'application/x-xz',
  extensions: ['xz', 'txz'],
  recognizes: (head) => headerMagic.every((byte, index) => head[index] === byte),
  expand: expandXz,
})

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
    yield* block(cursor, planOf(header), check)
  }
}

/** How the bytes of a block were changed and packed. */
interface BlockPlan {
  readonly dictionary: number
  /** What they were changed by before, the last first. */
  readonly undo: readonly ((pieces: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>)[]
}

function planOf(header: Buffer): BlockPlan {
  const body = header.subarray(0, header.length - 4)
  if (crc32(body) !== header.readUInt32LE(header.length - 4)) throw damaged()
  const flags = header[1] ?? 0
  let at = 2
  for (const bit of [0x40, 0x80]) if (flags & bit) at = behindNumber(header, at)
  const undo: BlockPlan['undo'][number][] = []
  for (let left = flags & 3; left > 0; left--) {
    const [id, length = 0, first = 0] = header.subarray(at)
    if (id === deltaFilter && length === 1) undo.unshift((pieces) => undoDelta(pieces, first + 1))
    else if (id === x86Filter && length === 0) undo.unshift(undoX86)
    else throw unknownFilter()
    at += 2 + length
  }
  const [filter, length, bits = 0] = header.subarray(at)
  if (filter !== lzma2Filter || length !== 1) throw unknownFilter()
  return { dictionary: lzma2Dictionary(bits), undo }
}

function unknownFilter(): ItemError {
  return new ItemError('unsupported_type', 'the file was changed for better compression in a way that is not read')
}

function behindNumber(bytes: Uint8Array, start: number): number {
  let at = start
  while ((bytes[at] ?? 0) & 0x80) at += 1
  return at + 1
}

async function* block(
  cursor: Cursor,
  { dictionary, undo }: BlockPlan,
  check: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const start = cursor.at
  const sum = checksum(check)
  let pieces: AsyncIterable<Uint8Array> = lzma2Pieces(cursor, dictionary)
  for (const step of undo) pieces = step(pieces)
  for await (const piece of pieces) {
    sum.add(piece)
    yield piece
  }
  await cursor.take((4 - ((cursor.at - start) % 4)) % 4)
  const said = await cursor.take(checkBytes[check] ?? 0)
  if (!sum.is(said)) throw new ItemError('malformed', 'a block does not have its checksum')
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
