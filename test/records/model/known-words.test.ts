import { describe, expect, it } from 'vitest'
import { hasKnownHash, isKnownWord } from '../../../src/records/model/known-words.ts'
import { wordGrams } from '../../../src/records/model/word-grams.ts'
import { vocabulary } from '../../../src/records/terms/features.ts'
import { termsOf } from '../../../src/records/terms/vocabulary.ts'
import { fold } from '../../../src/records/text/fold.ts'

const words = [
  ...new Set(
    Object.values(vocabulary)
      .flatMap((lists) => Object.values(lists))
      .flatMap(termsOf)
      .flatMap((term) => term.split(/[^\p{L}]+/u))
      .filter((word) => fold(word).length > 3),
  ),
]

describe('known words', () => {
  it('are those of the vocabulary, folded, and no names', () => {
    for (const word of words) expect(isKnownWord(fold(word))).toBe(true)
    for (const name of ['zyxwvut', 'dupond', 'tax']) expect(isKnownWord(name)).toBe(false)
  })

  it('are met in a text as they are written, in capitals too', () => {
    for (const word of words) {
      for (const written of [word, word.toUpperCase()]) {
        const [start, end] = wordGrams(`x ${written} x`, 1_000).candidates
        if (isKnownWord(fold(written))) expect([written, start, end]).toEqual([written, 2, 2 + written.length])
      }
    }
  })

  it('turn most other hashes away', () => {
    const passing = Array.from({ length: 65_536 }, (_, hash) => hasKnownHash(hash)).filter(Boolean).length
    expect(passing).toBeLessThan(16_384)
  })

  it('fold to letters that stay as they are when they are folded again', () => {
    for (const word of words) expect(fold(fold(word))).toBe(fold(word))
  })
})
