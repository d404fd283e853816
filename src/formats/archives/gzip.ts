import { isUtf8 } from 'node:buffer'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { compressedFormat } from './compressed.ts'
import { expandedBy, expandedPieceBytes, piecesOf } from './stream.ts'
import { type BlockReader, blockReader } from './window.ts'

const packedPieceBytes = 1 << 16
/** Members whose packed bytes end within a piece, and that expand to no more, are expanded in one go. */
const atOnceBytes = 2 ** 20
/** Bytes of one header. */
const headerBytes = 1 << 16

/** One file compressed by gzip (RFC 1952), also where it was made of several pieces. */
export const gzip = compressedFormat({
  id: 'gzip',
  title: 'File compressed by gzip',
  mediaType: 'application/gzip',
  extensions: ['gz', 'tgz', 'svgz', 'emz'],
  recognizes: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && ((head[3] ?? 0) & 0xe0) === 0,
  expand,
  about(head) {
    const header = headerOf(bufferOf(head))
    return {
      ...(header?.name ? { name: header.name } : {}),
      ...(header?.modifiedAt ? { modifiedAt: header.modifiedAt } : {}),
    }
  },
})

async function* expand(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const blocks = blockReader(reader, 2 * packedPieceBytes)
  for (let at = 0; at < reader.size; ) {
    const bytes = await blocks.at(at, headerBytes)
    const header = headerOf(bytes)
    if (!header) {
      if (at > 0 && (await isPadding(reader, at))) return
      throw at > 0
        ? new ItemError('malformed', 'what follows the compressed file is something else')
        : new ItemError('truncated', 'the header of the compressed file is cut off')
    }
    at = yield* member(reader, blocks, at + header.length)
  }
}

/** The bytes of one member; gives back where the next begins. */
async function* member(
  reader: Reader,
  blocks: BlockReader,
  start: number,
): AsyncGenerator<Uint8Array, number, undefined> {
  let sum = 0
  let length = 0
  let end: number
  const small = atOnce(await blocks.at(start, packedPieceBytes))
  if (small) {
    sum = crc32(small.bytes)
    length = small.bytes.length
    end = start + small.packed
    yield small.bytes
  } else {
    const flow = createInflateRaw({ chunkSize: expandedPieceBytes })
    for await (const chunk of expandedBy(flow, piecesOf(reader, start, reader.size, packedPieceBytes))) {
      sum = crc32(chunk, sum)
      length += chunk.length
      yield chunk
    }
    end = start + flow.bytesWritten
  }
  const trailer = await blocks.at(end, 8)
  if (trailer.length < 8) throw new ItemError('truncated', 'the compressed file ends too early')
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length % 2 ** 32) {
    throw new ItemError('malformed', 'the compressed file does not have its checksum')
  }
  return end + 8
}

/** Undefined where it goes on behind these bytes, is damaged, or expands to more: going in pieces then tells which. */
function atOnce(packed: Buffer): { readonly bytes: Uint8Array; readonly packed: number } | undefined {
  try {
    const result: unknown = inflateRawSync(packed, { info: true, maxOutputLength: atOnceBytes })
    return isWhole(result) ? { bytes: result.buffer, packed: result.engine.bytesWritten } : undefined
  } catch {
    // Not an end: the caller reads the same bytes in pieces, which keeps what comes before the fault and names it.
    return undefined
  }
}

/** What `info: true` gives, which the types of Node leave out. */
function isWhole(result: unknown): result is { buffer: Uint8Array; engine: { bytesWritten: number } } {
  return typeof result === 'object' && result !== null && 'buffer' in result && 'engine' in result
}

interface Header {
  readonly length: number
  readonly name: string
  readonly modifiedAt: string | undefined
}

function headerOf(bytes: Buffer): Header | undefined {
  if (bytes.length < 10 || bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return undefined
  const flags = bytes[3] ?? 0
  const seconds = bytes.readUInt32LE(4)
  let at = 10
  if (flags & 4) at += 2 + (at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0)
  const nameStart = at
  if (flags & 8) at = behindZero(bytes, at)
  const name = flags & 8 ? bytes.subarray(nameStart, at - 1) : Buffer.alloc(0)
  if (flags & 16) at = behindZero(bytes, at)
  if (flags & 2) at += 2
  if (at > bytes.length) return undefined
  return {
    length: at,
    // Latin-1 by the standard, UTF-8 by most writers.
    name: name.toString(isUtf8(name) ? 'utf8' : 'latin1'),
    modifiedAt: seconds > 0 ? new Date(1_000 * seconds).toISOString() : undefined,
  }
}

/** Beyond the bytes where there is no zero. */
function behindZero(bytes: Buffer, at: number): number {
  const zero = bytes.indexOf(0, at)
  return zero < 0 ? bytes.length + 1 : zero + 1
}

/** Tapes and block devices fill up with zeros. */
async function isPadding(reader: Reader, start: number): Promise<boolean> {
  for await (const piece of piecesOf(reader, start, reader.size, 1 << 20)) {
    if (piece.some((byte) => byte !== 0)) return false
  }
  return true
}
