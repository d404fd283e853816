import { type ChainScratch, marginals, mayFollow } from './chain.ts'
import { featureCount, isNameShape, type Reading, runAt, writeFeatures } from './features.ts'
import { labelCount, type TaggedType, type TaggerModel, taggedTypes } from './model.ts'
import { makeRoom, padding, punctuationShape, shapes, type TokenRoom, type Tokens, tokenize } from './tokens.ts'
import { tokenBits, type WordList, wordBits } from './word-bits.ts'

/** A name or place that the tagger sees; UTF-16 units, end exclusive. */
export interface TaggedSpan {
  readonly type: TaggedType
  readonly start: number
  readonly end: number
  /** Mean likelihood of the type over the span's tokens, before calibration. */
  readonly raw: number
}

/** Tokens around a seed that are tagged with it. */
const [before, behind] = [3, 4] as const
/** Stretches are cut here, so that memory does not grow with the text. */
const longestStretch = 2_000
/** A token belongs to the likeliest type where nothing is less likely than this. */
const mostNothing = 0.65
/** Tokens beside a stretch that its features may ask for: a run's length and some. */
const farthestRead = 16
const stop = punctuationShape('.')

/** Names and places in a text, in its order, with those that are less likely than not. */
export function tagText(codes: Uint16Array, model: TaggerModel): readonly TaggedSpan[] {
  const work = workOf(model)
  const { room, bits, isIn } = roomFor(work, codes.length)
  const tokens = tokenize(codes, room)
  const last = tokens.count - padding
  const reading: Reading = { codes, tokens, bits }
  const spans: TaggedSpan[] = []
  for (let from = markStretches(reading, isIn, model.list); from < last; from += 1) {
    if (isIn[from] !== 1) continue
    let to = from
    while (to - from < longestStretch && isIn[to] === 1) to += 1
    lookUp(reading, model.list, from, to)
    tagStretch(reading, from, to, work, spans)
    from = to - 1
  }
  return spans
}

/**
 * Marks what is worth tagging: tokens near a word that may be a name. Looks up the words that decide it.
 * @returns the first token that is marked, or where the tokens end
 */
function markStretches({ codes, tokens, bits }: Reading, isIn: Uint8Array, list: WordList): number {
  const { shape, count } = tokens
  const last = count - padding
  bits.fill(0, 0, count)
  isIn.fill(0, 0, count)
  let first = last
  for (let at = padding; at < last; at += 1) {
    const own = shape[at] ?? 0
    if (own === 0 || own >= shapes.digits) continue
    if (own === shapes.lower ? isNumbered(shape, at) : own !== shapes.letter)
      bits[at] = tokenBits(list, codes, tokens, at)
    if (own === shapes.caseless) lookUpBefore(codes, tokens, bits, list, at)
    if (!isSeed(tokens, bits, at)) continue
    const from = Math.max(padding, at - before)
    isIn.fill(1, from, Math.min(last, at + behind + 1))
    if (first === last) first = from
  }
  return first
}

/** The words that may announce a name in a script without capitals. */
function lookUpBefore(codes: Uint16Array, tokens: Tokens, bits: Uint16Array, list: WordList, at: number): void {
  bits[at - 1] = tokenBits(list, codes, tokens, at - 1)
  bits[at - 2] = tokenBits(list, codes, tokens, at - 2)
}

/** Looks up the words of a stretch that are not yet, and those beside it that its features ask for. */
function lookUp({ codes, tokens, bits }: Reading, list: WordList, from: number, to: number): void {
  const { shape, count } = tokens
  const last = Math.min(count - padding, to + farthestRead)
  for (let at = Math.max(padding, from - farthestRead); at < last; at += 1) {
    const own = shape[at] ?? 0
    if (own === shapes.lower || own === shapes.letter) bits[at] = tokenBits(list, codes, tokens, at)
  }
}

const mayBeName = wordBits.given | wordBits.surname | wordBits.town

function isSeed({ shape, glued }: Tokens, bits: Uint16Array, at: number): boolean {
  const own = shape[at] ?? 0
  const known = bits[at] ?? 0
  if (!isNameShape(own)) return (known & wordBits.street) !== 0 && own === shapes.lower && isNumbered(shape, at)
  if (isPartOfCode(shape, glued, at)) return false
  if (own === shapes.caseless) return (known & mayBeName) !== 0 || isAnnounced(bits, at)
  if (own === shapes.initial) return shape[at + 1] === stop && isNameShape(shape[at + 2] ?? 0)
  if (own === shapes.upperShort) return (known & mayBeName) !== 0 && (known & wordBits.common) === 0
  if ((known & (wordBits.common | wordBits.calendar | wordBits.dictionary)) === 0) return true
  // 'White' may be a name, 'The' at the beginning of a sentence not.
  return (known & mayBeName) !== 0 || (!isOpening(shape, at) && own !== shapes.upperLong)
}

