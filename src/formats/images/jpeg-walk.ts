import { bytesReader, type Reader } from '../../core/reader.ts'
import { type BlockBudget, section } from './access.ts'
import { hasAt, latin1, textOf, u16, u32, untilNul } from './bytes.ts'
import { noteCiff } from './ciff.ts'
import { noteExif } from './exif.ts'
import { findEnd } from './jpeg-end.ts'
import { type Notes, type Rank, ranks } from './notes.ts'
import { noteIcc, notePhotoshop, noteXmp } from './packets.ts'

/** Blocks that are spread over several segments, joined once all have been met. */
interface Spread {
  readonly icc: Uint8Array[]
  readonly photoshop: Uint8Array[]
  /** By the digest that the main packet names. */
  readonly extendedXmp: Map<string, Uint8Array[]>
  exif: Uint8Array | undefined
  hasPictures: boolean
}

const xmpMark = 'http://ns.adobe.com/xap/1.0/\0'
const extendedMark = 'http://ns.adobe.com/xmp/extension/\0'
const photoshopMark = 'Photoshop 3.0\0'

/** Notes what the segments of a JPEG say, up to its picture data, and whether it ends where it should. */
export async function walkJpeg(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const spread = await gather(reader, notes, budget, ranks.exif)
  if (spread.dataAt === undefined) notes.fault('truncated', 'the file ends before its picture data')
  else await noteEnd(reader, spread.dataAt, spread.hasPictures, notes, budget)
}

/**
 * Notes what a JPEG inside another file says; where it ends is not looked at.
 * @param rank `exif` where it is the only one to carry the picture's tags
 */
export async function walkInnerJpeg(
  reader: Reader,
  at: number,
  length: number,
  notes: Notes,
  budget: BlockBudget,
  rank: Rank,
): Promise<void> {
  const inner = section(reader, at, length)
  const start = await inner.read(0, 2)
  if (start[0] !== 0xff || start[1] !== 0xd8) return notes.fault('malformed', 'the preview inside is no JPEG')
  await gather(inner, notes, budget, rank)
}

async function gather(reader: Reader, notes: Notes, budget: BlockBudget, rank: Rank) {
  const spread: Spread = { icc: [], photoshop: [], extendedXmp: new Map(), exif: undefined, hasPictures: false }
  const dataAt = await walkSegments(reader, notes, budget, spread)
  if (spread.exif) await noteExif(bytesReader(spread.exif), 0, notes, budget, rank)
  noteSpread(spread, notes)
  return { dataAt, hasPictures: spread.hasPictures }
}

/** @returns where the picture data begins; undefined where the file ends before it */
async function walkSegments(
  reader: Reader,
  notes: Notes,
  budget: BlockBudget,
  spread: Spread,
): Promise<number | undefined> {
  let at = 2
  while (at + 4 <= reader.size) {
    budget.spend()
    const head = await reader.read(at, 4)
    const marker = head[1] ?? 0
    if (head[0] !== 0xff) {
      notes.fault('malformed', 'a segment begins with no marker')
      return findStart(reader, at)
    }
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += marker === 0xff ? 1 : 2
    else if (marker === 0xda) return at
    else if (marker === 0xd9) return at
    else {
      const length = u16(head, 2, false)
      if (length < 2) {
        notes.fault('malformed', 'a segment is shorter than its own length field')
        return findStart(reader, at + 2)
      }
      await takeSegment(reader, marker, at + 4, length - 2, notes, budget, spread)
      at += 2 + length
    }
  }
  return undefined
}

/** After damage: the frame and the picture data are looked for a little further on. */
async function findStart(reader: Reader, from: number): Promise<number | undefined> {
  const bytes = Buffer.from(await reader.read(from, 2 ** 16))
  const at = bytes.indexOf(Buffer.from([0xff, 0xda]))
  return at < 0 ? undefined : from + at
}

async function takeSegment(
  reader: Reader,
  marker: number,
  at: number,
  length: number,
  notes: Notes,
  budget: BlockBudget,
  spread: Spread,
): Promise<void> {
  const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
  if (isFrame) {
    const frame = await reader.read(at, 5)
    if (frame.length === 5) notes.size(u16(frame, 3, false), u16(frame, 1, false))
  } else if (marker === 0xfe) {
    notes.tag(
      'Comment',
      textOf(untilNul(await reader.read(at, Math.min(length, notes.limits.metadataCharacters * 4)))),
      ranks.packet,
    )
  } else if (marker >= 0xe0 && marker <= 0xef) {
    await takeApplication(marker, await reader.read(at, length), notes, budget, spread)
  }
}

