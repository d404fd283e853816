import { firstLetter, foldWord, isMark, signs } from './signs.ts'

/** Words and phrases by topic. A word that begins with '-' is an ending: '-strasse' stands for 'Hauptstrasse'. */
export type Words = Readonly<Record<string, readonly string[]>>

/** A list written as text: words and phrases between commas. */
export function listed(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim())
}

/** All words that a set of detectors asks for, ready to be looked up. Made once for a set, then only read. */
export interface Lexicon {
  /** Open addressing: hash of a folded word to its id (from 1); 0 where free. */
  readonly slots: Int32Array
  /** Folded word by id; [0] is unused. */
  readonly words: readonly string[]
  /** Phrases as a trie over word ids: `node * words.length + id` to the next node. */
  readonly edges: ReadonlyMap<number, number>
  /** Topics (as numbers) of the phrase that ends at a node. */
  readonly topicsAt: readonly (readonly number[] | undefined)[]
  /** The phrase that ends at a node, folded, words joined by a space; '' where none does. */
  readonly phraseAt: readonly string[]
  readonly topics: ReadonlyMap<string, number>
  /** Endings by their last two letters (`last * 65536 + last but one`), with the node of each. */
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
  return Object.freeze({ slots: makeSlots(words), words, topics, endings: makeEndings(endings, trie), ...trie })
}

/** The words of a phrase as the scan would see them, joined by single spaces. */
export function foldPhrase(phrase: string): string {
  const folded = (phrase.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord).filter((word) => word !== '')
  if (folded.length === 0 || folded.length > longestPhrase) throw new Error(`not a phrase: «${phrase}»`)
  return folded.join(' ')
}

/** One more folded letter of a word's hash. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}
export const hashStart = 0x811c9dc5 | 0

/** The id of the word in `text` from `start` to `end` with this hash, or 0. */
export function wordId(lexicon: Lexicon, text: string, start: number, end: number, hash: number): number {
  const last = lexicon.slots.length - 1
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const id = lexicon.slots[slot] ?? 0
    if (id === 0 || isWord(lexicon.words[id] ?? '', text, start, end)) return id
  }
}

/** The node of the ending that this word has, or 0. */
export function endingNode(lexicon: Lexicon, text: string, start: number, end: number): number {
  const last = signs[text.charCodeAt(end - 1)] ?? 0
  const found = lexicon.endings.get(last * 0x10000 + (signs[text.charCodeAt(end - 2)] ?? 0))
  if (found === undefined) return 0
  for (const { ending, node } of found) {
    const from = end - ending.length
    if (from >= start + stemLetters && isWord(ending, text, from, end)) return node
  }
  return 0
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  let at = 0
  for (let index = start; index < end; index += 1) {
    const code = signs[text.charCodeAt(index)] ?? 0
    if (code === isMark) continue
    if (code < firstLetter || word.charCodeAt(at) !== code) return false
    at += 1
  }
  return at === word.length
}

function makeSlots(words: readonly string[]): Int32Array {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 4 + 1)))
  words.forEach((word, id) => {
    if (id === 0) return
    let hash = hashStart
    for (let at = 0; at < word.length; at += 1) hash = hashStep(hash, word.charCodeAt(at))
    let slot = hash & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = id
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
    const key = ending.charCodeAt(ending.length - 1) * 0x10000 + ending.charCodeAt(ending.length - 2)
    byLetters.set(key, [...(byLetters.get(key) ?? []), { ending, node }])
  }
  return byLetters
}
