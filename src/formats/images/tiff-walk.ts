import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { enter, lastNumberOf, noteMain, notePreview, noteTags, numberOf, numbers, openTiff } from './exif.ts'
import { exifTags, pointer, table } from './exif-tags.ts'
import type { ExifWalk } from './exif-walk.ts'
import { walkInnerJpeg } from './jpeg-walk.ts'
import { type Notes, ranks } from './notes.ts'
import type { TiffDirectory, TiffSpace } from './tiff-directory.ts'

/** What pages after the first may say of their own. */
const pageTags = table('10d DocumentName 10e ImageDescription 11d PageName 13b Artist 8298 Copyright')
/** Panasonic's raw files use the numbers below 256 for themselves. */
const panasonicTags = new Map([...exifTags].filter(([tag]) => tag > 0xff))

/** One picture of the file, of which the full one is told and the others are previews or pages. */
interface Part {
  readonly directory: TiffDirectory
  readonly width: number
  readonly height: number
  readonly isReduced: boolean
}

/** Notes what a TIFF file says: its directories, their pictures, and whether its picture data is all there. */
export async function walkTiff(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const opened = await openTiff(reader)
  if (!opened) return notes.fault('malformed', 'the file has no valid head')
  const { space, first, mark } = opened
  const isPanasonic = mark === 0x55
  const walk: ExifWalk = {
    notes,
    budget,
    rank: ranks.exif,
    seen: new Set(),
    ...(isPanasonic ? { names: panasonicTags } : {}),
  }
  const main = await noteMain(space, first, walk)
  if (!main) return notes.fault('malformed', 'the file has no valid directory')
  if (isPanasonic) return notePanasonic(space, main, walk)
  const parts = [await partOf(space, main), ...(await innerParts(space, main, walk))]
  const pages = await pageParts(space, main, walk)
  noteSize(parts, notes)
  for (const part of [...parts, ...pages]) await notePart(space, part, notes)
  const whole = 1 + pages.filter(({ isReduced, width }) => !isReduced && width > 0).length
  if (whole > 1 && !pages.some(({ isReduced }) => isReduced)) notes.flag('multi_picture', `${whole} pictures`)
}

async function partOf(space: TiffSpace, directory: TiffDirectory): Promise<Part> {
  return {
    directory,
    width: (await numberOf(space, directory, pointer.width)) ?? 0,
    height: (await numberOf(space, directory, pointer.height)) ?? 0,
    isReduced: ((await numberOf(space, directory, pointer.subfileType)) ?? 0) % 2 === 1,
  }
}

async function innerParts(space: TiffSpace, main: TiffDirectory, walk: ExifWalk): Promise<Part[]> {
  const entry = main.entries.find(({ tag }) => tag === pointer.subDirectories)
  const offsets = (entry && (await numbers(space, entry))) ?? []
  const parts: Part[] = []
  for (const offset of offsets) {
    const directory = await enter(space, offset, walk)
    if (directory) parts.push(await partOf(space, directory))
  }
  return parts
}

async function pageParts(space: TiffSpace, main: TiffDirectory, walk: ExifWalk): Promise<Part[]> {
  const parts: Part[] = []
  const inner = { ...walk, rank: ranks.inner }
  for (let offset = main.next; offset !== 0; ) {
    if (parts.length + 1 >= walk.notes.limits.pages) {
      walk.notes.fault('too_many', 'more pages than are looked at')
      break
    }
    const directory = await enter(space, offset, walk)
    if (!directory) {
      walk.notes.fault('malformed', 'a link to the next page leads nowhere')
      break
    }
    parts.push(await partOf(space, directory))
    await noteTags(space, directory, inner, pageTags)
    offset = directory.next
  }
  return parts
}

function noteSize(parts: readonly Part[], notes: Notes): void {
  const full = parts.filter(({ isReduced, width }) => !isReduced && width > 0)
  const largest = (full.length > 0 ? full : parts).reduce<Part | undefined>(
    (best, part) => (best && best.width * best.height >= part.width * part.height ? best : part),
    undefined,
  )
  if (largest) notes.size(largest.width, largest.height)
}

async function notePart(space: TiffSpace, part: Part, notes: Notes): Promise<void> {
  const { directory } = part
  const compression = await numberOf(space, directory, pointer.compression)
  const at =
    (await numberOf(space, directory, pointer.jpegOffset)) ?? (await numberOf(space, directory, pointer.stripOffsets))
  const length =
    (await numberOf(space, directory, pointer.jpegLength)) ??
    (await numberOf(space, directory, pointer.stripByteCounts))
  const isJpeg =
    compression === 6 || compression === 7 || (await numberOf(space, directory, pointer.jpegLength)) !== undefined
  if (isJpeg && part.isReduced && at !== undefined && length) {
    notePreview(await space.reader.read(space.base + at, Math.min(length, 2_048)), length, notes)
  }
  await noteEnd(space, directory, notes)
}

/** Strips and tiles that end past the file: it was cut off. */
async function noteEnd(space: TiffSpace, directory: TiffDirectory, notes: Notes): Promise<void> {
  for (const [offsets, counts] of [
    [pointer.stripOffsets, pointer.stripByteCounts],
    [0x144, 0x145],
  ] as const) {
    const at = await lastNumberOf(space, directory, offsets)
    const length = await lastNumberOf(space, directory, counts)
    // Cameras write ones of raw data without a length.
    if (at === undefined || length === undefined || length === 0xff_ff_ff_ff) continue
    if (space.base + at + length > space.reader.size) notes.fault('truncated', 'picture data ends past the file')
  }
}

/** RW2: the size is what the sensor's borders leave, and a JPEG inside carries most of the tags. */
async function notePanasonic(space: TiffSpace, main: TiffDirectory, walk: ExifWalk): Promise<void> {
  const [top = 0, left = 0, bottom = 0, right = 0] = [
    await numberOf(space, main, 4),
    await numberOf(space, main, 5),
    await numberOf(space, main, 6),
    await numberOf(space, main, 7),
  ]
  walk.notes.size(right - left, bottom - top)
  const jpeg = main.entries.find(({ tag }) => tag === pointer.panasonicJpeg)
  if (!jpeg) return
  walk.notes.flag('embedded_preview', `${jpeg.size} bytes`)
  await walkInnerJpeg(space.reader, jpeg.at, jpeg.size, walk.notes, walk.budget, ranks.inner)
}