async function takeApplication(
  marker: number,
  bytes: Uint8Array,
  notes: Notes,
  budget: BlockBudget,
  spread: Spread,
): Promise<void> {
  if (marker === 0xe1) takeApp1(bytes, notes, spread)
  else if (marker === 0xe2) takeApp2(bytes, notes, spread)
  else if (marker === 0xed && hasAt(bytes, 0, photoshopMark))
    spread.photoshop.push(bytes.subarray(photoshopMark.length))
  else if (marker === 0xec && /\[picture info\]|Type=/.test(latin1(bytes, 0, 256))) noteInfoText(bytes, notes)
  else if (marker === 0xe0 && hasAt(bytes, 6, 'HEAPJPGM')) await noteCiff(bytesReader(bytes), notes, budget)
  else if (marker === 0xe0 && hasAt(bytes, 0, 'JFXX\0')) notes.flag('embedded_preview', `${bytes.length - 6} bytes`)
}

function takeApp1(bytes: Uint8Array, notes: Notes, spread: Spread): void {
  if (hasAt(bytes, 0, 'Exif\0')) {
    // An Exif block too large for one segment goes on in the next one, which then has no TIFF head.
    const block = bytes.subarray(6)
    const isFirst = hasAt(block, 0, 'II') || hasAt(block, 0, 'MM')
    if (!spread.exif) spread.exif = block
    else if (!isFirst) spread.exif = Buffer.concat([spread.exif, block])
  } else if (hasAt(bytes, 0, xmpMark)) {
    noteXmp(bytes.subarray(xmpMark.length), notes)
  } else if (hasAt(bytes, 0, extendedMark)) {
    const digest = latin1(bytes, extendedMark.length, extendedMark.length + 32)
    const parts = spread.extendedXmp.get(digest) ?? []
    if (parts.length === 0) spread.extendedXmp.set(digest, parts)
    parts.push(bytes.subarray(extendedMark.length + 40))
  } else if (hasAt(bytes, 0, '<?xpacket') || hasAt(bytes, 0, 'http://ns.adobe.com/xap/')) {
    noteXmp(bytes.subarray(Math.max(0, bytes.indexOf(0x3c))), notes)
  }
}

function takeApp2(bytes: Uint8Array, notes: Notes, spread: Spread): void {
  if (hasAt(bytes, 0, 'ICC_PROFILE\0')) spread.icc.push(bytes.subarray(14))
  else if (hasAt(bytes, 0, 'MPF\0')) {
    const pictures = picturesOf(bytes.subarray(4))
    if (pictures > 1) notes.flag('multi_picture', `${pictures} pictures`)
    spread.hasPictures = pictures > 1
  }
}

/** The number of pictures that a multi-picture index tells (CIPA DC-007, 5.2.3.2: tag B001). */
function picturesOf(bytes: Uint8Array): number {
  const little = hasAt(bytes, 0, 'II')
  const directory = u32(bytes, 4, little)
  const count = Math.min(u16(bytes, directory, little), 64)
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * 12
    if (u16(bytes, at, little) === 0xb001) return Math.min(u32(bytes, at + 8, little), 65_535)
  }
  return 0
}

const infoNames: Readonly<Record<string, string>> = {
  'Serial#': 'SerialNumber',
  SerialNumber: 'SerialNumber',
  ID: 'ID',
  Type: 'CameraType',
  Version: 'FirmwareVersion',
}

/** The lines "Name=value" that early Olympus and Agfa cameras wrote ("PictureInfo"). */
function noteInfoText(bytes: Uint8Array, notes: Notes): void {
  for (const line of latin1(bytes).split(/[\r\n\0]+/, 200)) {
    const [key = '', value = ''] = line.split('=', 2).map((part) => part.trim())
    const seconds = Number(value)
    if (key === 'TimeDate' && seconds > 0 && seconds < 2 ** 32) {
      notes.tag('DateTimeOriginal', new Date(seconds * 1_000).toISOString().slice(0, 19), ranks.maker)
    }
    const name = infoNames[key]
    if (name !== undefined) notes.tag(name, value, ranks.maker)
  }
}

function noteSpread(spread: Spread, notes: Notes): void {
  if (spread.photoshop.length > 0) notePhotoshop(Buffer.concat(spread.photoshop), notes)
  if (spread.icc.length > 0) noteIcc(Buffer.concat(spread.icc), notes)
  for (const parts of spread.extendedXmp.values()) noteXmp(Buffer.concat(parts), notes)
}

async function noteEnd(
  reader: Reader,
  dataAt: number,
  hasPictures: boolean,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  // Nearly all files end with the end mark; only the others are read to find it.
  const last = await reader.read(reader.size - 2, 2)
  if (last[0] === 0xff && last[1] === 0xd9) return
  const end = await findEnd(reader, dataAt, budget)
  if (end === undefined) notes.fault('truncated', 'the picture data has no end mark')
  else if (end < reader.size && !hasPictures) notes.flag('trailing_data', `${reader.size - end} bytes`)
}
