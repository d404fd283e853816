import { latin1, textOf, u16, untilNul } from './bytes.ts'
import { pointer } from './exif-tags.ts'
import type { ExifWalk } from './exif-walk.ts'
import { fixedNotes, type MakerLayout, makerLayoutOf, panasonicFaces } from './maker-notes.ts'
import { ranks } from './notes.ts'
import { readDirectory, readValue, type TiffDirectory, type TiffEntry, type TiffSpace } from './tiff-directory.ts'
import { plainValue } from './tiff-values.ts'

/** Bytes of the notes that are looked at to tell their layout. */
const headBytes = 256
/** Bytes of one value that are read. */
const valueBytes = 1_024

/** Notes what a directory's maker notes say, where their layout is known. What is odd in them is passed over in silence. */
export async function readMakerNotes(space: TiffSpace, directory: TiffDirectory, walk: ExifWalk): Promise<void> {
  const entry = directory.entries.find(({ tag }) => tag === pointer.makerNote)
  if (!entry || entry.size < 8 || entry.at >= space.reader.size) return
  const size = Math.min(entry.size, space.reader.size - entry.at)
  const head = await space.reader.read(entry.at, Math.min(size, headBytes))
  for (const [name, value] of fixedNotes(head)) walk.notes.tag(name, value, ranks.maker)
  const layout = makerLayoutOf(head, walk.notes.value('Make') ?? '')
  if (layout) await readLayout(space, { start: entry.at, end: entry.at + size }, layout, walk)
}

/**
 * Notes what stands in maker notes that are an item or block by themselves (CR3), under their maker's layout.
 * @param space offsets count from its base
 */
export async function readLooseMakerNotes(
  space: TiffSpace,
  offset: number,
  make: string,
  walk: ExifWalk,
): Promise<void> {
  const layout = makerLayoutOf(new Uint8Array(8), make)
  const directory = layout && (await readDirectory(space, offset, walk.budget))
  if (directory) await noteEntries(space, directory, 0, layout.tags, walk)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

async function readLayout(space: TiffSpace, notes: Stretch, layout: MakerLayout, walk: ExifWalk): Promise<void> {
  const at = notes.start + layout.directoryAt
  const base = layout.base === 'tiff' ? space.base : notes.start + layout.base
  const little = await byteOrder(space, at, layout)
  const inner: TiffSpace = { reader: space.reader, base, little, big: false }
  if (walk.seen.has(at)) return
  walk.seen.add(at)
  const directory = await readDirectory(inner, at - base, walk.budget)
  if (!directory) return
  const shift = shiftOf(directory, notes, base)
  await noteEntries(inner, directory, shift, layout.tags, walk)
  for (const entry of directory.entries) {
    const tags = layout.inner.get(entry.tag)
    if (tags) await readInner(inner, entry, shift, tags, walk)
  }
}

/** Notes are often in an order of their own: a directory has fewer entries than the swapped number says. */
async function byteOrder(space: TiffSpace, at: number, layout: MakerLayout): Promise<boolean> {
  const little = layout.little === 'around' ? space.little : layout.little
  const count = await space.reader.read(at, 2)
  return u16(count, 0, little) > u16(count, 0, !little) && u16(count, 0, little) > 255 ? !little : little
}

/**
 * Programs that move maker notes without mending their offsets shift all values alike. The first value normally stands
 * right behind the directory: that tells by how much. 0 where nothing fits better.
 */
function shiftOf(directory: TiffDirectory, notes: Stretch, base: number): number {
  const outside = directory.entries.filter((entry) => !entry.isInline && entry.size < notes.end - notes.start)
  if (outside.length === 0) return 0
  const first = outside.reduce((least, entry) => Math.min(least, entry.at), Number.POSITIVE_INFINITY)
  const last = outside.reduce((most, entry) => Math.max(most, entry.at + entry.size), 0)
  const candidates = [0, directory.end - first, directory.end - 4 - first, notes.start - base]
  return candidates.find((shift) => first + shift >= directory.end - 4 && last + shift <= notes.end) ?? 0
}

async function readInner(
  space: TiffSpace,
  entry: TiffEntry,
  shift: number,
  tags: ReadonlyMap<number, string>,
  walk: ExifWalk,
): Promise<void> {
  let offset = entry.at + shift - space.base
  if (entry.type !== 7) {
    const bytes = await readValue(space, entry, 8)
    offset = Number(bytes && plainValue(bytes, entry.type, space.little)) + shift
  }
  if (!Number.isFinite(offset) || walk.seen.has(space.base + offset)) return
  walk.seen.add(space.base + offset)
  const directory = await readDirectory(space, offset, walk.budget)
  if (directory) await noteEntries(space, directory, shift, tags, walk)
}

async function noteEntries(
  space: TiffSpace,
  directory: TiffDirectory,
  shift: number,
  tags: ReadonlyMap<number, string>,
  walk: ExifWalk,
): Promise<void> {
  const seen = new Set<string>()
  for (const entry of directory.entries) {
    const name = tags.get(entry.tag)
    if (name === undefined || seen.has(name)) continue
    const moved = entry.isInline ? entry : { ...entry, at: entry.at + shift }
    const bytes = await readValue(space, moved, valueBytes)
    if (!bytes) continue
    seen.add(name)
    if (name === 'FaceRecInfo') noteFaces(bytes, walk)
    else noteValue(name, bytes, entry.type, space.little, walk)
  }
}

function noteFaces(bytes: Uint8Array, walk: ExifWalk): void {
  for (const [name, value] of panasonicFaces(bytes)) walk.notes.tag(name, value, ranks.maker)
}

function noteValue(name: string, bytes: Uint8Array, type: number, little: boolean, walk: ExifWalk): void {
  if (type === 1 && name === 'ImageUniqueID') {
    walk.notes.tag(name, bytes.some((byte) => byte !== 0) ? Buffer.from(bytes).toString('hex') : '', ranks.maker)
    return
  }
  const text = type === 7 || type === 1 ? printable(bytes) : plainValue(bytes, type, little)
  // 0 is how a camera says that it has no number.
  if (text !== undefined && !/^[0\s]*$/.test(text)) walk.notes.tag(name, text, ranks.maker)
}

function printable(bytes: Uint8Array): string {
  const bare = untilNul(bytes)
  return /^[\x20-\x7e]*$/.test(latin1(bare)) || bare.some((byte) => byte >= 0x80) ? textOf(bare) : ''
}
