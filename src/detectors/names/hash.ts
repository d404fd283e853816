import { firstLetter, signs } from '../engine/signs.ts'

/** FNV-1a over folded letters. */
export const hashStart = 0x811c9dc5 | 0

/** One more letter. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** Hash of a word's folded letters, as a token has it. */
export function hashWord(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at += 1) {
    const code = signs[word.charCodeAt(at)] ?? 0
    if (code >= firstLetter) hash = hashStep(hash, code)
  }
  return hash
}

/** Hash of the last (or, with `fromStart`, first) letters of a stretch of text; marks count as letters. */
export function hashPart(codes: Uint16Array, from: number, to: number, salt: number): number {
  let hash = hashStart ^ salt
  for (let at = from; at < to; at += 1) hash = hashStep(hash, signs[codes[at] ?? 0] ?? 0)
  return hash
}

/** Bits of a feature's number. */
export const tableBits = 17

/** The number of a feature: which question, and what the answer is. */
export function featureOf(question: number, one: number, other: number): number {
  let hash = Math.imul(one ^ Math.imul(question + 1, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ other, 0xc2b2ae35)
  hash ^= hash >>> 13
  return Math.imul(hash, 0x27d4eb2f) >>> (32 - tableBits)
}
