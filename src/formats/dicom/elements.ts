import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { entryFor } from './dictionary.ts'

/** How the elements of a data set are written (PS3.5, chapter 7 and annex A). */
export interface Encoding {
  readonly isExplicit: boolean
  readonly isLittle: boolean
}

/** One data element, with the place of its value; the value itself is read when it is wanted. */
export interface DataElement {
  /** Group × 65,536 + element. */
  readonly tag: number
  /** Two letters; 'UN' where neither the file nor the dictionary says. */
  readonly vr: string
  readonly start: number
  /** Bytes; of an encapsulated value those of all fragments with their headers, up to where it ends. */
  readonly length: number
  /** Places of the fragments of an encapsulated value. */
  readonly fragments?: readonly { readonly start: number; readonly length: number }[]
  /** Tags of the sequences that it stands in, outermost first. */
  readonly path: readonly number[]
  readonly isLittle: boolean
}

/** What stands open while a data set is gone through. */
interface Open {
  readonly kind: 'sequence' | 'item'
  readonly end: number
  readonly tag: number
  readonly encoding: Encoding
}

/** Something met on the way through a data set: an element, or the end of an item. */
export type Step = DataElement | 'item end'

const item = 0xfffee000
const itemEnd = 0xfffee00d
const sequenceEnd = 0xfffee0dd
const pixelData = 0x7fe00010
const undefinedLength = 0xffffffff
// Value representations with a length of four bytes behind two of nothing (PS3.5, 7.1.2); all others have two.
const long: ReadonlySet<string> = new Set('OB OD OF OL OV OW SQ SV UC UN UR UT UV'.split(' '))
const implicitLittle: Encoding = Object.freeze({ isExplicit: false, isLittle: true })

/** What a walk may meet. */
export interface WalkLimits {
  /** Elements and items. */
  readonly elements: number
  /** Sequences and items within each other. */
  readonly nesting: number
}

/**
 * The elements of a data set in their order, those inside sequences too. Values are skipped, not read.
 * @param end where the data set ends
 * @throws ItemError `truncated` where an element goes beyond the end, `too_many`, `too_deep`, `malformed`, and what the reader throws
 */
export async function* walk(
  reader: Reader,
  start: number,
  end: number,
  encoding: Encoding,
  limits: WalkLimits,
): AsyncGenerator<Step, void, undefined> {
  const open: Open[] = []
  let at = start
  for (let count = 0; ; count++) {
    for (let top = open.at(-1); top && at >= top.end; top = open.at(-1)) {
      open.pop()
      if (top.kind === 'item') yield 'item end'
    }
    if (at >= end) return
    if (count >= limits.elements) throw new ItemError('too_many', `more than ${limits.elements} data elements`)
    if (open.length > limits.nesting) throw new ItemError('too_deep', 'too many sequences within each other')
    const top = open.at(-1)
    const header = await headerAt(reader, at, end, top?.encoding ?? encoding)
    if (!header) return
    const { tag, vr, value, length } = header
    const inner = vr === 'UN' && top?.encoding.isExplicit !== false && encoding.isExplicit ? implicitLittle : undefined
    const within = top?.encoding ?? encoding
    if (tag >>> 0 === item) {
      if (top?.kind !== 'sequence') throw new ItemError('malformed', 'an item of a sequence stands outside of one')
      open.push({ kind: 'item', end: length === undefinedLength ? end : value + length, tag, encoding: top.encoding })
      at = value
    } else if (tag === itemEnd || tag === sequenceEnd) {
      at = value
      if (closeTo(open, tag === itemEnd ? 'item' : 'sequence')) yield 'item end'
    } else if (tag === pixelData && length === undefinedLength) {
      const fragments = await fragmentsAt(reader, value, end, within, limits)
      yield {
        tag,
        vr,
        start: value,
        length: fragments.end - value,
        fragments: fragments.list,
        path: pathOf(open),
        isLittle: within.isLittle,
      }
      at = fragments.end
    } else if (vr === 'SQ' || length === undefinedLength || (await beginsSequence(reader, vr, value, length))) {
      const last = length === undefinedLength ? end : value + length
      if (last > end) open.push({ kind: 'sequence', end, tag, encoding: inner ?? within })
      else open.push({ kind: 'sequence', end: last, tag, encoding: inner ?? within })
      at = value
    } else {
      yield {
        tag,
        vr,
        start: value,
        length: Math.min(length, end - value),
        path: pathOf(open),
        isLittle: within.isLittle,
      }
      if (value + length > end) throw new ItemError('truncated', 'a data element goes beyond the end')
      at = value + length
    }
  }
}

