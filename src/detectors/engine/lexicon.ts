import { firstLetter, foldWord, isMark, signs } from './signs.ts'

/** Words and phrases by topic. A word that begins with '-' is an ending: '-strasse' stands for 'Hauptstrasse'. */
export type Words = Readonly<Record<string, readonly string[]>>

/** A list written as text: words and phrases between commas. */
export function listed(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim())
}

/** All words that a set of detectors asks for, ready to be looked up. Made once for a set, then only read. */
export interface Lexicon {
  /** One bit for each {@link shapeOf shape}, set where a known word has it: most words of a text are told apart by it alone. */
  readonly shapes: Uint32Array
  /** Open addressing by hash: pairs of a word's hash and its id (from 1); id 0 where free. */
  readonly slots: Int32Array
  /** Folded word by id; [0] is unused. */
  readonly words: readonly string[]
  /** Phrases as a trie over word ids: `node * words.length + id` to the next node. */
  readonly edges: ReadonlyMap<number, number>
  /** The node of a phrase's first word by word id, 0 where no phrase begins with it. */
  readonly firstNode: Int32Array
  /** 1 where a longer phrase goes on from a node. */
  readonly goesOn: Uint8Array
  /** Topics (as numbers) of the phrase that ends at a node. */
  readonly topicsAt: readonly (readonly number[] | undefined)[]
  /** The phrase that ends at a node, folded, words joined by a space; '' where none does. */
  readonly phraseAt: readonly string[]
  readonly topics: ReadonlyMap<string, number>
  /** 1 for the last three letters of endings, five bits each, the last one first. */
  readonly endingLetters: Uint8Array
  /** Endings by {@link endingLettersOf their last letters}, with the node of each. */
  readonly endings: ReadonlyMap<number, readonly { readonly ending: string; readonly node: number }[]>
}

/** Longest phrase in words; the scan looks no further. */
const longestPhrase = 8
/** Letters an ending must have before it to count as one. */
const stemLetters = 3

/** @throws Error where a phrase has no letters or too many words: a fault of the list */
export function makeLexicon(lists: readonly Words[]): Lexicon {
  const ids = new Map<string, number>()
  const words = ['']
  const phrases = new Map<string, Set<number>>()
  const topics = new Map<string, number>()
  const endings = new Map<string, Set<number>>()
  for (const [topic, list] of lists.flatMap((each) => Object.entries(each))) {
    const number = topics.get(topic) ?? topics.set(topic, topics.size).size - 1
    for (const phrase of list) {
      const folded = foldPhrase(phrase)
      const into = phrase.startsWith('-') ? endings : phrases
      into.set(folded, (into.get(folded) ?? new Set()).add(number))
      if (into === endings) continue
      for (const word of folded.split(' ')) if (!ids.has(word)) ids.set(word, words.push(word) - 1)
    }
  }
  const trie = makeTrie(phrases, ids, words.length)
  const byLetters = makeEndings(endings, trie)
  return Object.freeze({
    shapes: makeShapes(words),
    slots: makeSlots(words),
    words,
    topics,
    endings: byLetters,
    endingLetters: makeEndingLetters([...endings.keys()]),
    firstNode: Int32Array.from(words, (_, id) => trie.edges.get(id) ?? 0),
    goesOn: makeGoesOn(trie, words.length),
    ...trie,
  })
}

/** The words of a phrase as the scan would see them, joined by single spaces. */
export function foldPhrase(phrase: string): string {
  const folded = (phrase.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord).filter((word) => word !== '')
  if (folded.length === 0 || folded.length > longestPhrase) throw new Error(`not a phrase: «${phrase}»`)
  return folded.join(' ')
}

/** First, second and last letter of a word, five bits each, and its length, three, of its folded letters without marks. */
export function shapeOf(first: number, second: number, last: number, length: number): number {
  return ((first & 31) << 13) | ((second & 31) << 8) | ((last & 31) << 3) | (length & 7)
}

/** Whether a known word has this shape. */
export function hasShape({ shapes }: Lexicon, shape: number): boolean {
  return (((shapes[shape >> 5] ?? 0) >>> (shape & 31)) & 1) === 1
}

/** The last three letters of a word, five bits each. */
export function endingLettersOf(last: number, second: number, third: number): number {
  return ((last & 31) << 10) | ((second & 31) << 5) | (third & 31)
}

