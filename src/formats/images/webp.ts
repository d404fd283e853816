import type { Format } from '../../core/content.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, u16, u32 } from './bytes.ts'
import { noteExif } from './exif.ts'
import type { Notes } from './notes.ts'
import { noteIcc, noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/webp'
/** Bytes of one chunk of metadata that are read. */
const chunkBytes = 16 * 2 ** 20

/** WebP (RFC 9649) with its EXIF, XMP and ICC chunks. */
export const webp: Format = Object.freeze({
  id: 'webp',
  title: 'WebP pictures',
  medium: 'image',
  mediaTypes: { [mediaType]: ['webp'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 0, 'RIFF') && hasAt(bytes, 8, 'WEBP') ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkWebp)
  },
} satisfies Format)

async function walkWebp(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const end = 8 + u32(await reader.read(4, 4), 0, true)
  let frames = 0
  for (let at = 12; at + 8 <= Math.min(end, reader.size); ) {
    budget.spend()
    const head = await reader.read(at, 8)
    const type = latin1(head, 0, 4)
    const length = u32(head, 4, true)
    if (!/^[A-Z0-9 ]{4}$/i.test(type)) return notes.fault('malformed', 'a chunk has no valid type')
    if (type === 'ANMF') frames += 1
    else await takeChunk(reader, at + 8, type, length, notes, budget)
    at += 8 + length + (length & 1)
  }
  if (frames > 1) notes.flag('animated', `${frames} frames`)
  // The last byte of padding is often left out.
  if (end > reader.size + 1) notes.fault('truncated', 'the file is shorter than its head says')
  else if (end < reader.size - 1) notes.flag('trailing_data', `${reader.size - end} bytes`)
}

async function takeChunk(
  reader: Reader,
  at: number,
  type: string,
  length: number,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  if (type === 'VP8X' || type === 'VP8 ' || type === 'VP8L') return noteSize(type, await reader.read(at, 10), notes)
  if (type !== 'EXIF' && type !== 'XMP ' && type !== 'ICCP') return
  if (length > chunkBytes) return notes.fault('too_large', 'a chunk of metadata is too large')
  const bytes = await reader.read(at, length)
  if (type === 'XMP ') noteXmp(bytes, notes)
  else if (type === 'ICCP') noteIcc(bytes, notes)
  else await noteExif(bytesReader(hasAt(bytes, 0, 'Exif\0\0') ? bytes.subarray(6) : bytes), 0, notes, budget)
}

function noteSize(type: string, bytes: Uint8Array, notes: Notes): void {
  if (type === 'VP8X') notes.size(1 + (u32(bytes, 4, true) & 0xff_ff_ff), 1 + (u32(bytes, 6, true) >>> 8))
  else if (type === 'VP8 ') notes.size(u16(bytes, 6, true) & 0x3f_ff, u16(bytes, 8, true) & 0x3f_ff)
  else {
    const bits = u32(bytes, 1, true)
    notes.size(1 + (bits & 0x3f_ff), 1 + ((bits >>> 14) & 0x3f_ff))
  }
}