/** 'rue' with a number close by. */
function isNumbered(shape: Uint8Array, at: number): boolean {
  for (let near = at - 3; near <= at + 4; near += 1) if (isDigits(shape[near] ?? 0)) return true
  return false
}

function isDigits(shape: number): boolean {
  return shape > shapes.digits && shape < shapes.line
}

const codeSigns = new Set([...'_$@#=\\{<'].map(punctuationShape))
const callSign = punctuationShape('(')

/** Part of an identifier, a variable, a tag, a call: 'O_NONBLOCK', '$Name', 'Deno2', 'Error('. */
export function isPartOfCode(shape: Uint8Array, glued: Uint8Array, at: number): boolean {
  const next = glued[at + 1] === 1 ? (shape[at + 1] ?? 0) : 0
  if (codeSigns.has(next) || next === callSign || isDigits(next)) return true
  const last = glued[at] === 1 ? (shape[at - 1] ?? 0) : 0
  return (
    codeSigns.has(last) || isDigits(last) || (last === stop && glued[at - 1] === 1 && shape[at - 2] !== shapes.initial)
  )
}

function isAnnounced(bits: Uint16Array, at: number): boolean {
  return (((bits[at - 1] ?? 0) | (bits[at - 2] ?? 0)) & (wordBits.honorific | wordBits.label)) !== 0
}

/** Whether a sentence or line begins at a token. */
function isOpening(shape: Uint8Array, at: number): boolean {
  const own = shape[at - 1] ?? 0
  return own === 0 || own >= shapes.line
}

/** Room for texts of some length, used for one text after another. */
interface Room {
  readonly room: TokenRoom
  readonly bits: Uint16Array
  readonly isIn: Uint8Array
}

/** What tagging takes beside the text: made once a model, for a short text would take less time than its making. */
interface Work {
  readonly unit: number
  readonly packed: Int32Array
  readonly steps: Float64Array
  readonly features: Int32Array
  potentials: Float64Array
  readonly scratch: ChainScratch
  length: number
  rooms: Room
}

const works = new WeakMap<TaggerModel, Work>()
/** UTF-16 units of a text whose room is kept for the next. */
const mostKept = 2 ** 16
const leastRoom = 4_096

function workOf(model: TaggerModel): Work {
  const known = works.get(model)
  if (known !== undefined) return known
  const work: Work = {
    unit: model.unit,
    packed: packWeights(model.weights),
    steps: stepsOf(model.transitions),
    features: new Int32Array(featureCount),
    potentials: new Float64Array(64 * labelCount),
    scratch: { alpha: new Float64Array(0), beta: new Float64Array(0) },
    length: leastRoom,
    rooms: makeRooms(leastRoom),
  }
  works.set(model, work)
  return work
}

/** The room that is kept, made larger for longer texts; a very long text gets its own. */
function roomFor(work: Work, length: number): Room {
  if (length > mostKept) return makeRooms(length)
  if (length > work.length) {
    work.length = Math.min(mostKept, 2 * length)
    work.rooms = makeRooms(work.length)
  }
  return work.rooms
}

function makeRooms(length: number): Room {
  const most = length + 2 * padding
  return { room: makeRoom(length), bits: new Uint16Array(most), isIn: new Uint8Array(most) }
}

/** A feature's weights, each made positive, as bytes of this many numbers. */
const packedWords = 3
const bias = 128
const evenBytes = 0x00ff00ff

/** Nine weights in three numbers, so that two are added at once: 38 bytes never outgrow 16 bits. */
function packWeights(weights: Int8Array): Int32Array {
  const features = weights.length / labelCount
  const bytes = new Uint8Array(features * packedWords * 4)
  for (let feature = 0; feature < features; feature += 1) {
    for (let label = 0; label < labelCount; label += 1)
      bytes[feature * packedWords * 4 + label] = (weights[feature * labelCount + label] ?? 0) + bias
  }
  return new Int32Array(bytes.buffer)
}

/** Exp of the transitions, 0 where a label may not follow; the last row is the beginning. */
export function stepsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (score, at) => {
    const [from, to] = [Math.floor(at / labelCount), at % labelCount]
    const isAllowed = from === labelCount ? to === 0 || to % 2 === 1 : mayFollow(from, to)
    return isAllowed ? Math.exp(score) : 0
  })
}

