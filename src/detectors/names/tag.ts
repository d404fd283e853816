import { type ChainScratch, marginals, mayFollow } from './chain.ts'
import { featureCount, isNameShape, type Reading, runAt, writeFeatures } from './features.ts'
import { labelCount, type TaggedType, type TaggerModel, taggedTypes } from './model.ts'
import { padding, punctuationShape, shapes, type Tokens, tokenize } from './tokens.ts'
import { tokenBits, wordBits } from './word-bits.ts'

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
const stop = punctuationShape('.')

/** Names and places in a text, in its order, with those that are less likely than not. */
export function tagText(codes: Uint16Array, model: TaggerModel): readonly TaggedSpan[] {
  const tokens = tokenize(codes)
  const bits = new Uint16Array(tokens.count)
  const isIn = markStretches(codes, tokens, bits, model)
  if (isIn === undefined) return []
  const reading: Reading = { codes, tokens, bits }
  const spans: TaggedSpan[] = []
  const work = makeWork(model)
  for (let from = padding; from < tokens.count - padding; from += 1) {
    if (isIn[from] !== 1) continue
    let to = from
    while (to - from < longestStretch && isIn[to] === 1) to += 1
    tagStretch(reading, from, to, work, spans)
    from = to - 1
  }
  return spans
}

/** Marks what is worth tagging: tokens near a word that may be a name. Looks words up on the way. */
function markStretches(
  codes: Uint16Array,
  tokens: Tokens,
  bits: Uint16Array,
  { list }: TaggerModel,
): Uint8Array | undefined {
  const { shape, count } = tokens
  const last = count - padding
  let isIn: Uint8Array | undefined
  for (let at = padding; at < last; at += 1) {
    const own = shape[at] ?? 0
    if (own < shapes.digits) bits[at] = tokenBits(list, codes, tokens, at)
    if (!isSeed(tokens, bits, at)) continue
    isIn ??= new Uint8Array(count)
    isIn.fill(1, Math.max(padding, at - before), Math.min(last, at + behind + 1))
  }
  return isIn
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

interface Work {
  readonly model: TaggerModel
  readonly steps: Float64Array
  readonly features: Int32Array
  potentials: Float64Array
  readonly scratch: ChainScratch
}

function makeWork(model: TaggerModel): Work {
  return {
    model,
    steps: stepsOf(model.transitions),
    features: new Int32Array(featureCount),
    potentials: new Float64Array(64 * labelCount),
    scratch: { alpha: new Float64Array(0), beta: new Float64Array(0) },
  }
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
  const { model, steps, features, scratch } = work
  const { weights, unit } = model
  const length = to - from
  if (work.potentials.length < length * labelCount) work.potentials = new Float64Array(length * labelCount * 2)
  const { potentials } = work
  let run = runAt(reading, from)
  for (let at = from; at < to; at += 1) {
    if (at >= run.to || at < run.from) run = runAt(reading, at)
    writeFeatures(reading, at, run, features, 0)
    const row = (at - from) * labelCount
    writePotentials(weights, unit, features, potentials, row)
  }
  marginals(potentials, length, steps, scratch)
  spansOf(reading.tokens, from, to, potentials, into)
}

/** Exp of the sums of a token's weights, the largest 1; labels written out, for this is where the time goes. */
function writePotentials(
  weights: Int8Array,
  unit: number,
  features: Int32Array,
  potentials: Float64Array,
  row: number,
): void {
  let [a, b, c, d, e, f, g, h, i] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let feature = 0; feature < featureCount; feature += 1) {
    const at = (features[feature] ?? 0) * labelCount
    a += weights[at] ?? 0
    b += weights[at + 1] ?? 0
    c += weights[at + 2] ?? 0
    d += weights[at + 3] ?? 0
    e += weights[at + 4] ?? 0
    f += weights[at + 5] ?? 0
    g += weights[at + 6] ?? 0
    h += weights[at + 7] ?? 0
    i += weights[at + 8] ?? 0
  }
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
