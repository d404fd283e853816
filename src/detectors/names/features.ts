import { featureOf, hashPart } from './hash.ts'
import { punctuationShape, shapes, type Tokens } from './tokens.ts'
import { wordBits } from './word-bits.ts'

/** Features of one token that its word alone decides, and those that need what stands around it. */
export const wordFeatureCount = 8
export const aroundFeatureCount = 30
/** Features of one token. */
export const featureCount = wordFeatureCount + aroundFeatureCount

/** What features are made from: a text's tokens with what lists say of them. */
export interface Reading {
  readonly codes: Uint16Array
  readonly tokens: Tokens
  /** {@link wordBits} by token. */
  readonly bits: Uint16Array
}

/** A stretch of capitalised words, initials and the particles between them; end exclusive. */
export interface NameRun {
  readonly from: number
  readonly to: number
  /** The lists' bits of its words, taken together. */
  readonly any: number
  readonly words: number
}

const hyphen = punctuationShape('-')
const apostrophe = punctuationShape("'")
const stop = punctuationShape('.')
const colon = punctuationShape(':')
const longestRun = 10
const farthestLabel = 8

/** Whether a token may be a part of a name by its shape alone. */
export function isNameShape(shape: number): boolean {
  return (shape >= shapes.capital && shape <= shapes.mixedCapital) || shape === shapes.caseless
}

/** The run that a token is in; the token alone where it is in none. */
export function runAt(reading: Reading, index: number): NameRun {
  if (!joins(reading, index)) return { from: index, to: index + 1, any: 0, words: 0 }
  const { shape } = reading.tokens
  let from = index
  while (index - from < longestRun && joins(reading, from - 1)) from -= 1
  let to = index
  while (to - index < longestRun && joins(reading, to)) to += 1
  while (from < index && !isNameShape(shape[from] ?? 0)) from += 1
  let any = 0
  let words = 0
  for (let at = from; at < to; at += 1) {
    if (!isNameShape(shape[at] ?? 0)) continue
    any |= reading.bits[at] ?? 0
    words += 1
  }
  return { from, to, any, words }
}

/** Whether a token may be a part of a run. */
function joins({ tokens: { shape, glued }, bits }: Reading, at: number): boolean {
  const own = shape[at] ?? 0
  if (isNameShape(own)) return true
  if (own === hyphen || own === apostrophe)
    return glued[at] === 1 && glued[at + 1] === 1 && isNameShape(shape[at + 1] ?? 0)
  if (own === stop) return glued[at] === 1 && shape[at - 1] === shapes.initial
  if (own !== shapes.lower && own !== shapes.letter) return false
  return ((bits[at] ?? 0) & wordBits.particle) !== 0 && isAfterParticles(shape, bits, glued, at)
}

/** A particle counts where a capital follows it, at once or behind one more particle. */
function isAfterParticles(shape: Uint8Array, bits: Uint16Array, glued: Uint8Array, at: number): boolean {
  let next = at + 1
  if (shape[next] === apostrophe && glued[next] === 1) next += 1
  if (isNameShape(shape[next] ?? 0)) return true
  return ((bits[next] ?? 0) & wordBits.particle) !== 0 && isNameShape(shape[next + 1] ?? 0)
}

/** The word before the last colon on the same line, or at the end of the line before: a label. */
function labelBefore({ tokens: { shape, word } }: Reading, index: number): number {
  let lines = 0
  for (let at = index - 1; at >= 0 && index - at <= farthestLabel; at -= 1) {
    const own = shape[at] ?? 0
    if (own === colon) return word[at - 1] ?? 0
    if (own === shapes.line) lines += 1
    if (lines > 1 || own === shapes.blankLine || own === shapes.edge) return 0
  }
  return 0
}

/** Where the line begins and how it looks: its first sign's shape, and what closes it. */
function lineAround({ tokens: { shape } }: Reading, index: number): number {
  let before = 0
  while (before < 6 && !isBreak(shape[index - 1 - before] ?? 0)) before += 1
  let behind = 0
  while (behind < 6 && !isBreak(shape[index + 1 + behind] ?? 0)) behind += 1
  const follows = shape[index + behind + 2] ?? 0
  return before * 4096 + behind * 256 + (behind < 6 ? follows : 255)
}

function isBreak(shape: number): boolean {
  return shape === shapes.line || shape === shapes.blankLine || shape === shapes.edge || shape === shapes.gap
}

/** Bits that stand for kinds of words, without 'common': short enough to be paired. */
const kinds =
  wordBits.given |
  wordBits.surname |
  wordBits.town |
  wordBits.region |
  wordBits.street |
  wordBits.honorific |
  wordBits.common |
  wordBits.organization |
  wordBits.label |
  wordBits.role |
  wordBits.particle |
  wordBits.kin |
  wordBits.streetEnding |
  wordBits.calendar |
  wordBits.product |
  wordBits.dictionary

/** Numbers of a {@link writeWordKey word's key}. */
export const wordKeySize = 6

/** Writes all that the features of a token's word are made from: its hash, shape and bits, and its last and first letters. */
export function writeWordKey({ codes, tokens, bits }: Reading, index: number, key: Int32Array): void {
  const { word, shape, glued, start, end } = tokens
  const own = shape[index] ?? 0
  key[0] = word[index] ?? 0
  key[1] = (own << 17) | ((glued[index] ?? 0) << 16) | (bits[index] ?? 0)
  if (own >= shapes.digits) {
    key.fill(0, 2)
    return
  }
  const [from, to] = [start[index] ?? 0, end[index] ?? 0]
  key[2] = hashPart(codes, Math.max(from, to - 2), to, 1)
  key[3] = hashPart(codes, Math.max(from, to - 3), to, 2)
  key[4] = hashPart(codes, Math.max(from, to - 4), to, 3)
  key[5] = hashPart(codes, from, Math.min(to, from + 3), 4)
}