function tagStretch(reading: Reading, from: number, to: number, work: Work, into: TaggedSpan[]): void {
  const { packed, unit, steps, features, scratch } = work
  const length = to - from
  if (work.potentials.length < length * labelCount) work.potentials = new Float64Array(length * labelCount * 2)
  const { potentials } = work
  let run = runAt(reading, from)
  for (let at = from; at < to; at += 1) {
    if (at >= run.to || at < run.from) run = runAt(reading, at)
    writeFeatures(reading, at, run, features, 0)
    const row = (at - from) * labelCount
    writePotentials(packed, unit, features, potentials, row)
  }
  marginals(potentials, length, steps, scratch)
  spansOf(reading.tokens, from, to, potentials, into)
}

/** Exp of the sums of a token's weights, the largest 1; labels written out, for this is where the time goes. */
function writePotentials(
  packed: Int32Array,
  unit: number,
  features: Int32Array,
  potentials: Float64Array,
  row: number,
): void {
  let ac = 0
  let bd = 0
  let eg = 0
  let fh = 0
  let i = 0
  for (let feature = 0; feature < featureCount; feature += 1) {
    const at = Math.imul(features[feature] ?? 0, packedWords)
    const first = packed[at] ?? 0
    const second = packed[at + 1] ?? 0
    ac = (ac + (first & evenBytes)) | 0
    bd = (bd + ((first >>> 8) & evenBytes)) | 0
    eg = (eg + (second & evenBytes)) | 0
    fh = (fh + ((second >>> 8) & evenBytes)) | 0
    i = (i + (packed[at + 2] ?? 0)) | 0
  }
  const [a, c, b, d] = [ac & 0xffff, ac >>> 16, bd & 0xffff, bd >>> 16]
  const [e, g, f, h] = [eg & 0xffff, eg >>> 16, fh & 0xffff, fh >>> 16]
  const most = Math.max(a, b, c, d, e, f, g, h, i)
  potentials[row] = Math.exp((a - most) * unit)
  potentials[row + 1] = Math.exp((b - most) * unit)
  potentials[row + 2] = Math.exp((c - most) * unit)
  potentials[row + 3] = Math.exp((d - most) * unit)
  potentials[row + 4] = Math.exp((e - most) * unit)
  potentials[row + 5] = Math.exp((f - most) * unit)
  potentials[row + 6] = Math.exp((g - most) * unit)
  potentials[row + 7] = Math.exp((h - most) * unit)
  potentials[row + 8] = Math.exp((i - most) * unit)
}

function spansOf(tokens: Tokens, from: number, to: number, likely: Float64Array, into: TaggedSpan[]): void {
  let open = { type: -1, from: 0, sum: 0 }
  const close = (at: number) => {
    if (open.type >= 0) keepSpan(tokens, open.type, open.from, at, open.sum, into)
    open = { type: -1, from: at, sum: 0 }
  }
  for (let at = from; at < to; at += 1) {
    const row = (at - from) * labelCount
    const type = (likely[row] ?? 0) < mostNothing ? likeliest(likely, row) : -1
    const begins = (likely[row + 1 + 2 * type] ?? 0) > (likely[row + 2 + 2 * type] ?? 0)
    if (type !== open.type || (type >= 0 && begins)) close(at)
    if (type < 0) continue
    if (open.type < 0) open = { type, from: at, sum: 0 }
    open.sum += (likely[row + 1 + 2 * type] ?? 0) + (likely[row + 2 + 2 * type] ?? 0)
  }
  close(to)
}

function likeliest(likely: Float64Array, row: number): number {
  let [best, most] = [-1, 0]
  for (let type = 0; type < taggedTypes.length; type += 1) {
    const share = (likely[row + 1 + 2 * type] ?? 0) + (likely[row + 2 + 2 * type] ?? 0)
    if (share > most) [best, most] = [type, share]
  }
  return best
}

/** Keeps a span without the signs at its ends. */
function keepSpan(tokens: Tokens, type: number, from: number, to: number, sum: number, into: TaggedSpan[]): void {
  const { shape, start, end } = tokens
  const name = taggedTypes[type]
  if (name === undefined) return
  let [first, last] = [from, to - 1]
  while (first <= last && (shape[first] ?? 0) >= shapes.line) first += 1
  while (last >= first && (shape[last] ?? 0) >= shapes.line && !isClosing(shape, last)) last -= 1
  if (first > last) return
  into.push({ type: name, start: start[first] ?? 0, end: end[last] ?? 0, raw: sum / (to - from) })
}

/** The stop behind an initial belongs to the name. */
function isClosing(shape: Uint8Array, at: number): boolean {
  return shape[at] === stop && shape[at - 1] === shapes.initial
}
