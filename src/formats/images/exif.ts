import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { latin1, u16, u32, u64 } from './bytes.ts'
import { readMakerNotes } from './exif-makers.ts'
import { exifTags, gpsTags, pointer } from './exif-tags.ts'
import type { ExifWalk } from './exif-walk.ts'
import { readIptc } from './iptc.ts'
import { type Notes, type Rank, ranks } from './notes.ts'
import { noteIcc, notePhotoshop, noteXmp } from './packets.ts'
import { readDirectory, readValue, type TiffDirectory, type TiffEntry, type TiffSpace } from './tiff-directory.ts'
import * as values from './tiff-values.ts'

/** Bytes of an ordinary tag's value that are read. */
const tagBytes = 64 * 2 ** 10
/** Bytes of a whole packet (XMP, IPTC, Photoshop, ICC) that are read. */
const packetBytes = 16 * 2 ** 20

/** The head of a TIFF structure, with the variants that cameras write; undefined where it is none. */
export async function openTiff(
  reader: Reader,
  base = 0,
): Promise<{ readonly space: TiffSpace; readonly first: number; readonly mark: number } | undefined> {
  const head = await reader.read(base, 16)
  const order = latin1(head, 0, 2)
  if (head.length < 8 || (order !== 'II' && order !== 'MM')) return undefined
  const little = order === 'II'
  const mark = u16(head, 2, little)
  if (!tiffMarks.has(mark)) return undefined
  const big = mark === 43
  const first = big ? u64(head, 8, little) : u32(head, 4, little)
  return { space: { reader, base, little, big }, first, mark }
}

/** 42 by the standard, 43 BigTIFF, 0x55 Panasonic, 'RO', 'RS' and 'OR' Olympus. */
export const tiffMarks: ReadonlySet<number> = new Set([42, 43, 0x55, 0x4f52, 0x5352])

/**
 * Notes what an Exif block says: IFD0, Exif, GPS and maker notes; IFD1 only for its thumbnail.
 * @param reader the block alone, or anything it stands in
 * @param base where its TIFF head is
 */
export async function noteExif(
  reader: Reader,
  base: number,
  notes: Notes,
  budget: BlockBudget,
  rank: Rank = ranks.exif,
): Promise<void> {
  const tiff = await openTiff(reader, base)
  if (!tiff) return notes.fault('malformed', 'the Exif block has no valid head')
  const walk: ExifWalk = { notes, budget, rank, seen: new Set() }
  const main = await noteMain(tiff.space, tiff.first, walk)
  if (!main) return notes.fault('malformed', 'the Exif block has no valid directory')
  await noteThumbnail(tiff.space, main.next, walk)
}

/** Notes IFD0 and everything it leads to but further pictures. */
export async function noteMain(space: TiffSpace, offset: number, walk: ExifWalk): Promise<TiffDirectory | undefined> {
  const directory = await enter(space, offset, walk)
  if (!directory) return undefined
  await noteTags(space, directory, walk, walk.names ?? exifTags)
  for (const entry of directory.entries) await notePacket(space, entry, walk)
  await follow(space, directory, pointer.exif, walk, noteExifDirectory)
  await follow(space, directory, pointer.gps, walk, noteGps)
  // Some writers put everything into IFD0.
  await readMakerNotes(space, directory, walk)
  return directory
}

/** Reads a directory once; circles and damage are noted. */
export async function enter(space: TiffSpace, offset: number, walk: ExifWalk): Promise<TiffDirectory | undefined> {
  const key = space.base + offset
  if (walk.seen.has(key)) return undefined
  walk.seen.add(key)
  const directory = await readDirectory(space, offset, walk.budget)
  if (directory?.isDamaged) walk.notes.fault('malformed', 'a directory of tags is damaged')
  return directory
}

async function follow(
  space: TiffSpace,
  directory: TiffDirectory,
  tag: number,
  walk: ExifWalk,
  note: (space: TiffSpace, offset: number, walk: ExifWalk) => Promise<void>,
): Promise<void> {
  const entry = directory.entries.find((one) => one.tag === tag)
  if (!entry) return
  const offset = (await numbers(space, entry))?.[0]
  if (entry.count === 0) return
  if (offset === undefined || entry.type === 2) walk.notes.fault('malformed', 'a link to a directory leads nowhere')
  else await note(space, offset, walk)
}

export async function noteExifDirectory(space: TiffSpace, offset: number, walk: ExifWalk): Promise<void> {
  const directory = await enter(space, offset, walk)
  if (!directory) return
  await noteTags(space, directory, walk, exifTags)
  await readMakerNotes(space, directory, walk)
}

/** Notes those tags of a directory that have a name. */
export async function noteTags(
  space: TiffSpace,
  directory: TiffDirectory,
  walk: ExifWalk,
  names: ReadonlyMap<number, string>,
): Promise<void> {
  for (const entry of directory.entries) {
    const name = names.get(entry.tag)
    if (name === undefined) continue
    const bytes = await readValue(space, entry, tagBytes)
    if (!bytes) walk.notes.fault('malformed', 'a value lies outside the file')
    const text = bytes && tagText(name, bytes, entry.type, space.little)
    if (text !== undefined) walk.notes.tag(name, text, walk.rank)
  }
}

const textTags =
  /^(?:Make|Model|Software|Artist|ImageDescription|OwnerName|.*SerialNumber|LensM|DateT|CreateD|ModifyD|OffsetT|SubSecT|GPSDate|UniqueCam|LocalizedCam|Original)/

