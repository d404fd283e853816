import { type ChainScratch, marginals, mayFollow } from './chain.ts'
import { type Reading, runAt } from './features.ts'
import { labelCount, type TaggedType, type TaggerModel, taggedTypes } from './model.ts'
import { makeScorer, type Scorer, writePotentials } from './potentials.ts'
import { lookUp, markStretches } from './stretches.ts'
import { makeRoom, padding, punctuationShape, shapes, type TokenRoom, tokenize } from './tokens.ts'

/** A name or place that the tagger sees; UTF-16 units, end exclusive. */
export interface TaggedSpan {
  readonly type: TaggedType
  readonly start: number
  readonly end: number
  /** Mean likelihood of the type over the span's tokens, before calibration. */
  readonly raw: number
  /** What lists say of any of its words: `wordBits`, or-ed. */
  readonly known: number
}

/** Stretches are cut here, so that memory does not grow with the text. */
const longestStretch = 2_000
/** A token belongs to the likeliest type where nothing is less likely than this. */
const mostNothing = 0.65
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

/** Room for texts of some length, used for one text after another. */
interface Room {
  readonly room: TokenRoom
  readonly bits: Uint16Array
  readonly isIn: Uint8Array
}

/** What tagging takes beside the text: made once a model, for a short text would take less time than its making. */
interface Work {
  readonly scorer: Scorer
  readonly steps: Float64Array
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
    scorer: makeScorer(model),
    steps: stepsOf(model.transitions),
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

/** Exp of the transitions, 0 where a label may not follow; the last row is the beginning. */
export function stepsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (score, at) => {
    const [from, to] = [Math.floor(at / labelCount), at % labelCount]
    const isAllowed = from === labelCount ? to === 0 || to % 2 === 1 : mayFollow(from, to)
    return isAllowed ? Math.exp(score) : 0
  })
}

function tagStretch(reading: Reading, from: number, to: number, work: Work, into: TaggedSpan[]): void {
  const { scorer, steps, scratch } = work
  const length = to - from
  if (work.potentials.length < length * labelCount) work.potentials = new Float64Array(length * labelCount * 2)
  const { potentials } = work
  let run = runAt(reading, from)
  for (let at = from; at < to; at += 1) {
    if (at >= run.to || at < run.from) run = runAt(reading, at)
    writePotentials(scorer, reading, at, run, potentials, (at - from) * labelCount)
  }
  marginals(potentials, length, steps, scratch)
  spansOf(reading, from, to, potentials, into)
}

function spansOf(reading: Reading, from: number, to: number, likely: Float64Array, into: TaggedSpan[]): void {
  let open = { type: -1, from: 0, sum: 0 }
  const close = (at: number) => {
    if (open.type >= 0) keepSpan(reading, open.type, open.from, at, open.sum, into)
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
function keepSpan(reading: Reading, type: number, from: number, to: number, sum: number, into: TaggedSpan[]): void {
  const { shape, start, end } = reading.tokens
  const name = taggedTypes[type]
  if (name === undefined) return
  let [first, last] = [from, to - 1]
  while (first <= last && (shape[first] ?? 0) >= shapes.line) first += 1
  while (last >= first && (shape[last] ?? 0) >= shapes.line && !isClosing(shape, last)) last -= 1
  if (first > last) return
  let known = 0
  for (let at = first; at <= last; at += 1) known |= reading.bits[at] ?? 0
  into.push({ type: name, start: start[first] ?? 0, end: end[last] ?? 0, raw: sum / (to - from), known })
}

/** The stop behind an initial belongs to the name. */
function isClosing(shape: Uint8Array, at: number): boolean {
  return shape[at] === stop && shape[at - 1] === shapes.initial
}