/** One more folded letter of a word's hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}
export const hashStart = 0x811c9dc5 | 0

/**
 * The id of the word with this hash, or 0. The hash alone decides: a word of the text that shares all 32 bits (and first
 * letter, last letter and length) with one of the list would be taken for it, which costs a wrong hint and no more.
 */
export function wordId({ slots }: Lexicon, hash: number): number {
  const last = slots.length - 2
  for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
    const id = slots[slot + 1] ?? 0
    if (id === 0 || slots[slot] === hash) return id
  }
}

/** The node of the ending that this word has, or 0. */
export function endingNode(lexicon: Lexicon, codes: Uint16Array, start: number, end: number, letters: number): number {
  const found = lexicon.endings.get(letters)
  if (found === undefined) return 0
  for (const { ending, node } of found) {
    const from = end - ending.length
    if (from >= start + stemLetters && isWord(ending, codes, from, end)) return node
  }
  return 0
}

function isWord(word: string, codes: Uint16Array, start: number, end: number): boolean {
  let at = 0
  for (let index = start; index < end; index += 1) {
    const code = signs[codes[index] ?? 0] ?? 0
    if (code === isMark) continue
    if (code < firstLetter || word.charCodeAt(at) !== code) return false
    at += 1
  }
  return at === word.length
}

function makeShapes(words: readonly string[]): Uint32Array {
  const shapes = new Uint32Array(1 << 13)
  for (const word of words.slice(1)) {
    const second = word.length > 1 ? word.charCodeAt(1) : 0
    const shape = shapeOf(word.charCodeAt(0), second, word.charCodeAt(word.length - 1), word.length)
    shapes[shape >> 5] = (shapes[shape >> 5] ?? 0) | (1 << (shape & 31))
  }
  return shapes
}

function makeEndingLetters(endings: readonly string[]): Uint8Array {
  const letters = new Uint8Array(1 << 15)
  for (const ending of endings) letters[lettersOf(ending)] = 1
  return letters
}

function makeSlots(words: readonly string[]): Int32Array {
  const slots = new Int32Array(2 * 2 ** Math.ceil(Math.log2(words.length * 4 + 1)))
  const last = slots.length - 2
  words.forEach((word, id) => {
    if (id === 0) return
    let hash = hashStart
    for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at))
    let slot = (hash << 1) & last
    while (slots[slot + 1] !== 0) slot = (slot + 2) & last
    slots[slot] = hash
    slots[slot + 1] = id
  })
  return slots
}

interface Trie {
  readonly edges: Map<number, number>
  readonly topicsAt: (readonly number[] | undefined)[]
  readonly phraseAt: string[]
}

function makeTrie(phrases: ReadonlyMap<string, Set<number>>, ids: ReadonlyMap<string, number>, width: number): Trie {
  const trie: Trie = { edges: new Map(), topicsAt: [undefined], phraseAt: [''] }
  for (const [phrase, topics] of phrases) {
    let node = 0
    for (const word of phrase.split(' ')) {
      const key = node * width + (ids.get(word) ?? 0)
      node = trie.edges.get(key) ?? addNode(trie, key)
    }
    trie.topicsAt[node] = [...topics]
    trie.phraseAt[node] = phrase
  }
  return trie
}

function makeGoesOn(trie: Trie, width: number): Uint8Array {
  const goesOn = new Uint8Array(trie.topicsAt.length)
  for (const key of trie.edges.keys()) goesOn[Math.floor(key / width)] = 1
  return goesOn
}

function addNode(trie: Trie, key: number): number {
  const node = trie.topicsAt.push(undefined) - 1
  trie.phraseAt.push('')
  trie.edges.set(key, node)
  return node
}

function makeEndings(endings: ReadonlyMap<string, Set<number>>, trie: Trie): Lexicon['endings'] {
  const byLetters = new Map<number, { ending: string; node: number }[]>()
  for (const [ending, topics] of endings) {
    const node = trie.topicsAt.push([...topics]) - 1
    trie.phraseAt.push(`-${ending}`)
    const key = lettersOf(ending)
    byLetters.set(key, [...(byLetters.get(key) ?? []), { ending, node }])
  }
  return byLetters
}

/** @throws Error for an ending of fewer than three letters: a fault of the list */
function lettersOf(ending: string): number {
  const { length } = ending
  if (length < 3) throw new Error(`too short an ending: «${ending}»`)
  return endingLettersOf(ending.charCodeAt(length - 1), ending.charCodeAt(length - 2), ending.charCodeAt(length - 3))
}
