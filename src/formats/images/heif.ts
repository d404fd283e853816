import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { type BlockBudget, section } from './access.ts'
import { hasAt, u32 } from './bytes.ts'
import { noteExif } from './exif.ts'
import { type HeifItem, readHeifItems } from './heif-items.ts'
import { boxesIn, brandsOf } from './iso-boxes.ts'
import type { Notes } from './notes.ts'
import { noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

/** Bytes of one item of metadata that are read. */
const itemBytes = 16 * 2 ** 20

/** HEIF with HEVC or AV1 inside: HEIC and AVIF (ISO/IEC 23008-12, AV1 Image File Format 1.1). */
export const heif: Format = Object.freeze({
  id: 'heif',
  title: 'HEIC, HEIF and AVIF pictures',
  medium: 'image',
  mediaTypes: {
    'image/heic': ['heic', 'heif', 'hif'],
    'image/heif': ['heif', 'heic', 'hif'],
    'image/heic-sequence': ['heics', 'heic', 'heifs'],
    'image/heif-sequence': ['heifs', 'heif', 'heic'],
    'image/avif': ['avif', 'avifs', 'heif'],
  },
  recognizes({ bytes }) {
    const brands = brandsOf(bytes)
    const [major] = brands
    if (major === undefined) return undefined
    const known = types[major]
    if (known !== undefined && !generic.has(major)) return known
    // A generic major brand says less than the codec's own brand beside it.
    const special = brands.map((brand) => types[brand]).find((type) => type === 'image/avif')
    return known === undefined ? undefined : (special ?? known)
  },
  read(reader, context) {
    return readPicture(reader, context, walkHeif)
  },
} satisfies Format)

const types: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heix: 'image/heic',
  heim: 'image/heic',
  heis: 'image/heic',
  hevc: 'image/heic-sequence',
  hevx: 'image/heic-sequence',
  hevm: 'image/heic-sequence',
  hevs: 'image/heic-sequence',
  mif1: 'image/heif',
  mif2: 'image/heif',
  msf1: 'image/heif-sequence',
  avif: 'image/avif',
  avis: 'image/avif',
}
const generic = new Set(['mif1', 'mif2', 'msf1'])

async function walkHeif(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  let isFound = false
  for await (const box of boxesIn(reader, 0, reader.size, budget)) {
    if (box.isCut) notes.fault('truncated', 'a box ends past the file')
    if (box.type === 'moov') notes.flag('animated')
    if (box.type !== 'meta' || isFound) continue
    isFound = true
    const { size, pictures, previews, items } = await readHeifItems(reader, box, notes, budget)
    if (size) notes.size(size.width, size.height)
    if (pictures > 1) notes.flag('multi_picture', `${pictures} pictures`)
    if (previews > 0) notes.flag('embedded_preview')
    for (const item of items) await noteItem(reader, item, notes, budget)
  }
  if (!isFound) notes.fault('malformed', 'the file has no box of metadata')
}

async function noteItem(reader: Reader, item: HeifItem, notes: Notes, budget: BlockBudget): Promise<void> {
  const end = item.extents.reduce((last, { at, length }) => Math.max(last, at + length), 0)
  if (end > reader.size) notes.fault('truncated', 'an item ends past the file')
  if (item.kind === 'picture') return
  const [first] = item.extents
  if (!first) return
  const bytes =
    item.extents.length === 1
      ? await reader.read(first.at, Math.min(first.length, itemBytes))
      : Buffer.concat(
          await Promise.all(item.extents.map(({ at, length }) => reader.read(at, Math.min(length, itemBytes)))),
        )
  if (item.kind === 'xmp') noteXmp(bytes, notes)
  else await noteExifItem(bytes, notes, budget)
}

/** Four bytes tell how far behind them the TIFF head is; some writers keep JPEG's mark in between. */
async function noteExifItem(bytes: Uint8Array, notes: Notes, budget: BlockBudget): Promise<void> {
  let base = 4 + u32(bytes, 0, false)
  if (hasAt(bytes, 4, 'Exif\0\0')) base = 10
  else if (hasAt(bytes, 0, 'II') || hasAt(bytes, 0, 'MM')) base = 0
  const reader = {
    size: bytes.length,
    read: async (start: number, length: number) => bytes.subarray(start, start + length),
  }
  await noteExif(section(reader, base, bytes.length), 0, notes, budget)
}
