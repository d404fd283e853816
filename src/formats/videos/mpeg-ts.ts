import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { u16, u32 } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { noteSequence } from './mpeg.ts'
import { type ClipFacts, noteDuration, readClip } from './read-clip.ts'

/** Bytes at either end in which clocks and heads are looked for. */
const searched = 512 * 2 ** 10
/** Packets that must begin where they should. */
const sure = 5

/** MPEG transport streams (ISO/IEC 13818-1), with and without the times that camcorders put before each packet. */
export const mpegTs: Format = Object.freeze({
  id: 'mpeg-ts',
  title: 'MPEG transport streams',
  medium: 'video',
  mediaTypes: { 'video/mp2t': ['ts', 'm2ts', 'mts', 'm2t'] },
  recognizes({ bytes }) {
    return layoutOf(bytes) ? 'video/mp2t' : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkStream)
  },
} satisfies Format)

/** Bytes of a packet, and of the time before it. */
interface Layout {
  readonly size: 188 | 192
  readonly before: 0 | 4
}

function layoutOf(bytes: Uint8Array): Layout | undefined {
  for (const layout of [
    { size: 188, before: 0 },
    { size: 192, before: 4 },
  ] as const) {
    const isWhole = bytes.length >= sure * layout.size
    if (!isWhole || bytes[layout.before] !== 0x47) continue
    const all = Array.from({ length: sure }, (_, index) => bytes[index * layout.size + layout.before])
    if (all.every((byte) => byte === 0x47)) return layout
  }
  return undefined
}

async function walkStream(reader: Reader, notes: Notes): Promise<ClipFacts> {
  const head = await reader.read(0, searched)
  const layout = layoutOf(head)
  if (!layout) return {}
  noteSequence(head, notes)
  noteTypes(head, layout, notes)
  const tailAt = Math.max(0, Math.floor((reader.size - searched) / layout.size) * layout.size)
  const tail = await reader.read(tailAt, searched)
  const first = clocks(head, layout)
  const last = clocks(tail, layout)
  const seconds = [...first].map(([stream, { from }]) => ((last.get(stream)?.to ?? from) - from) / 27e6)
  const longest = Math.max(0, ...seconds)
  noteDuration(longest, notes)
  return { seconds: longest > 0 ? longest : undefined }
}

/** The first and last clock of each stream that carries one, in ticks of 27 MHz. */
function clocks(bytes: Uint8Array, { size, before }: Layout): Map<number, { from: number; to: number }> {
  const found = new Map<number, { from: number; to: number }>()
  for (let at = before; at + 188 <= bytes.length; at += size) {
    if (bytes[at] !== 0x47) continue
    const hasField = ((bytes[at + 3] ?? 0) & 0x20) !== 0 && (bytes[at + 4] ?? 0) >= 7
    if (!hasField || ((bytes[at + 5] ?? 0) & 0x10) === 0) continue
    const base = u32(bytes, at + 6, false) * 2 + ((bytes[at + 10] ?? 0) >> 7)
    const clock = base * 300 + (u16(bytes, at + 10, false) & 0x1_ff)
    const stream = u16(bytes, at + 1, false) & 0x1f_ff
    found.set(stream, { from: found.get(stream)?.from ?? clock, to: clock })
  }
  return found
}

const videoTypes: ReadonlySet<number> = new Set([1, 2, 0x10, 0x1b, 0x24, 0xea])
const soundTypes: ReadonlySet<number> = new Set([3, 4, 0x0f, 0x11, 0x81, 0x06])

/** Notes the types of the streams in the first map of a program. */
function noteTypes(bytes: Uint8Array, { size, before }: Layout, notes: Notes): void {
  for (let at = before; at + 188 <= bytes.length; at += size) {
    const isStart = ((bytes[at + 1] ?? 0) & 0x40) !== 0
    const field = ((bytes[at + 3] ?? 0) & 0x20) !== 0 ? 1 + (bytes[at + 4] ?? 0) : 0
    const table = at + 4 + field + 1 + (bytes[at + 4 + field] ?? 0)
    if (!isStart || bytes[table] !== 2 || table + 12 > at + 188) continue
    const end = Math.min(at + 188, table + 3 + (u16(bytes, table + 1, false) & 0xf_ff) - 4)
    for (let entry = table + 12 + (u16(bytes, table + 10, false) & 0xf_ff); entry + 5 <= end; ) {
      const type = bytes[entry] ?? 0
      if (videoTypes.has(type)) notes.tag('VideoStreamType', String(type), ranks.exif)
      else if (soundTypes.has(type)) notes.tag('AudioStreamType', String(type), ranks.exif)
      entry += 5 + (u16(bytes, entry + 3, false) & 0xf_ff)
    }
    return
  }
}
