import { hashPart, hashWord } from './hash.ts'
import { shapes, type Tokens } from './tokens.ts'

/** What lists say of a word. A word may be several things. */
export const wordBits = Object.freeze({
  given: 1,
  surname: 2,
  town: 4,
  region: 8,
  street: 16,
  honorific: 32,
  common: 64,
  calendar: 128,
  organization: 256,
  label: 512,
  role: 1024,
  particle: 2048,
  kin: 4096,
  streetEnding: 8192,
  product: 16384,
  dictionary: 32768,
})

/** Words of the lists: open addressing by hash, 0 where free. */
export interface WordList {
  readonly hashes: Int32Array
  readonly bits: Uint16Array
  /** Words of everyday language, as a Bloom filter over their hashes: one in some hundred others is taken for one. */
  readonly dictionary: Uint32Array
}

/** Salt of the hashes of endings, which lie in the same table. */
export const endingSalt = 0x5bd1e995
const [shortestEnding, longestEnding] = [2, 7] as const
const stemLetters = 2

/** What the list says of a word with this hash: {@link wordBits}, 0 for nothing. */
export function bitsOf({ hashes, bits }: WordList, hash: number): number {
  const last = hashes.length - 1
  for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
    const own = hashes[slot] ?? 0
    if (own === 0) return 0
    if (own === hash) return bits[slot] ?? 0
  }
}

/** A list with room to spare. Equal hashes share their bits. */
export function makeWordList(entries: ReadonlyMap<number, number>, dictionary: Uint32Array): WordList {
  const size = 2 ** Math.ceil(Math.log2(entries.size * 2 + 2))
  const list = { hashes: new Int32Array(size), bits: new Uint16Array(size), dictionary }
  for (const [hash, bits] of entries) {
    let slot = (hash ^ (hash >>> 15)) & (size - 1)
    while (list.hashes[slot] !== 0) slot = (slot + 1) & (size - 1)
    list.hashes[slot] = hash
    list.bits[slot] = bits
  }
  return list
}

const dictionaryBits = 22
const probes = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

/** A dictionary of words with these hashes. */
export function makeDictionary(hashes: Iterable<number>): Uint32Array {
  const dictionary = new Uint32Array(2 ** (dictionaryBits - 5))
  for (const hash of hashes)
    for (const probe of probes) {
      const at = Math.imul(hash, probe) >>> (32 - dictionaryBits)
      dictionary[at >>> 5] = (dictionary[at >>> 5] ?? 0) | (1 << (at & 31))
    }
  return dictionary
}

function isInDictionary(dictionary: Uint32Array, hash: number): boolean {
  for (const probe of probes) {
    const at = Math.imul(hash, probe) >>> (32 - dictionaryBits)
    if (((dictionary[at >>> 5] ?? 0) & (1 << (at & 31))) === 0) return false
  }
  return true
}

/** What the list says of a word by itself, in whatever letters it is written. */
export function bitsOfWord(list: WordList, word: string): number {
  const hash = hashWord(word)
  const listed = bitsOf(list, hash)
  return isInDictionary(list.dictionary, hash) ? listed | wordBits.dictionary : listed
}

/** The bits of a token: those of its word, and whether it ends as names of streets do. */
export function tokenBits(list: WordList, codes: Uint16Array, tokens: Tokens, index: number): number {
  const shape = tokens.shape[index] ?? 0
  if (shape === 0 || shape >= shapes.digits) return 0
  const hash = tokens.word[index] ?? 0
  const listed = bitsOf(list, hash)
  if (shape === shapes.lower) return listed
  const own = isInDictionary(list.dictionary, hash) ? listed | wordBits.dictionary : listed
  if (own !== 0) return own
  const [start, end] = [tokens.start[index] ?? 0, tokens.end[index] ?? 0]
  for (let letters = shortestEnding; letters <= longestEnding && end - letters - stemLetters >= start; letters += 1) {
    if ((bitsOf(list, hashPart(codes, end - letters, end, endingSalt)) & wordBits.streetEnding) !== 0)
      return own | wordBits.streetEnding
  }
  return own
}
