import { crc32, inflateSync } from 'node:zlib'
import type { Format } from '../../core/content.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, textOf, u16, u32, untilNul } from './bytes.ts'
import { noteExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { type Notes, ranks } from './notes.ts'
import { noteIcc, notePhotoshop, noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const signature = '\x89PNG\r\n\x1a\n'
/** Bytes that one compressed chunk of text may expand to. */
const expandedBytes = 16 * 2 ** 20
/** Bytes of one chunk of metadata that are read. */
const chunkBytes = 16 * 2 ** 20

/** PNG and APNG (W3C PNG, third edition) with their text, Exif, XMP and ICC chunks. */
export const png: Format = Object.freeze({
  id: 'png',
  title: 'PNG and APNG pictures',
  medium: 'image',
  mediaTypes: { 'image/png': ['png'], 'image/apng': ['apng', 'png'] },
  recognizes({ bytes }) {
    if (!hasAt(bytes, 0, signature)) return undefined
    return isAnimated(bytes) ? 'image/apng' : 'image/png'
  },
  read(reader, context) {
    return readPicture(reader, context, walkPng)
  },
} satisfies Format)

/** An animation says so (acTL) before its first picture data. */
function isAnimated(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + u32(bytes, at, false)) {
    if (hasAt(bytes, at + 4, 'acTL')) return true
    if (hasAt(bytes, at + 4, 'IDAT')) return false
  }
  return false
}

async function walkPng(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  let at = 8
  while (at + 12 <= reader.size) {
    budget.spend()
    const head = await reader.read(at, 8)
    const length = u32(head, 0, false)
    const type = latin1(head, 4, 8)
    if (!/^[A-Za-z]{4}$/.test(type)) return notes.fault('malformed', 'a chunk has no valid type')
    if (at + 12 + length > reader.size) break
    if (type === 'IEND') return noteEnd(reader, at + 12 + length, notes)
    if (kept.has(type)) await takeChunk(reader, at + 8, type, length, notes, budget)
    at += 12 + length
  }
  notes.fault('truncated', 'the file ends before its last chunk')
}

const kept = new Set(['IHDR', 'acTL', 'tEXt', 'zTXt', 'iTXt', 'eXIf', 'iCCP', 'tIME'])

async function takeChunk(
  reader: Reader,
  at: number,
  type: string,
  length: number,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  if (length > chunkBytes) return notes.fault('too_large', 'a chunk of metadata is too large')
  const bytes = await reader.read(at - 4, length + 8)
  if (crc32(bytes.subarray(0, length + 4)) !== u32(bytes, length + 4, false)) {
    notes.fault('malformed', 'the checksum of a chunk does not hold')
  }
  const data = bytes.subarray(4, length + 4)
  switch (type) {
    case 'IHDR':
      return notes.size(u32(data, 0, false), u32(data, 4, false))
    case 'acTL':
      return notes.flag('animated', `${u32(data, 0, false)} frames`)
    case 'tIME':
      return notes.tag('ModifyDate', timeOf(data), ranks.packet)
    case 'eXIf':
      return noteExif(bytesReader(withoutMark(data)), 0, notes, budget)
    case 'iCCP':
      return noteIcc(expand(data.subarray(untilNul(data).length + 2), notes), notes)
    default:
      return takeText(type, data, notes, budget)
  }
}

function timeOf(data: Uint8Array): string {
  const [month, day, hour, minute, second] = [...data.subarray(2, 7)].map((part) => String(part).padStart(2, '0'))
  return `${u16(data, 0, false)}:${month}:${day} ${hour}:${minute}:${second}Z`
}

/** Some writers keep JPEG's mark before the TIFF head. */
function withoutMark(data: Uint8Array): Uint8Array {
  return hasAt(data, 0, 'Exif\0\0') ? data.subarray(6) : data
}

function expand(data: Uint8Array, notes: Notes): Uint8Array {
  try {
    return inflateSync(data, { maxOutputLength: expandedBytes })
  } catch {
    // Damaged or boundless compressed data is a fault of the input, whatever zlib calls it.
    notes.fault('malformed', 'a compressed chunk cannot be expanded')
    return new Uint8Array()
  }
}

async function takeText(type: string, data: Uint8Array, notes: Notes, budget: BlockBudget): Promise<void> {
  const keyword = untilNul(data)
  const rest = data.subarray(keyword.length + 1)
  const name = latin1(keyword)
  if (type === 'iTXt') {
    // Compression flag and method, then language and translated keyword, each ended by a NUL.
    const afterLanguage = rest.subarray(2 + untilNul(rest.subarray(2)).length + 1)
    const text = afterLanguage.subarray(untilNul(afterLanguage).length + 1)
    await takeNamed(name, rest[0] === 1 ? expand(text, notes) : text, notes, budget)
  } else await takeNamed(name, type === 'zTXt' ? expand(rest.subarray(1), notes) : rest, notes, budget)
}

async function takeNamed(name: string, text: Uint8Array, notes: Notes, budget: BlockBudget): Promise<void> {
  if (name === 'XML:com.adobe.xmp') noteXmp(text, notes)
  else if (name.startsWith('Raw profile type ')) await takeProfile(name.slice(17), latin1(text), notes, budget)
  else {
    // Whatever somebody wrote under a keyword of their own may say anything.
    const nature = technical.has(name.toLowerCase()) ? undefined : { personal: true }
    notes.tag(tagName(name), textOf(untilNul(text)), ranks.packet, authors.has(name) ? undefined : nature)
  }
}

const technical = new Set([
  'software',
  'creation time',
  'date:create',
  'date:modify',
  'date:timestamp',
  'create-date',
  'modify-date',
])
const authors = new Set(['Author', 'Artist'])

/** ExifTool's way of making a tag's name from a keyword: "Creation Time" gives "CreationTime". */
function tagName(keyword: string): string {
  const [known] = [named[keyword.toLowerCase()]]
  if (known !== undefined) return known
  const words = keyword.split(/[^\w-]+/, 12).filter((word) => word !== '')
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1, 40)).join('')
  return joined === '' ? 'Text' : joined.slice(0, 64)
}

