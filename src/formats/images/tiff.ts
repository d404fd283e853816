import type { Format, Head } from '../../core/content.ts'
import { defaultLimits } from '../../core/limits.ts'
import { BlockBudget } from './access.ts'
import { hasAt, u16 } from './bytes.ts'
import { openTiff, tiffMarks } from './exif.ts'
import { pointer } from './exif-tags.ts'
import { readPicture } from './read-picture.ts'
import { readDirectory, readValue, type TiffDirectory, type TiffSpace } from './tiff-directory.ts'
import { numbersOf, plainValue } from './tiff-values.ts'
import { walkTiff } from './tiff-walk.ts'

/** TIFF 6.0, BigTIFF, and the raw formats of cameras that are built as TIFF. */
export const tiff: Format = Object.freeze({
  id: 'tiff',
  title: 'TIFF pictures and camera raw files built like them',
  medium: 'image',
  mediaTypes: {
    'image/tiff': [
      'tif',
      'tiff',
      'btf',
      'tf8',
      'ptif',
      '3fr',
      'fff',
      'iiq',
      'mos',
      'mef',
      'dcr',
      'kdc',
      'erf',
      'lsm',
      'svs',
    ],
    'image/x-adobe-dng': ['dng'],
    'image/x-canon-cr2': ['cr2'],
    'image/x-nikon-nef': ['nef', 'nrw'],
    'image/x-sony-arw': ['arw', 'sr2', 'srf'],
    'image/x-olympus-orf': ['orf', 'ori'],
    'image/x-panasonic-rw2': ['rw2', 'raw', 'rwl'],
    'image/x-pentax-pef': ['pef'],
    'image/x-samsung-srw': ['srw'],
  },
  async recognizes(head) {
    const { bytes } = head
    const little = hasAt(bytes, 0, 'II')
    if (bytes.length < 8 || (!little && !hasAt(bytes, 0, 'MM'))) return undefined
    const mark = u16(bytes, 2, little)
    if (!tiffMarks.has(mark)) return undefined
    if (mark === 0x55) return 'image/x-panasonic-rw2'
    if (mark === 0x4f52 || mark === 0x5352) return 'image/x-olympus-orf'
    return hasAt(bytes, 8, 'CR\x02') ? 'image/x-canon-cr2' : kindOf(head)
  },
  read(reader, context) {
    return readPicture(reader, context, walkTiff)
  },
} satisfies Format)

/** Other makers' raw files say what they are only by their first directory, which may stand at the end of the file. */
async function kindOf(head: Head): Promise<string> {
  const opened = await openTiff(head.reader)
  const directory = opened && (await readDirectory(opened.space, opened.first, new BlockBudget(defaultLimits)))
  if (!opened || !directory) return 'image/tiff'
  const tags = new Set(directory.entries.map(({ tag }) => tag))
  if (tags.has(0xc612)) return 'image/x-adobe-dng'
  const make = (await textOf(opened.space, directory, 0x10f)).toUpperCase()
  const isPreviewFirst = tags.has(pointer.subDirectories) && (await isReduced(opened.space, directory))
  if (make.startsWith('NIKON') && isPreviewFirst) return 'image/x-nikon-nef'
  if (make.startsWith('SONY') && (isPreviewFirst || tags.has(pointer.dngPrivate))) return 'image/x-sony-arw'
  if (make.startsWith('SAMSUNG') && tags.has(pointer.subDirectories)) return 'image/x-samsung-srw'
  if (/^(?:PENTAX|RICOH)/.test(make) && (await isMosaic(opened.space, directory))) {
    return 'image/x-pentax-pef'
  }
  return 'image/tiff'
}

async function textOf(space: TiffSpace, directory: TiffDirectory, tag: number): Promise<string> {
  const entry = directory.entries.find((one) => one.tag === tag)
  const bytes = entry && (await readValue(space, entry, 64))
  return (entry && bytes && plainValue(bytes, entry.type, space.little)) ?? ''
}

async function first(space: TiffSpace, directory: TiffDirectory, tag: number): Promise<number | undefined> {
  const entry = directory.entries.find((one) => one.tag === tag)
  const bytes = entry && (await readValue(space, entry, 8))
  return bytes && numbersOf(bytes, entry.type, space.little, 1)[0]
}

async function isReduced(space: TiffSpace, directory: TiffDirectory): Promise<boolean> {
  return ((await first(space, directory, pointer.subfileType)) ?? 0) % 2 === 1
}

/** A colour filter array (32803), or Pentax's own compression. */
async function isMosaic(space: TiffSpace, directory: TiffDirectory): Promise<boolean> {
  return (
    (await first(space, directory, 0x106)) === 32_803 || (await first(space, directory, pointer.compression)) === 65_535
  )
}