function tagText(name: string, bytes: Uint8Array, type: number, little: boolean): string | undefined {
  if (name === 'UserComment' || name === 'GPSProcessingMethod' || name === 'GPSAreaInformation') {
    return type === 2 ? values.plainValue(bytes, type, little) : values.codedText(bytes, little)
  }
  if (name.startsWith('XP')) return values.xpValue(bytes)
  if (name === 'Copyright') return values.copyrightValue(bytes)
  if (name === 'Orientation') return orientation(bytes, type, little)
  if (textTags.test(name)) return values.textValue(bytes, type, little)
  if ((name === 'FileSource' || name === 'SceneType') && type === 7) return String(bytes[0] ?? 0)
  return values.plainValue(bytes, type, little)
}

function orientation(bytes: Uint8Array, type: number, little: boolean): string | undefined {
  const [value] = values.numbersOf(bytes, type, little, 1)
  return value !== undefined && value >= 1 && value <= 8 ? String(value) : undefined
}

async function notePacket(space: TiffSpace, entry: TiffEntry, walk: ExifWalk): Promise<void> {
  const { notes } = walk
  const isPacket = [pointer.xmp, pointer.iptc, pointer.photoshop, pointer.icc].includes(entry.tag as 0x2bc)
  if (!isPacket) return
  const bytes = await readValue(space, entry, packetBytes)
  if (!bytes) return notes.fault('malformed', 'a value lies outside the file')
  if (entry.tag === pointer.xmp) noteXmp(bytes, notes)
  else if (entry.tag === pointer.iptc) readIptc(bytes, notes)
  else if (entry.tag === pointer.photoshop) notePhotoshop(bytes, notes)
  else noteIcc(bytes, notes)
}

/** Numbers of an entry's value; undefined where it lies outside. */
export async function numbers(space: TiffSpace, entry: TiffEntry): Promise<number[] | undefined> {
  const bytes = await readValue(space, entry, 1_024)
  return bytes && values.numbersOf(bytes, entry.type, space.little)
}

/** The first number of a tag in a directory. */
export async function numberOf(space: TiffSpace, directory: TiffDirectory, tag: number): Promise<number | undefined> {
  const entry = directory.entries.find((one) => one.tag === tag)
  return entry && (await numbers(space, entry))?.[0]
}

/** The last number of a tag that may have very many. */
export async function lastNumberOf(
  space: TiffSpace,
  directory: TiffDirectory,
  tag: number,
): Promise<number | undefined> {
  const entry = directory.entries.find((one) => one.tag === tag)
  if (!entry || entry.count === 0) return undefined
  const size = entry.size / entry.count
  return (await numbers(space, { ...entry, count: 1, size, at: entry.at + entry.size - size }))?.[0]
}

/** Notes the GPS directory: the position in signed decimal degrees, the altitude signed in metres (Exif 2.32, 4.6.6). */
export async function noteGps(space: TiffSpace, offset: number, walk: ExifWalk): Promise<void> {
  const directory = await enter(space, offset, walk)
  if (!directory) return
  const { notes, rank } = walk
  await noteTags(space, directory, walk, gpsTags)
  const text = async (tag: number) => {
    const entry = directory.entries.find((one) => one.tag === tag)
    const bytes = entry && (await readValue(space, entry, 64))
    return entry && bytes && values.textValue(bytes, entry.type, space.little)
  }
  const parts = async (tag: number) => {
    const entry = directory.entries.find((one) => one.tag === tag)
    return (entry && entry.type !== 2 && (await numbers(space, entry))) || []
  }
  for (const [name, tag] of [
    ['GPSLatitude', 2],
    ['GPSLongitude', 4],
    ['GPSDestLatitude', 0x14],
    ['GPSDestLongitude', 0x16],
  ] as const) {
    const degrees = values.degreesOf(await parts(tag), await text(tag - 1))
    if (degrees !== undefined) notes.tag(name, values.writeDegrees(degrees), rank)
  }
  const [altitude] = await parts(6)
  const isBelow = (await parts(5))[0] === 1
  const written = values.writeNumber((isBelow ? -1 : 1) * (altitude ?? Number.NaN), 5)
  if (written !== undefined) notes.tag('GPSAltitude', written, rank)
  const clock = values.clockOf(await parts(7))
  if (clock !== undefined) notes.tag('GPSTimeStamp', clock, rank)
}

async function noteThumbnail(space: TiffSpace, offset: number, walk: ExifWalk): Promise<void> {
  if (offset === 0) return
  const directory = await enter(space, offset, walk)
  if (!directory) return
  const at = await numberOf(space, directory, pointer.jpegOffset)
  const length = await numberOf(space, directory, pointer.jpegLength)
  if (at === undefined || !length) return
  const jpeg = await space.reader.read(space.base + at, Math.min(length, 2 ** 16))
  notePreview(jpeg, length, walk.notes)
}

/** Flags a preview inside the file, with its size in pixels and bytes where it is a JPEG. */
export function notePreview(jpeg: Uint8Array, length: number, notes: Notes): void {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return
  for (let at = 2; at + 9 < jpeg.length && jpeg[at] === 0xff; at += 2 + Math.max(2, u16(jpeg, at + 2, false))) {
    const marker = jpeg[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (!isFrame) continue
    notes.flag('embedded_preview', `${u16(jpeg, at + 7, false)}x${u16(jpeg, at + 5, false)}, ${length} bytes`)
    return
  }
  notes.flag('embedded_preview', `${length} bytes`)
}
