import { vocabulary } from '../terms/features.ts'
import { termsOf } from '../terms/vocabulary.ts'
import { fold, foldCode, silent } from '../text/fold.ts'
import { hashed } from './letter-hash.ts'

/** Letters of the shortest word that is told as a reason. */
export const shortestKnown = 4

interface KnownWords {
  readonly words: ReadonlySet<string>
  /** One bit for each of a hash's lowest 16: most words of a text are turned away by it. */
  readonly sieve: Uint32Array
}

let known: KnownWords | undefined

/** Whether the vocabulary has this folded word by itself: names never are among them. */
export function isKnownWord(folded: string): boolean {
  known ??= learn()
  return known.words.has(folded)
}

/** Whether a known word may have this hash; false where none has. */
export function hasKnownHash(hash: number): boolean {
  known ??= learn()
  return ((known.sieve[(hash & 0xffff) >>> 5] as number) & (1 << (hash & 31))) !== 0
}

/** The single words of the vocabulary. */
function learn(): KnownWords {
  const words = new Set<string>()
  const sieve = new Uint32Array(2 ** 11)
  for (const lists of Object.values(vocabulary)) {
    for (const term of Object.values(lists).flatMap(termsOf)) {
      for (const word of fold(term).split(/[^\p{L}]+/u)) {
        if (word.length < shortestKnown) continue
        words.add(word)
        const hash = hashOf(word)
        const slot = (hash & 0xffff) >>> 5
        sieve[slot] = (sieve[slot] as number) | (1 << (hash & 31))
      }
    }
  }
  return { words, sieve }
}

function hashOf(word: string): number {
  const letters = Uint16Array.from(word, (letter) => foldCode(letter.charCodeAt(0))).filter((code) => code > silent)
  return hashed(letters, 0, letters.length, 0)
}
