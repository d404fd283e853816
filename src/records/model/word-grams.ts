import { codesOf } from '../text/codes.ts'
import { foldCode, foldTable, foldTableEnd, separator, silent } from '../text/fold.ts'
import { hasKnownHash, shortestKnown } from './known-words.ts'
import { hashed, mixed } from './letter-hash.ts'

/** Buckets that words, pairs of words and runs of letters are hashed into. */
export const buckets = 2 ** 16

/** What a text is made of: buckets, each with a weight; the weights' squares add up to 1. Good until the next call. */
export interface WordGrams {
  readonly count: number
  readonly buckets: Uint16Array
  /** How often each bucket was met. */
  readonly counts: Uint16Array
  readonly weights: Float32Array
  /** Words that may stand in the vocabulary, three numbers each: start, end, hash of the word before it or 0. */
  readonly candidates: readonly number[]
}

const mostBuckets = 12_000
const mostCounted = 2 ** 16 - 1
const met = new Uint16Array(buckets)
const touched = new Uint16Array(mostBuckets)
const counts = new Uint16Array(mostBuckets)
const weights = new Float32Array(mostBuckets)
const letters = new Uint16Array(40)
const gramLetters = 4
const shortestForGrams = 5
const longestWord = letters.length
const damped = Float32Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))

/** What was read last: a text's kind and its reasons ask for the same words. */
let last: { readonly text: string; readonly end: number; readonly grams: WordGrams } | undefined

/**
 * The words of a text, pairs of neighbours and runs of four letters within words, hashed. Case and accents do not
 * count; digits count as a sign for digits, and numbers do not part a pair.
 * @param characters read from the start of the text
 */
export function wordGrams(text: string, characters: number): WordGrams {
  const end = Math.min(text.length, characters)
  if (last?.end === end && last.text === text) return last.grams
  const grams = read(text, end)
  last = { text, end, grams }
  return grams
}

function read(text: string, end: number): WordGrams {
  const codes = codesOf(text)
  const candidates: number[] = []
  let count = 0
  let previous = 0
  for (let at = 0; at < end && count < mostBuckets - longestWord - 2; ) {
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
    const word = hashed(letters, 0, length, 0)
    if (length >= shortestKnown && hasKnownHash(word)) candidates.push(start, at, previous)
    count = open(word, count)
    if (previous !== 0) count = open(pairOf(previous, word), count)
    previous = word
    if (length >= shortestForGrams) {
      count = open(hashed(letters, 0, gramLetters, 1), count)
      for (let from = 1; from + gramLetters < length; from += 1)
        count = open(hashed(letters, from, from + gramLetters, 2), count)
      count = open(hashed(letters, length - gramLetters, length, 3), count)
    }
  }
  return weighed(count, candidates)
}

/**
 * The buckets that one word of a text opens, in order.
 * @param text the word as it stands
 * @param previous hash of the word before it, or 0
 */
export function bucketsOfWord(text: string, previous: number): readonly number[] {
  let length = 0
  for (let at = 0; at < text.length && length < longestWord; at += 1) {
    const folded = foldCode(text.charCodeAt(at))
    if (folded <= silent) continue
    letters[length] = folded >= 0x30 && folded <= 0x39 ? 0x30 : folded
    length += 1
  }
  const word = hashed(letters, 0, length, 0)
  const opened = [word]
  if (previous !== 0) opened.push(pairOf(previous, word))
  if (length >= shortestForGrams) {
    opened.push(hashed(letters, 0, gramLetters, 1))
    for (let from = 1; from + gramLetters < length; from += 1) opened.push(hashed(letters, from, from + gramLetters, 2))
    opened.push(hashed(letters, length - gramLetters, length, 3))
  }
  return opened.map((hash) => hash & (buckets - 1))
}

function pairOf(previous: number, word: number): number {
  return mixed(Math.imul(previous, 0x9e3779b1) ^ word)
}

/** Counts a bucket; how many there are now. */
function open(hash: number, count: number): number {
  const bucket = hash & (buckets - 1)
  const before = met[bucket] as number
  if (before < mostCounted) met[bucket] = before + 1
  if (before > 0) return count
  touched[count] = bucket
  return count + 1
}

/** Weights by how often each bucket was met, to unit length; the counts are cleared for the next text. */
function weighed(count: number, candidates: readonly number[]): WordGrams {
  let squares = 0
  for (let index = 0; index < count; index += 1) {
    const bucket = touched[index] as number
    const times = met[bucket] as number
    const weight = dampedCount(times)
    met[bucket] = 0
    counts[index] = times
    weights[index] = weight
    squares += weight * weight
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  for (let index = 0; index < count; index += 1) weights[index] = (weights[index] as number) * scale
  return { count, buckets: touched, counts, weights, candidates }
}

/** What a bucket weighs that was met so often, before all weights are brought to unit length. */
function dampedCount(times: number): number {
  return damped[Math.min(times, damped.length - 1)] as number
}
