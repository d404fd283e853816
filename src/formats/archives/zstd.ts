import { constants, createZstdDecompress } from 'node:zlib'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { compressedFormat } from './compressed.ts'
import { expandedBy, expandedPieceBytes } from './stream.ts'
import { type BlockReader, blockReader } from './window.ts'

const frameMagic = 0xfd2fb528
const skippableMagic = 0x184d2a50
/** Blocks that are expanded at a time: each to 128 KiB at most. */
const blocksAtOnce = 64
const packedPieceBytes = 1 << 16
/** The largest window, as a power of two, that memory is given for: 128 MiB. */
const windowLogAtMost = 27

/** One file compressed by Zstandard (RFC 8878), also in several frames. */
export const zstd = compressedFormat({
  id: 'zstd',
  title: 'File compressed by Zstandard',
  mediaType: 'application/zstd',
  extensions: ['zst', 'tzst'],
  recognizes: (head) => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
  expand: expandZstd,
})

/** What is compressed in the whole of a reader. @throws ItemError behind what could be had */
export async function* expandZstd(reader: Reader): AsyncGenerator<Uint8Array, void, undefined> {
  const blocks = blockReader(reader, 2 * packedPieceBytes)
  const place = { at: 0 }
  while (place.at < reader.size) {
    const start = await blocks.at(place.at, 8)
    const magic = start.length < 4 ? 0 : start.readUInt32LE(0)
    if ((magic & 0xfffffff0) >>> 0 === skippableMagic && start.length === 8) place.at += 8 + start.readUInt32LE(4)
    else if (magic === frameMagic) yield* frame(blocks, place)
    else throw new ItemError('malformed', 'what follows the compressed file is something else')
  }
}

async function* frame(blocks: BlockReader, place: { at: number }): AsyncGenerator<Uint8Array, void, undefined> {
  const header = headerOf(await blocks.at(place.at, 18))
  if (header.needsDictionary) {
    throw new ItemError('unsupported_type', 'the compressed file can only be read with its dictionary')
  }
  if (header.windowLog > windowLogAtMost) {
    throw new ItemError('memory_limit', `more than ${2 ** windowLogAtMost} bytes would be needed to expand it`)
  }
  const flow = createZstdDecompress({
    chunkSize: expandedPieceBytes,
    params: { [constants.ZSTD_d_windowLogMax]: windowLogAtMost },
  })
  yield* expandedBy(flow, framePieces(blocks, place, header))
}

/**
 * The bytes of one frame, few blocks at a time: four bytes may stand for 128 KiB. Leaves `place` behind the frame.
 * Ends early where the file does: the expander says so.
 */
async function* framePieces(
  blocks: BlockReader,
  place: { at: number },
  { length, hasChecksum }: FrameHeader,
): AsyncGenerator<Uint8Array, void, undefined> {
  let start = place.at
  let count = 0
  place.at += length
  for (let isLast = false; !isLast; ) {
    const header = await blocks.at(place.at, 3)
    if (header.length < 3) break
    const value = header.readUIntLE(0, 3)
    isLast = (value & 1) === 1
    place.at += 3 + (((value >> 1) & 3) === 1 ? 1 : value >> 3)
    count += 1
    if (count >= blocksAtOnce || place.at - start >= packedPieceBytes) {
      yield await blocks.at(start, place.at - start)
      start = place.at
      count = 0
    }
  }
  if (hasChecksum) place.at += 4
  if (place.at > start) yield await blocks.at(start, place.at - start)
}

interface FrameHeader {
  readonly length: number
  readonly windowLog: number
  readonly hasChecksum: boolean
  readonly needsDictionary: boolean
}

/** RFC 8878 §3.1.1.1. Missing bytes count as zeros: the expander says that they are missing. */
function headerOf(bytes: Buffer): FrameHeader {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0
  const sizeBytes = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0
  const dictionaryAt = isSingle ? 5 : 6
  const sizeAt = dictionaryAt + dictionaryBytes
  const size = bytes.subarray(sizeAt, sizeAt + sizeBytes).reduceRight((sum, byte) => sum * 256 + byte, 0)
  return {
    length: sizeAt + sizeBytes,
    windowLog: isSingle ? Math.ceil(Math.log2(Math.max(1, size))) : 10 + ((bytes[5] ?? 0) >> 3),
    hasChecksum: (descriptor & 4) !== 0,
    needsDictionary: bytes.subarray(dictionaryAt, sizeAt).some((byte) => byte !== 0),
  }
}