function pathOf(open: readonly Open[]): readonly number[] {
  return open.length === 0 ? top : open.filter(({ kind }) => kind === 'sequence').map(({ tag }) => tag)
}

const top: readonly number[] = Object.freeze([])

/** Closes the innermost open part of a kind and all within it; says whether an item was among them. */
function closeTo(open: Open[], kind: Open['kind']): boolean {
  const at = open.findLastIndex((one) => one.kind === kind)
  if (at < 0) return false
  return open.splice(at).some((one) => one.kind === 'item')
}

interface Header {
  readonly tag: number
  readonly vr: string
  readonly value: number
  readonly length: number
}

/** The header of the element at a place; undefined where only padding is left. */
async function headerAt(reader: Reader, at: number, end: number, encoding: Encoding): Promise<Header | undefined> {
  const bytes = bufferOf(await reader.read(at, Math.min(12, end - at)))
  if (bytes.length < 8) {
    if (bytes.every((byte) => byte === 0)) return undefined
    throw new ItemError('truncated', 'the last data element is cut off')
  }
  const { isLittle } = encoding
  const tag = word(bytes, 0, isLittle) * 0x10000 + word(bytes, 2, isLittle)
  if (tag === 0 && (await isPadding(reader, at, end))) return undefined
  if (tag === item || tag === itemEnd || tag === sequenceEnd)
    return { tag, vr: '', value: at + 8, length: doubleWord(bytes, 4, isLittle) }
  const vr = bytes.toString('latin1', 4, 6)
  // Some writers forget the representation of single elements: what are no two letters is the length of an implicit one.
  if (!encoding.isExplicit || !/^[A-Z]{2}$/.test(vr)) {
    const known = entryFor(tag)?.vr ?? 'UN'
    return { tag, vr: known, value: at + 8, length: doubleWord(bytes, 4, isLittle) }
  }
  if (!long.has(vr)) return { tag, vr, value: at + 8, length: word(bytes, 6, isLittle) }
  if (bytes.length < 12) throw new ItemError('truncated', 'the last data element is cut off')
  return { tag, vr, value: at + 12, length: doubleWord(bytes, 8, isLittle) }
}

/** Bytes behind the last element that are looked at for being zeros. */
const paddingBytes = 4_096

async function isPadding(reader: Reader, at: number, end: number): Promise<boolean> {
  const bytes = await reader.read(at, Math.min(paddingBytes, end - at))
  return bytes.every((byte) => byte === 0)
}

/** A value of unknown representation that begins like an item is a sequence: private ones are written so. */
async function beginsSequence(reader: Reader, vr: string, value: number, length: number): Promise<boolean> {
  if (vr !== 'UN' || length < 8) return false
  const bytes = bufferOf(await reader.read(value, 8))
  return bytes.length === 8 && bytes.readUInt32LE(0) === 0xe000fffe && bytes.readUInt32LE(4) <= length + undefinedLength
}

async function fragmentsAt(reader: Reader, start: number, end: number, { isLittle }: Encoding, limits: WalkLimits) {
  const list: { readonly start: number; readonly length: number }[] = []
  let at = start
  while (at + 8 <= end) {
    const bytes = bufferOf(await reader.read(at, 8))
    const tag = word(bytes, 0, isLittle) * 0x10000 + word(bytes, 2, isLittle)
    const length = doubleWord(bytes, 4, isLittle)
    if (tag !== item) return { list, end: tag === sequenceEnd ? at + 8 : at }
    if (list.length >= limits.elements) throw new ItemError('too_many', `more than ${limits.elements} fragments`)
    list.push({ start: at + 8, length: Math.min(length, end - at - 8) })
    at += 8 + length
  }
  return { list, end: Math.max(start, Math.min(at, end)) }
}

function word(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)
}

function doubleWord(bytes: Buffer, at: number, isLittle: boolean): number {
  return isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
}
