import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { hasAt, u16, u32 } from './bytes.ts'
import type { Notes } from './notes.ts'
import { noteIcc } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/bmp'
/** Sizes of the second header, by which its version is told (BITMAPCOREHEADER to BITMAPV5HEADER, and OS/2's). */
const headerSizes = new Set([12, 16, 40, 52, 56, 64, 108, 124])

/** Windows and OS/2 bitmaps. They carry no metadata but a colour profile. */
export const bmp: Format = Object.freeze({
  id: 'bmp',
  title: 'Windows bitmaps',
  medium: 'image',
  mediaTypes: { [mediaType]: ['bmp', 'dib', 'rle'] },
  recognizes({ bytes }) {
    const isBitmap = hasAt(bytes, 0, 'BM') && headerSizes.has(u32(bytes, 14, true)) && u32(bytes, 6, true) === 0
    return isBitmap ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkBmp)
  },
} satisfies Format)

async function walkBmp(reader: Reader, notes: Notes): Promise<void> {
  const head = await reader.read(0, 138)
  const isCore = u32(head, 14, true) === 12
  const width = isCore ? u16(head, 18, true) : u32(head, 18, true) | 0
  // A negative height means that the rows run from the top.
  const height = isCore ? u16(head, 20, true) : Math.abs(u32(head, 22, true) | 0)
  if (width <= 0 || height === 0) return notes.fault('malformed', 'the picture has no area')
  notes.size(width, height)
  const declared = u32(head, 2, true)
  if (u32(head, 14, true) === 124) {
    const [at, length] = [14 + u32(head, 126, true), u32(head, 130, true)]
    if (length > 0 && length < 2 ** 22) noteIcc(await reader.read(at, length), notes)
  }
  if (declared > reader.size) notes.fault('truncated', 'the file is shorter than its head says')
  else if (declared > 54 && declared < reader.size) notes.flag('trailing_data', `${reader.size - declared} bytes`)
}
