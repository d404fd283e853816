import type { Gap, Place, ReadContext, Segment } from '../core/content.ts'
import type { Reader } from '../core/reader.ts'
import { controlShare } from './charset.ts'
import { bufferOf, createDecoder } from './decoder.ts'
import { byteOrderMark } from './head.ts'

/** Bytes read at once from an item that is larger than its head. */
const pieceBytes = 1 << 20
/** Bytes around a zero byte that show whether something else than text begins there. */
const noiseBytes = 1_024
/** The share of control characters, zero aside, from which a stretch of bytes is no text. */
const noiseShare = 0.05

/**
 * The text of an item, in pieces of at most about a million characters, whatever its size. Zero bytes are left out.
 * A stretch that is no text is decoded all the same and named once, by a gap.
 * @throws ItemError from the reader
 */
export async function* textPieces(reader: Reader, { head }: ReadContext): AsyncGenerator<string | Gap> {
  const known = head.text()
  if (known && reader.size <= head.bytes.length) {
    yield withoutZeros(known.text)
    return
  }
  const decoder = createDecoder(known?.charset ?? 'windows-1252')
  const isWide = known?.charset.startsWith('utf-16') || known?.charset.startsWith('utf-32')
  let isNoisy = false
  for (let at = 0; at < reader.size; at += pieceBytes) {
    const bytes = bufferOf(await reader.read(at, pieceBytes))
    if (!isNoisy && !isWide && hasNoise(bytes)) {
      isNoisy = true
      yield { what: 'gap', cause: 'malformed', message: 'a part of the text is no text' }
    }
    const text = decoder.decode(bytes, at + pieceBytes >= reader.size)
    yield withoutZeros(at === 0 && text.startsWith(byteOrderMark) ? text.slice(1) : text)
  }
}

function withoutZeros(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function hasNoise(bytes: Buffer): boolean {
  const zero = bytes.indexOf(0)
  if (zero < 0) return false
  return controlShare(bytes.subarray(zero, zero + noiseBytes).filter((byte) => byte !== 0)) > noiseShare
}

/** Collects text and gives it out in segments whose places run on. For one unit of one item. */
export interface SegmentWriter {
  add(text: string): void
  /** Segments that are full; with `isLast` also what is left. */
  take(isLast: boolean): Generator<Segment>
}

/**
 * Segments of at most `segmentCharacters`, cut behind line ends where there are any, else behind a blank, else anywhere
 * but within a character.
 * @param part the name of the unit; without it, the item's own text
 */
export function createSegmentWriter(segmentCharacters: number, part?: string): SegmentWriter {
  let held = ''
  let offset = 0
  const segment = (text: string): Segment => {
    const place: Place = part === undefined ? { unit: 'text', offset } : { unit: 'part', part, offset }
    return { what: 'segment', text: withLineFeeds(text), place, origin: 'text' }
  }
  return {
    add(text) {
      held = held === '' ? text : held + text
    },
    *take(isLast) {
      while (held.length > segmentCharacters) {
        const end = cutBefore(held, segmentCharacters)
        const text = held.slice(0, end)
        held = held.slice(end)
        yield segment(text)
        offset += codePoints(text)
      }
      if (!isLast || held === '') return
      const text = held
      held = ''
      yield segment(text)
      offset += codePoints(text)
    },
  }
}

/** Where to cut off at most `length` of a longer text: 1…length. */
function cutBefore(text: string, length: number): number {
  for (const end of ['\n', '\r', ' ']) {
    const at = text.lastIndexOf(end, length - 1) + 1
    if (at > 0 && !(end === '\r' && text[at] === '\n')) return at
  }
  const isHigh = isHighSurrogate(text.charCodeAt(length - 1))
  return isHigh && length > 1 ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

/** Texts of old Macintosh programs end their lines with carriage returns only; the length stays the same. */
function withLineFeeds(text: string): string {
  return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text
}

/** The length of well-formed text in code points. */
export function codePoints(text: string): number {
  let count = text.length
  for (let at = 0; at < text.length; at++) if (isHighSurrogate(text.charCodeAt(at))) count--
  return count
}