/** Writes the features that a word's key decides into `into`, from `at` on: {@link wordFeatureCount} numbers. */
export function writeWordFeatures(key: Int32Array, into: Int32Array, at: number): void {
  const w0 = key[0] ?? 0
  const s0 = (key[1] ?? 0) >>> 16
  const g0 = (key[1] ?? 0) & kinds
  into[at] = featureOf(0, 0, 0)
  into[at + 1] = featureOf(1, w0, 0)
  into[at + 2] = featureOf(2, w0, s0)
  into[at + 3] = featureOf(10, s0, g0)
  into[at + 4] = featureOf(15, key[2] ?? 0, s0)
  into[at + 5] = featureOf(16, key[3] ?? 0, s0)
  into[at + 6] = featureOf(17, key[4] ?? 0, s0)
  into[at + 7] = featureOf(18, key[5] ?? 0, s0)
}

/** Writes all features of one token into `into`, from `at` on: {@link featureCount} numbers. */
export function writeFeatures(reading: Reading, index: number, run: NameRun, into: Int32Array, at: number): void {
  const key = new Int32Array(wordKeySize)
  writeWordKey(reading, index, key)
  writeWordFeatures(key, into, at)
  writeAroundFeatures(reading, index, run, into, at + wordFeatureCount)
}

/** Writes the features of what stands around a token into `into`, from `at` on: {@link aroundFeatureCount} numbers. */
export function writeAroundFeatures(reading: Reading, index: number, run: NameRun, into: Int32Array, at: number): void {
  const { tokens, bits } = reading
  const { word, shape, glued } = tokens
  const s0 = ((shape[index] ?? 0) << 1) | (glued[index] ?? 0)
  const s1 = ((shape[index + 1] ?? 0) << 1) | (glued[index + 1] ?? 0)
  const s2 = ((shape[index + 2] ?? 0) << 1) | (glued[index + 2] ?? 0)
  const sa = ((shape[index - 1] ?? 0) << 1) | (glued[index - 1] ?? 0)
  const sb = ((shape[index - 2] ?? 0) << 1) | (glued[index - 2] ?? 0)
  const [w0, w1, wa, wb] = [word[index] ?? 0, word[index + 1] ?? 0, word[index - 1] ?? 0, word[index - 2] ?? 0]
  const g0 = (bits[index] ?? 0) & kinds
  const g1 = (bits[index + 1] ?? 0) & kinds
  const ga = (bits[index - 1] ?? 0) & kinds
  const gb = (bits[index - 2] ?? 0) & kinds
  const g2 = (bits[index + 2] ?? 0) & kinds
  const before = word[run.from - 1] ?? 0
  const behind = word[run.to] ?? 0
  const place = (Math.min(index - run.from, 4) << 3) | Math.min(run.words, 7)
  const any = run.any & kinds
  const placed = (place << 16) ^ any
  const label = labelBefore(reading, index)
  const line = lineAround(reading, index)
  into[at] = featureOf(3, wa, s0)
  into[at + 1] = featureOf(4, w1, s0)
  into[at + 2] = featureOf(5, wb, s0)
  into[at + 3] = featureOf(6, word[index + 2] ?? 0, s0)
  into[at + 4] = featureOf(7, wa, w0)
  into[at + 5] = featureOf(8, w0, w1)
  into[at + 6] = featureOf(9, wb, wa)
  into[at + 7] = featureOf(11, (sa << 8) | s0, g0)
  into[at + 8] = featureOf(12, (s0 << 8) | s1, g0)
  into[at + 9] = featureOf(13, (sa << 16) | (s0 << 8) | s1, 0)
  into[at + 10] = featureOf(14, (sb << 16) | (sa << 8) | s0, (s1 << 8) | s2)
  into[at + 11] = featureOf(19, (ga << 16) ^ g0, g1)
  into[at + 12] = featureOf(20, (ga << 16) ^ g0, (sa << 8) | s0)
  into[at + 13] = featureOf(21, (g0 << 16) ^ g1, (s0 << 8) | s1)
  into[at + 14] = featureOf(22, wa, (g0 << 8) ^ s0)
  into[at + 15] = featureOf(23, w1, (g0 << 8) ^ s0)
  into[at + 16] = featureOf(24, before, place)
  into[at + 17] = featureOf(25, behind, place)
  into[at + 18] = featureOf(26, any, (place << 8) | s0)
  into[at + 19] = featureOf(27, (any << 16) ^ (bits[run.from - 1] ?? 0), ((bits[run.to] ?? 0) << 6) ^ place)
  into[at + 20] = featureOf(28, before, any)
  into[at + 21] = featureOf(29, behind, any)
  into[at + 22] = featureOf(30, before, word[run.from - 2] ?? 0)
  into[at + 23] = featureOf(31, behind, word[run.to + 1] ?? 0)
  into[at + 24] = featureOf(32, ((shape[run.from - 1] ?? 0) << 8) | (shape[run.to] ?? 0), placed)
  into[at + 25] = featureOf(33, label, s0)
  into[at + 26] = featureOf(34, label, placed)
  into[at + 27] = featureOf(35, line, s0)
  into[at + 28] = featureOf(36, line, any)
  into[at + 29] = featureOf(37, (gb << 16) ^ ga, (g0 << 15) ^ g2 ^ (s0 * 977))
}
