import { codesOf } from './text/codes.ts'
import { foldCode, foldTable, foldTableEnd, isIdeograph, restOfLigature, separator, silent } from './text/fold.ts'
import { hashStart, hashWith, WordTable, withoutArticle } from './text/word-table.ts'

/** A term found in a text. */
export interface TermHit<Feature extends string> {
  readonly features: readonly Feature[]
  /** The term as the vocabulary has it, in lower case. */
  readonly term: string
  /** UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Looks for all terms of a vocabulary in one pass over a text; see {@link makeTermIndex}. */
export interface TermIndex<Feature extends string> {
  /** The longest terms from left to right, none inside another; `limit` of them at most. */
  find(text: string, limit: number): readonly TermHit<Feature>[]
}

/**
 * Compiles terms of one or several words. Case, accents and punctuation do not count; a gap as between two columns, a
 * colon or a blank line ends a term. Words are compared by hash first, so that a text without terms makes no strings.
 * @param terms each with what it shows
 */
export function makeTermIndex<Feature extends string>(
  terms: Iterable<readonly [term: string, feature: Feature]>,
): TermIndex<Feature> {
  const words = new WordTable()
  const trie = new Trie<Feature>(words)
  for (const [term, feature] of terms) trie.add(term, feature)
  return Object.freeze({
    find: (text: string, limit: number) => trie.longest(scan(text, words), limit),
  })
}

/** Known words of a text as four numbers each: id, running number of the word, start, end. */
type Scanned = readonly number[]

interface Ending<Feature> {
  readonly features: Feature[]
  readonly term: string
}

/** Above the number of words: keys of two numbers stay small integers, which maps find much faster. */
const stateFactor = 2 ** 14

/** Terms as a tree of words. */
class Trie<Feature extends string> {
  readonly #words: WordTable
  readonly #next = new Map<number, number>()
  readonly #endings: (Ending<Feature> | undefined)[] = [undefined]

  constructor(words: WordTable) {
    this.#words = words
  }

  add(term: string, feature: Feature): void {
    let state = 0
    for (const [index, word] of wordsOf(term).entries()) {
      const id = this.#words.add(word, index === 0)
      if (id >= stateFactor) throw new RangeError(`more than ${stateFactor} words in the vocabulary`)
      const key = state * stateFactor + id
      let next = this.#next.get(key)
      if (next === undefined) {
        next = this.#endings.push(undefined) - 1
        this.#next.set(key, next)
      }
      state = next
    }
    const ending = this.#endings[state]
    if (!ending) this.#endings[state] = { features: [feature], term: term.toLowerCase() }
    else if (!ending.features.includes(feature)) ending.features.push(feature)
  }

  longest(scanned: Scanned, limit: number): readonly TermHit<Feature>[] {
    const hits: TermHit<Feature>[] = []
    for (let at = 0; at < scanned.length && hits.length < limit; ) {
      let state = 0
      let ending: Ending<Feature> | undefined
      let after = at + 4
      let number = scanned[at + 1]
      for (let ahead = at; ahead < scanned.length && scanned[ahead + 1] === number; ahead += 4) {
        const next = this.#next.get(state * stateFactor + (scanned[ahead] as number))
        if (next === undefined) break
        state = next
        number = (number as number) + 1
        const found = this.#endings[state]
        if (!found) continue
        ending = found
        after = ahead + 4
      }
      if (ending) {
        const { features, term } = ending
        hits.push({ features, term, start: scanned[at + 2] as number, end: scanned[after - 1] as number })
      }
      at = after
    }
    return hits
  }
}

/** The folded words of a term, as {@link scan} will meet them. */
function wordsOf(term: string): readonly string[] {
  const words: string[] = []
  let word = ''
  for (let at = 0; at <= term.length; at += 1) {
    const code = term.charCodeAt(at)
    const folded = at < term.length ? foldCode(code) : separator
    if (folded > silent && !isIdeograph(folded)) word += String.fromCharCode(folded) + restOfLigature(code)
    if (folded === separator || isIdeograph(folded)) {
      if (word !== '') words.push(withoutArticle(word))
      word = ''
    }
    if (isIdeograph(folded)) words.push(String.fromCharCode(folded))
  }
  return words
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const space = 0x20
const columnGap = 3
/** Single letters in a row that may be one word, «I N V O I C E»: at least, at most. */
const letterSpaced = 4
const mostSpaced = 24
const firstIdeograph = 0x3041

/** Signs after which a new label or cell begins: tab ! : ? | */
const parts = new Uint8Array(128)
for (const sign of '\t!:?|') parts[sign.charCodeAt(0)] = 1

/** The words of a text that the table knows, in order. Every sign is looked at once. */
function scan(text: string, words: WordTable): Scanned {
  const found: number[] = []
  const codes = codesOf(text)
  const length = text.length
  let number = 0
  let lastFound = -1
  let spelledFrom = -1
  let letters = 0
  let previousEnd = -2
  for (let at = 0; at < length; ) {
    let spaces = 0
    let feeds = 0
    let folded = separator
    for (; at < length; at += 1) {
      const code = codes[at] as number
      folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)
      if (folded > silent) break
      if (code === space) spaces += 1
      else if (code === lineFeed) {
        feeds += 1
        spaces = feeds > 1 ? columnGap : 0
      } else if (code < 128 && parts[code] === 1) spaces = columnGap
      else if (code !== carriageReturn && spaces < columnGap) spaces = 0
    }
    if (at === length) break
    number += spaces >= columnGap ? 2 : 1
    const start = at
    let hash = hashStart
    for (; at < length; at += 1) {
      const code = codes[at] as number
      folded = code < foldTableEnd ? (foldTable[code] as number) : foldCode(code)
      if (folded === separator) break
      if (folded === silent) continue
      if (folded >= firstIdeograph && isIdeograph(folded)) {
        if (at > start) break
        hash = hashWith(hash, folded, code)
        at += 1
        break
      }
      hash = code >= 0xfb00 ? hashWith(hash, folded, code) : Math.imul(hash ^ folded, 0x01000193)
    }
    if (at - start > 1) letters = 0
    else {
      const isNext = letters > 0 && start === previousEnd + 1 && codes[previousEnd] === space
      if (!isNext) spelledFrom = start
      letters = isNext ? letters + 1 : 1
      const id = letters < letterSpaced || letters > mostSpaced ? 0 : words.findText(text.slice(spelledFrom, at))
      if (id !== 0) found.push(id, number, spelledFrom, at)
    }
    previousEnd = at
    const id = words.find(hash, codes, start, at)
    if (id === 0 || !(words.isFirst[id] === true || lastFound === number - 1)) continue
    found.push(id, number, start, at)
    lastFound = number
  }
  return found
}
