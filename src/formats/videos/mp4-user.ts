import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { hasAt, textOf, u32 } from '../images/bytes.ts'
import { type Box, boxesIn, contentOf } from '../images/iso-boxes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { noteXmp } from '../images/packets.ts'
import { noteDegrees, notePosition } from './position.ts'
import { code, dataValue, internationalText, languageText, plainText } from './quicktime-values.ts'
import { natureOfKey, tagName } from './tag-names.ts'

const rank = ranks.exif
/** Bytes of one value, and of one packet of XMP, that are read. */
const valueBytes = 64 * 2 ** 10
const packetBytes = 16 * 2 ** 20
/** Keys of one list that are read. */
const mostKeys = 1_000

/** QuickTime's user data by the code of the box; its values are international texts. */
const international: Readonly<Record<string, string>> = {
  '\xa9xyz': 'GPSCoordinates',
  '\xa9mak': 'Make',
  '\xa9mod': 'Model',
  '\xa9swr': 'SoftwareVersion',
  '\xa9day': 'ContentCreateDate',
  '\xa9nam': 'Title',
  '\xa9ART': 'Artist',
  '\xa9aut': 'Author',
  '\xa9dir': 'Director',
  '\xa9prd': 'Producer',
  '\xa9cmt': 'Comment',
  '\xa9des': 'Description',
  '\xa9inf': 'Information',
  '\xa9cpy': 'Copyright',
  '\xa9alb': 'Album',
  '\xa9too': 'Encoder',
  '\xa9enc': 'EncodedBy',
  '\xa9fmt': 'Format',
  '\xa9key': 'Keywords',
  '\xa9gen': 'Genre',
  '\xa9src': 'SourceCredits',
  '\xa9req': 'Requirements',
  '\xa9TSC': 'StartTimeScale',
  '\xa9TSZ': 'StartTimeSampleSize',
  '\xa9TIM': 'StartTimecode',
  '@mak': 'Make',
  '@mod': 'Model',
  '@xyz': 'GPSCoordinates',
  '@swr': 'SoftwareVersion',
  '@day': 'ContentCreateDate',
}

/** 3GPP's user data (TS 26.244), with a language before the text. */
const byLanguage: Readonly<Record<string, string>> = {
  auth: 'Author',
  titl: 'Title',
  dscp: 'Description',
  cprt: 'Copyright',
  perf: 'Performer',
  albm: 'Album',
  gnre: 'Genre',
  manu: 'Make',
  modl: 'Model',
}

/** Plain texts that makers of cameras keep. */
const plain: Readonly<Record<string, string>> = {
  date: 'DateTimeOriginal',
  FIRM: 'FirmwareVersion',
  LENS: 'LensSerialNumber',
  name: 'Name',
  slno: 'SerialNumber',
  cmnm: 'Model',
  cmid: 'CameraID',
}

/** Lists of iTunes. */
const listed: Readonly<Record<string, string>> = {
  ...international,
  '\xa9wrt': 'Composer',
  desc: 'Description',
  ldes: 'LongDescription',
  cprt: 'Copyright',
  aART: 'AlbumArtist',
  ownr: 'Owner',
  apID: 'AppleStoreAccount',
  purd: 'PurchaseDate',
  tvsh: 'TVShow',
}

/** Notes a `udta` box, of a movie or a track. */
export async function noteUserData(reader: Reader, user: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  for await (const box of boxesIn(reader, user.start, user.end, budget)) {
    if (box.type === 'meta') await noteMeta(reader, box, notes, budget)
    else if (box.type === 'XMP_') noteXmp(await contentOf(reader, box, packetBytes), notes)
    else await noteUserBox(box.type, await contentOf(reader, box, valueBytes), notes)
  }
}

async function noteUserBox(type: string, bytes: Uint8Array, notes: Notes): Promise<void> {
  const told = international[type] ?? byLanguage[type] ?? plain[type]
  if (type === 'loci') noteLocation(bytes, notes)
  else if (told === undefined) return
  else if (international[type] !== undefined) noteValue(told, internationalText(bytes), notes)
  else if (byLanguage[type] !== undefined) noteValue(told, languageText(bytes), notes)
  else noteValue(told, plainText(bytes), notes)
}

function noteValue(name: string, value: string, notes: Notes): void {
  const text = value.trim()
  if (text === '') return
  if (name === 'GPSCoordinates') notePosition(text, notes)
  else notes.tag(name, text, rank, natureOfKey(name, text))
}

/** 3GPP's place: language, name, role, then longitude, latitude and altitude as fixed-point numbers (TS 26.244, 8.2.10). */
function noteLocation(bytes: Uint8Array, notes: Notes): void {
  const isWide = bytes[6] === 0xfe || bytes[6] === 0xff
  let end = 6
  while (end < bytes.length && (bytes[end] !== 0 || (isWide && bytes[end + 1] !== 0))) end += isWide ? 2 : 1
  noteValue('LocationInformation', plainText(bytes.subarray(6, end)), notes)
  const at = end + (isWide ? 2 : 1) + 1
  if (at + 12 > bytes.length) return
  const number = (place: number) => (u32(bytes, place, false) | 0) / 65_536
  noteDegrees(number(at + 4), number(at), number(at + 8), notes)
}

/** Notes a `meta` box: keys and their values (QuickTime), or a list (iTunes). */
export async function noteMeta(reader: Reader, meta: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  const head = await reader.read(meta.start, 8)
  // In MP4 it begins with version and flags, in QuickTime with its first box.
  const start = hasAt(head, 4, 'hdlr') ? meta.start : meta.start + 4
  let keys: readonly string[] = []
  for await (const box of boxesIn(reader, start, meta.end, budget)) {
    if (box.type === 'keys') keys = keysOf(await contentOf(reader, box, valueBytes))
    else if (box.type === 'ilst') await noteList(reader, box, keys, notes, budget)
  }
}

function keysOf(bytes: Uint8Array): readonly string[] {
  const count = Math.min(u32(bytes, 4, false), mostKeys)
  const keys: string[] = []
  for (let at = 8; keys.length < count && at + 8 <= bytes.length; ) {
    const size = u32(bytes, at, false)
    if (size < 8) return keys
    keys.push(textOf(bytes.subarray(at + 8, at + size)))
    at += size
  }
  return keys
}

async function noteList(
  reader: Reader,
  list: Box,
  keys: readonly string[],
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  for await (const item of boxesIn(reader, list.start, list.end, budget)) {
    const bytes = await contentOf(reader, item, valueBytes)
    const name =
      keys.length > 0 ? tagName(keys[u32(Buffer.from(item.type, 'latin1'), 0, false) - 1] ?? '') : listed[item.type]
    if (name === undefined || name === '') continue
    for (let at = 0; at + 16 <= bytes.length; ) {
      const size = u32(bytes, at, false)
      if (size < 16) break
      if (code(bytes, at + 4) === 'data') noteValue(name, dataValue(bytes.subarray(at + 8, at + size)) ?? '', notes)
      at += size
    }
  }
}
