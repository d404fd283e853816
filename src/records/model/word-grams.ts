import { codesOf } from '../text/codes.ts'
import { foldCode, foldTable, foldTableEnd, separator, silent } from '../text/fold.ts'

/** Buckets that words, pairs of words and runs of letters are hashed into. */
export const buckets = 2 ** 16

/** What a text is made of: buckets, each with a weight; the weights' squares add up to 1. Good until the next call. */
export interface WordGrams {
  readonly count: number
  readonly buckets: Uint16Array
  readonly weights: Float32Array
}

/** A word that is hashed: where it stands in the text, and how many of the buckets it opened, in order. */
export type OnWord = (start: number, end: number, buckets: readonly number[]) => void

const mostBuckets = 12_000
const counts = new Uint16Array(buckets)
const touched = new Uint16Array(mostBuckets)
const weights = new Float32Array(mostBuckets)
const gramLetters = 4
const shortestForGrams = 5
const longestWord = 40
const damped = Float32Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))

/**
 * The words of a text, pairs of neighbours and runs of four letters within words, hashed. Case and accents do not
 * count; digits count as a sign for digits, and numbers do not part a pair.
 * @param characters read from the start of the text
 */
export function wordGrams(text: string, characters: number, onWord?: OnWord): WordGrams {
  const reading = { touched: 0 }
  const codes = codesOf(text)
  const end = Math.min(text.length, characters)
  const letters = new Uint16Array(longestWord)
  let previous = 0
  for (let at = 0; at < end && reading.touched < mostBuckets - longestWord - 2; ) {
    const start = at
    let length = 0
    let hasLetter = false
    for (; at < end; at += 1) {
      const code = codes[at] as number
      const folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)
      if (folded === separator) break
      if (folded === silent || length === longestWord) continue
      const isDigit = folded >= 0x30 && folded <= 0x39
      hasLetter ||= !isDigit
      letters[length] = isDigit ? 0x30 : folded
      length += 1
    }
    if (at === start) {
      at += 1
      continue
    }
    if (!hasLetter || length === 0) continue
    const opened: number[] | undefined = onWord ? [] : undefined
    const word = hashed(letters, 0, length, 0)
    open(word, reading, opened)
    if (previous !== 0) open(mixed(Math.imul(previous, 0x9e3779b1) ^ word), reading, opened)
    previous = word
    if (length >= shortestForGrams) {
      open(hashed(letters, 0, gramLetters, 1), reading, opened)
      for (let from = 1; from + gramLetters < length; from += 1)
        open(hashed(letters, from, from + gramLetters, 2), reading, opened)
      open(hashed(letters, length - gramLetters, length, 3), reading, opened)
    }
    if (onWord && opened) onWord(start, at, opened)
  }
  return weighed(reading.touched)
}

function open(hash: number, reading: { touched: number }, opened: number[] | undefined): void {
  const bucket = hash & (buckets - 1)
  if (counts[bucket] === 0) {
    touched[reading.touched] = bucket
    reading.touched += 1
  }
  counts[bucket] = Math.min((counts[bucket] as number) + 1, damped.length - 1)
  opened?.push(bucket)
}

/** Weights by how often each bucket was met, to unit length; the counts are cleared for the next text. */
function weighed(count: number): WordGrams {
  let squares = 0
  for (let index = 0; index < count; index += 1) {
    const bucket = touched[index] as number
    const weight = damped[counts[bucket] as number] as number
    counts[bucket] = 0
    weights[index] = weight
    squares += weight * weight
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let index = 0; index < count; index += 1) weights[index] = (weights[index] as number) * scale
  return { count, buckets: touched, weights }
}

function hashed(letters: Uint16Array, from: number, to: number, kind: number): number {
  let hash = 0x811c9dc5 ^ kind
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] as number), 0x01000193)
  return mixed(hash)
}

/** FNV's low bits are poor: these are as good as the high ones. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 13)
}
