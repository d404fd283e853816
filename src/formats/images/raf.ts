import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, u16, u32 } from './bytes.ts'
import { walkInnerJpeg } from './jpeg-walk.ts'
import { type Notes, ranks } from './notes.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/x-fujifilm-raf'

/** Fujifilm's raw files: a list of offsets, a JPEG that carries the tags, and the raw data. */
export const raf: Format = Object.freeze({
  id: 'raf',
  title: 'Fujifilm raw files',
  medium: 'image',
  mediaTypes: { [mediaType]: ['raf'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 0, 'FUJIFILMCCD-RAW ') ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkRaf)
  },
} satisfies Format)

async function walkRaf(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const head = await reader.read(84, 24)
  const [jpegAt, jpegLength] = [u32(head, 0, false), u32(head, 4, false)]
  const [tableAt, tableLength] = [u32(head, 8, false), u32(head, 12, false)]
  const [rawAt, rawLength] = [u32(head, 16, false), u32(head, 20, false)]
  await noteRawSize(reader, tableAt, tableLength, notes, budget)
  if (jpegLength > 0) {
    await walkInnerJpeg(reader, jpegAt, jpegLength, notes, budget, ranks.exif)
    notes.flag('embedded_preview', `${jpegLength} bytes`)
  }
  if (Math.max(jpegAt + jpegLength, rawAt + rawLength) > reader.size)
    notes.fault('truncated', 'raw data ends past the file')
}

/** The table of the raw picture: number, length, value; 0x121 is its size without borders, height first. */
async function noteRawSize(
  reader: Reader,
  at: number,
  length: number,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  const bytes = await reader.read(at, Math.min(length, 65_536))
  const count = Math.min(u32(bytes, 0, false), 256)
  for (let index = 0, entry = 4; index < count && entry + 8 <= bytes.length; index++) {
    budget.spend()
    if (u16(bytes, entry, false) === 0x121)
      return notes.size(u16(bytes, entry + 6, false), u16(bytes, entry + 4, false))
    entry += 4 + u16(bytes, entry + 2, false)
  }
}
