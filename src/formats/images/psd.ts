import type { Format } from '../../core/content.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, u16, u32, u64 } from './bytes.ts'
import { noteExif } from './exif.ts'
import type { Notes } from './notes.ts'
import { notePhotoshop } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/vnd.adobe.photoshop'
/** Bytes of image resources that are read. */
const resourceBytes = 32 * 2 ** 20

/** Photoshop documents, PSD and PSB (Adobe Photoshop File Formats Specification): size and image resources. */
export const psd: Format = Object.freeze({
  id: 'psd',
  title: 'Photoshop documents',
  medium: 'image',
  mediaTypes: { [mediaType]: ['psd', 'psb', 'psdt'] },
  recognizes({ bytes }) {
    const version = u16(bytes, 4, false)
    return hasAt(bytes, 0, '8BPS') && (version === 1 || version === 2) ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkPsd)
  },
} satisfies Format)

async function walkPsd(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const head = await reader.read(0, 30)
  notes.size(u32(head, 18, false), u32(head, 14, false))
  const resourcesAt = 30 + u32(head, 26, false) + 4
  const size = u32(await reader.read(resourcesAt - 4, 4), 0, false)
  const resources = await reader.read(resourcesAt, Math.min(size, resourceBytes))
  const exif = notePhotoshop(resources, notes)
  if (exif) await noteExif(bytesReader(exif), 0, notes, budget)
  if (size > resourceBytes) notes.fault('too_large', 'too many image resources')
  // The section of layers follows; its length has eight bytes in large documents.
  const isLarge = u16(head, 4, false) === 2
  const layers = await reader.read(resourcesAt + size, isLarge ? 8 : 4)
  const length = isLarge ? u64(layers, 0, false) : u32(layers, 0, false)
  if (resourcesAt + size + layers.length + length >= reader.size)
    notes.fault('truncated', 'the file ends before its picture data')
}