const named: Readonly<Record<string, string>> = {
  'create-date': 'CreateDate',
  'modify-date': 'ModDate',
  'date:create': 'Datecreate',
  'date:modify': 'Datemodify',
  model: 'Model',
  make: 'Make',
}

/** ImageMagick's way of carrying other programs' blocks: a name, a length, then hexadecimal digits. */
async function takeProfile(kind: string, text: string, notes: Notes, budget: BlockBudget): Promise<void> {
  const match = /^\s{0,4}[^\n]{0,80}\n\s{0,16}(\d{1,9})\n/.exec(text)
  if (!match) return
  const bytes = Buffer.from(text.slice(match[0].length).replaceAll(/\s+/g, ''), 'hex')
  if (kind === 'xmp') noteXmp(bytes, notes)
  else if (kind === 'icc' || kind === 'icm') noteIcc(bytes, notes)
  else if (kind === '8bim' || kind === 'iptc') {
    if (hasAt(bytes, 0, '8BIM')) notePhotoshop(bytes, notes)
    else readIptc(bytes, notes)
  } else if (hasAt(bytes, 0, 'Exif\0\0')) await noteExif(bytesReader(bytes.subarray(6)), 0, notes, budget)
  else if (hasAt(bytes, 0, 'http://ns.adobe.com/xap/1.0/')) noteXmp(bytes.subarray(29), notes)
  else if (kind === 'exif' || kind === 'APP1') await noteExif(bytesReader(bytes), 0, notes, budget)
}

function noteEnd(reader: Reader, end: number, notes: Notes): void {
  if (end < reader.size) notes.flag('trailing_data', `${reader.size - end} bytes`)
}
