import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { hasAt, latin1, textOf, u32, untilNul } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { noteXmp } from '../images/packets.ts'
import { type ClipFacts, noteDuration, numberText, readClip } from './read-clip.ts'

const mediaType = 'video/x-msvideo'
const rank = ranks.exif
/** Bytes of one chunk that are read. */
const chunkBytes = 16 * 2 ** 20

/** AVI (Microsoft, RIFF files; OpenDML extensions 1.02). */
export const avi: Format = Object.freeze({
  id: 'avi',
  title: 'AVI videos',
  medium: 'video',
  mediaTypes: { [mediaType]: ['avi', 'divx'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 0, 'RIFF') && hasAt(bytes, 8, 'AVI ') ? mediaType : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkAvi)
  },
} satisfies Format)

interface State {
  kind: string
  frames: number
  seconds: number | undefined
}

async function walkAvi(reader: Reader, notes: Notes, budget: BlockBudget): Promise<ClipFacts> {
  const end = 8 + u32(await reader.read(4, 4), 0, true)
  if (end > reader.size + 1) notes.fault('truncated', 'the file is shorter than its head says')
  const state: State = { kind: '', frames: 0, seconds: undefined }
  await walkChunks(reader, 12, Math.min(end, reader.size), state, notes, budget)
  noteDuration(state.seconds, notes)
  return { seconds: state.seconds }
}

/** Lists hold chunks; that of the pictures themselves is passed over. */
async function walkChunks(
  reader: Reader,
  from: number,
  to: number,
  state: State,
  notes: Notes,
  budget: BlockBudget,
): Promise<void> {
  for (let at = from; at + 8 <= to; ) {
    budget.spend()
    const head = await reader.read(at, 12)
    const type = latin1(head, 0, 4)
    const length = u32(head, 4, true)
    const end = Math.min(to, at + 8 + length)
    if (type === 'LIST') {
      const list = latin1(head, 8, 12)
      if (list === 'hdrl' || list === 'strl' || list === 'INFO' || list === 'exif')
        await walkChunks(reader, at + 12, end, state, notes, budget)
    } else if (length <= chunkBytes && isTold(type)) {
      noteChunk(type, await reader.read(at + 8, end - at - 8), state, notes)
    }
    at += 8 + length + (length & 1)
  }
}

const texts: Readonly<Record<string, string>> = {
  ISFT: 'Software',
  INAM: 'Title',
  IART: 'Artist',
  ICMT: 'Comment',
  ICRD: 'DateCreated',
  ICOP: 'Copyright',
  ISBJ: 'Subject',
  IKEY: 'Keywords',
  IENG: 'Engineer',
  ITCH: 'Technician',
  ISRC: 'Source',
  IGNR: 'Genre',
  IPRD: 'Product',
  IDIT: 'DateTimeOriginal',
  ecor: 'Make',
  emdl: 'Model',
  etim: 'TimeCreated',
  eucm: 'UserComment',
}

function isTold(type: string): boolean {
  return texts[type] !== undefined || ['avih', 'strh', 'strf', '_PMX'].includes(type)
}

function noteChunk(type: string, bytes: Uint8Array, state: State, notes: Notes): void {
  const name = texts[type]
  if (name !== undefined) notes.tag(name, timeOf(name, textOf(untilNul(bytes)).trim()), rank)
  else if (type === '_PMX') noteXmp(bytes, notes)
  else if (type === 'avih') noteHead(bytes, state, notes)
  else if (type === 'strh') noteStream(bytes, state, notes)
  else if (state.kind === 'vids') notes.tag('Compression', printable(latin1(bytes, 16, 20)), rank)
}

function noteHead(bytes: Uint8Array, state: State, notes: Notes): void {
  const microseconds = u32(bytes, 0, true)
  state.frames = u32(bytes, 16, true)
  notes.tag('FrameCount', String(state.frames), rank)
  notes.tag('ImageWidth', String(u32(bytes, 32, true)), rank)
  notes.tag('ImageHeight', String(u32(bytes, 36, true)), rank)
  if (microseconds === 0) return
  notes.tag('FrameRate', numberText(1e6 / microseconds), rank)
  if (state.frames > 0) state.seconds = (state.frames * microseconds) / 1e6
}

/** The stream of pictures knows its length better than the head, which may count those of one part only. */
function noteStream(bytes: Uint8Array, state: State, notes: Notes): void {
  state.kind = latin1(bytes, 0, 4)
  if (state.kind !== 'vids') return
  notes.tag('VideoCodec', printable(latin1(bytes, 4, 8)), rank)
  const [scale, rate, length] = [u32(bytes, 20, true), u32(bytes, 24, true), u32(bytes, 32, true)]
  if (scale === 0 || rate === 0) return
  notes.tag('VideoFrameRate', numberText(rate / scale), rank)
  notes.tag('VideoFrameCount', String(length), rank)
  if (length > 0) state.seconds = (length * scale) / rate
}

function printable(code: string): string {
  return code.replace(/[^\x20-\x7e]/g, '')
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const clock = /^(?:[A-Za-z]{3} )?([A-Za-z]{3}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/

/** Cameras write "Mon Mar 10 15:04:43 2003"; others write it in figures. */
function timeOf(name: string, value: string): string {
  const match = name === 'DateTimeOriginal' ? clock.exec(value) : null
  const month = match ? months.indexOf(match[1] ?? '?') / 3 + 1 : 0
  if (!match || month < 1) return value
  return `${match[4]}-${String(month).padStart(2, '0')}-${match[2]?.padStart(2, '0')}T${match[3]}`
}
