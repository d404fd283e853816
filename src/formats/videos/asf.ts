import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { hasAt, u16, u32, u64, utf16 } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { type ClipFacts, noteDuration, readClip } from './read-clip.ts'
import { natureOfKey, tagName } from './tag-names.ts'

const signature = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c'
const rank = ranks.exif
/** Bytes of one object that are read. */
const objectBytes = 2 ** 20
/** Ticks of 100 ns from 1601 to 1970, in seconds. */
const epoch = 11_644_473_600

/** Objects of the header by the first eight bytes of their GUID, in the order of the file (ASF Specification 01.20.06, 10). */
const objects: Readonly<
  Record<string, 'file' | 'stream' | 'description' | 'extended' | 'extension' | 'metadata' | 'codecs'>
> = {
  a1dcab8c47a9cf11: 'file',
  '9107dcb7b7a9cf11': 'stream',
  '3326b2758e66cf11': 'description',
  '40a4d0d207e3d211': 'extended',
  b503bf5f2ea9cf11: 'extension',
  eacbf8c5af5b7748: 'metadata',
  '941c23449894d149': 'metadata',
  '4052d1861d31d011': 'codecs',
}
const videoStream = 'c0ef19bc4d5bcf11'

/** Advanced Systems Format: Windows Media video. Files of sound alone are left to who names them. */
export const asf: Format = Object.freeze({
  id: 'asf',
  title: 'Windows Media videos',
  medium: 'video',
  mediaTypes: { 'video/x-ms-asf': ['wmv', 'asf', 'wm'] },
  recognizes({ bytes }) {
    if (!hasAt(bytes, 0, signature)) return undefined
    return Buffer.from(bytes).includes(Buffer.from(videoStream, 'hex')) ? 'video/x-ms-asf' : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkAsf)
  },
} satisfies Format)

async function walkAsf(reader: Reader, notes: Notes, budget: BlockBudget): Promise<ClipFacts> {
  const head = await reader.read(0, 30)
  const end = u64(head, 16, true)
  if (end > reader.size) notes.fault('truncated', 'the file ends inside its head')
  const facts: { seconds?: number } = {}
  await walkObjects(reader, 30, Math.min(end, reader.size), facts, notes, budget)
  return facts
}

async function walkObjects(
  reader: Reader,
  from: number,
  to: number,
  facts: { seconds?: number },
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  for (let at = from; at + 24 <= to; ) {
    budget.spend()
    const head = await reader.read(at, 24)
    const size = u64(head, 16, true)
    if (size < 24) return notes.fault('malformed', 'an object of no length')
    const kind = objects[guidOf(head, 0)]
    if (kind === 'extension') await walkObjects(reader, at + 46, Math.min(to, at + size), facts, notes, budget)
    else if (kind !== undefined)
      noteObject(kind, await reader.read(at + 24, Math.min(size - 24, objectBytes)), facts, notes)
    at += size
  }
}

function guidOf(bytes: Uint8Array, at: number): string {
  return Buffer.from(bytes.subarray(at, at + 8)).toString('hex')
}

function noteObject(kind: string, bytes: Uint8Array, facts: { seconds?: number }, notes: Notes): void {
  if (kind === 'file') noteFile(bytes, facts, notes)
  else if (kind === 'stream') noteStream(bytes, notes)
  else if (kind === 'description') noteDescription(bytes, notes)
  else if (kind === 'extended') noteExtended(bytes, notes)
  else if (kind === 'metadata') noteMetadata(bytes, notes)
  else noteCodecs(bytes, notes)
}

/** ExifTool's duration is the time of playing with that of loading before it. */
function noteFile(bytes: Uint8Array, facts: { seconds?: number }, notes: Notes): void {
  const unix = u64(bytes, 24, true) / 1e7 - epoch
  const created = new Date(unix * 1_000)
  // Some writers set no time, and it comes out as 1970.
  if (unix > 0 && !Number.isNaN(created.getTime()))
    notes.tag('CreationDate', `${created.toISOString().slice(0, 19)}Z`, rank)
  const duration = u64(bytes, 40, true) / 1e7
  noteDuration(duration, notes)
  const seconds = duration - u64(bytes, 56, true) / 1_000
  if (seconds > 0) facts.seconds = seconds
}

function noteStream(bytes: Uint8Array, notes: Notes): void {
  if (guidOf(bytes, 0) !== videoStream) return
  notes.tag('ImageWidth', String(u32(bytes, 54, true)), rank)
  notes.tag('ImageHeight', String(u32(bytes, 58, true)), rank)
  notes.tag(
    'VideoCodecID',
    Buffer.from(bytes.subarray(81, 85))
      .toString('latin1')
      .replace(/[^\x20-\x7e]/g, ''),
    rank,
  )
}

function noteDescription(bytes: Uint8Array, notes: Notes): void {
  let at = 10
  for (const [index, name] of ['Title', 'Author', 'Copyright', 'Description', 'Rating'].entries()) {
    const length = u16(bytes, index * 2, true)
    notes.tag(name, utf16(bytes.subarray(at, at + length), true), rank)
    at += length
  }
}

function noteExtended(bytes: Uint8Array, notes: Notes): void {
  const count = u16(bytes, 0, true)
  for (let [index, at] = [0, 2]; index < count && at + 6 <= bytes.length; index += 1) {
    const nameBytes = u16(bytes, at, true)
    const valueAt = at + 2 + nameBytes
    const length = u16(bytes, valueAt + 2, true)
    const value = bytes.subarray(valueAt + 4, valueAt + 4 + length)
    noteValue(utf16(bytes.subarray(at + 2, valueAt), true), u16(bytes, valueAt, true), value, notes)
    at = valueAt + 4 + length
  }
}

function noteMetadata(bytes: Uint8Array, notes: Notes): void {
  const count = u16(bytes, 0, true)
  for (let [index, at] = [0, 2]; index < count && at + 12 <= bytes.length; index += 1) {
    const nameBytes = u16(bytes, at + 4, true)
    const length = u32(bytes, at + 8, true)
    const value = bytes.subarray(at + 12 + nameBytes, at + 12 + nameBytes + length)
    noteValue(utf16(bytes.subarray(at + 12, at + 12 + nameBytes), true), u16(bytes, at + 6, true), value, notes)
    at += 12 + nameBytes + length
  }
}

/** Types: 0 text, 2 yes or no, 3, 4 and 5 numbers of 32, 64 and 16 bits; anything else is no value to read. */
function noteValue(key: string, type: number, value: Uint8Array, notes: Notes): void {
  const name = tagName(key)
  if (name === '') return
  const numbers: Readonly<Record<number, () => number>> = {
    3: () => u32(value, 0, true),
    4: () => u64(value, 0, true),
    5: () => u16(value, 0, true),
  }
  const text = type === 0 ? utf16(value, true) : numbers[type]?.().toString()
  if (text !== undefined) notes.tag(name, text, rank, natureOfKey(name, text))
}

function noteCodecs(bytes: Uint8Array, notes: Notes): void {
  const count = u32(bytes, 16, true)
  for (let [index, at] = [0, 20]; index < count && at + 4 <= bytes.length; index += 1) {
    const nameBytes = 2 * u16(bytes, at + 2, true)
    const name = utf16(bytes.subarray(at + 4, at + 4 + nameBytes), true)
    if (u16(bytes, at, true) === 1) notes.tag('VideoCodecName', name, rank)
    const descriptionAt = at + 4 + nameBytes
    const informationAt = descriptionAt + 2 + 2 * u16(bytes, descriptionAt, true)
    at = informationAt + 2 + u16(bytes, informationAt, true)
  }
}
