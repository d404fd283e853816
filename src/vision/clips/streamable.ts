import type { Reader } from '../../core/reader.ts'

/** Bytes that are read at a time. */
const pieceBytes = 4 * 2 ** 20
/** Bytes of the description of a movie that are held. */
const movieBytes = 64 * 2 ** 20
/** Boxes at the top of a file that are looked through. */
const mostBoxes = 10_000

interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * A clip in an order in which it can be read without going back: as it is; an MP4 or QuickTime file whose description
 * stands behind its pictures with the description first, its offsets moved along (ISO/IEC 14496-12, 8.7.5).
 */
export async function* streamable(reader: Reader, mediaType: string, most: number): AsyncGenerator<Uint8Array> {
  const end = Math.min(reader.size, most)
  const movie = /mp4|quicktime|3gpp/.test(mediaType) ? await lateMovie(reader) : undefined
  if (!movie) {
    yield* stretch(reader, 0, end)
    return
  }
  const bytes = new Uint8Array(await reader.read(movie.start, movie.end - movie.start))
  moveOffsets(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0, bytes.length, movie)
  const first = await boxAt(reader, 0)
  const headEnd = first?.type === 'ftyp' ? first.end : 0
  yield* stretch(reader, 0, headEnd)
  yield bytes
  yield* stretch(reader, headEnd, Math.min(movie.start, end))
}

async function* stretch(reader: Reader, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += pieceBytes) yield reader.read(at, Math.min(pieceBytes, to - at))
}

async function lateMovie(reader: Reader): Promise<Box | undefined> {
  let isBehind = false
  let at = 0
  for (let boxes = 0; boxes < mostBoxes; boxes += 1) {
    const box = await boxAt(reader, at)
    if (!box) return undefined
    if (box.type === 'mdat') isBehind = true
    if (box.type === 'moov') return isBehind && box.end - box.start <= movieBytes ? box : undefined
    at = box.end
  }
  return undefined
}

async function boxAt(reader: Reader, at: number): Promise<Box | undefined> {
  const head = Buffer.from(await reader.read(at, 16))
  if (head.length < 8) return undefined
  const short = head.readUInt32BE(0)
  const size =
    short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short === 0 ? reader.size - at : short
  if (size < 8 || at + size > reader.size) return undefined
  return { type: head.toString('latin1', 4, 8), start: at, end: at + size }
}

const holders: ReadonlySet<string> = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl'])

/** Moves every offset of a chunk that lies before the description by its length. */
function moveOffsets(bytes: Buffer, from: number, to: number, movie: Box): void {
  const by = movie.end - movie.start
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (size < 8 || at + size > to) return
    if (holders.has(type)) moveOffsets(bytes, at + 8, at + size, movie)
    else if (type === 'stco' && size >= 16) {
      const count = Math.min(bytes.readUInt32BE(at + 12), Math.floor((size - 16) / 4))
      for (let entry = at + 16; entry < at + 16 + 4 * count; entry += 4) {
        bytes.writeUInt32BE(Math.min(bytes.readUInt32BE(entry) + by, 0xff_ff_ff_ff), entry)
      }
    } else if (type === 'co64' && size >= 16) {
      const count = Math.min(bytes.readUInt32BE(at + 12), Math.floor((size - 16) / 8))
      for (let entry = at + 16; entry < at + 16 + 8 * count; entry += 8) {
        bytes.writeBigUInt64BE(BigInt.asUintN(64, bytes.readBigUInt64BE(entry) + BigInt(by)), entry)
      }
    }
    at += size
  }
}
