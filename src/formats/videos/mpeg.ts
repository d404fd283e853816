import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { u16, u32 } from '../images/bytes.ts'
import { type Notes, ranks } from '../images/notes.ts'
import { type ClipFacts, noteDuration, numberText, readClip } from './read-clip.ts'

const rank = ranks.exif
/** Bytes at the beginning in which the head of the pictures is looked for. */
const searched = 2 ** 20
/** Pictures a second by their code (ISO/IEC 11172-2, 2.4.3.2). */
const rates = [0, 24_000 / 1_001, 24, 25, 30_000 / 1_001, 30, 50, 60_000 / 1_001, 60]
/** Bits a second of layer II by their code (ISO/IEC 11172-3). */
const soundRates = [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0]

/** MPEG-1 and MPEG-2 program streams and streams of pictures alone (ISO/IEC 11172, 13818). */
export const mpeg: Format = Object.freeze({
  id: 'mpeg',
  title: 'MPEG-1 and MPEG-2 videos',
  medium: 'video',
  mediaTypes: { 'video/mpeg': ['mpg', 'mpeg', 'vob', 'm2v', 'm1v', 'mod', 'tod'] },
  recognizes({ bytes }) {
    const code = u32(bytes, 0, false)
    return code === 0x1_ba || code === 0x1_b3 ? 'video/mpeg' : undefined
  },
  read(reader, context) {
    return readClip(reader, context, walkMpeg)
  },
} satisfies Format)

async function walkMpeg(reader: Reader, notes: Notes): Promise<ClipFacts> {
  const bytes = await reader.read(0, searched)
  const picture = noteSequence(bytes, notes)
  if (picture === undefined) notes.fault('malformed', 'no head of pictures near the beginning')
  const sound = soundRate(bytes)
  // ExifTool's own estimate: a stream says nowhere how long it is.
  const seconds = picture ? (8 * reader.size) / (picture + sound) : undefined
  noteDuration(seconds, notes)
  return { seconds }
}

/**
 * Notes the first sequence header in the bytes.
 * @returns bits a second of the pictures; 0 where they vary, undefined where there is no header
 */
export function noteSequence(bytes: Uint8Array, notes: Notes): number | undefined {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(Buffer.from([0, 0, 1, 0xb3]))
  if (at < 0 || at + 12 > bytes.length) return undefined
  const size = u32(bytes, at + 4, false)
  notes.tag('ImageWidth', String(size >>> 20), rank)
  notes.tag('ImageHeight', String((size >>> 8) & 0xf_ff), rank)
  const rate = rates[size & 15] ?? 0
  if (rate > 0) notes.tag('FrameRate', numberText(Math.round(rate * 1_000) / 1_000), rank)
  const bits = u32(bytes, at + 8, false) >>> 14
  if (bits === 0x3_ff_ff) return 0
  notes.tag('VideoBitrate', String(bits * 400), rank)
  return bits * 400
}

/** Bits a second of the first sound of layer II; 0 where there is none. */
function soundRate(bytes: Uint8Array): number {
  for (let at = 0; at + 64 < bytes.length; at += 1) {
    if (bytes[at] !== 0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 1 || ((bytes[at + 3] ?? 0) & 0xe0) !== 0xc0)
      continue
    for (let inside = at + 6; inside < at + 60; inside += 1) {
      if ((u16(bytes, inside, false) & 0xff_fe) === 0xff_fc)
        return 1_000 * (soundRates[(bytes[inside + 2] ?? 0) >> 4] ?? 0)
    }
  }
  return 0
}
