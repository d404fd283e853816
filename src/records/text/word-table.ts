import { foldCode, restOfLigature, silent } from './fold.ts'

/** FNV-1a, 32 bits: what a word's hash begins with. */
export const hashStart = 0x811c9dc5 | 0
const hashFactor = 0x01000193

/** A hash gone on with by a folded sign and, where it is a ligature, by the rest of its letters. */
export function hashWith(hash: number, folded: number, code: number): number {
  let longer = Math.imul(hash ^ folded, hashFactor)
  for (const letter of restOfLigature(code)) longer = Math.imul(longer ^ letter.charCodeAt(0), hashFactor)
  return longer
}

/** One bit for each of the hash's lowest 16: most words of a text are turned away by it, in 8 KiB of memory. */
const sieveBits = 16

/** Folded words by their hash: asking for a word of a text makes no string. */
export class WordTable {
  readonly #texts: string[] = ['']
  /** By word id: whether a term begins with it. */
  readonly isFirst: boolean[] = [false]
  readonly #sieve = new Uint32Array(2 ** (sieveBits - 5))
  /** Pairs of a hash and an id; 0 where free. */
  #slots = new Int32Array(1 << 13)

  /** The id of a folded word, new or known: 1 and up. */
  add(word: string, isFirst = true): number {
    const hash = hashOf(word)
    const slot = this.#slot(hash, word)
    let id = this.#slots[slot + 1] as number
    if (id === 0) {
      id = this.#texts.push(word) - 1
      this.isFirst.push(false)
      this.#put(slot, hash, id)
      const bucket = (hash & 0xffff) >>> 5
      this.#sieve[bucket] = (this.#sieve[bucket] as number) | (1 << (hash & 31))
      if (this.#texts.length * 6 > this.#slots.length) this.#grow()
    }
    if (isFirst) this.isFirst[id] = true
    return id
  }

  /**
   * The id of the word whose signs stand in `codes` from `start` to `end`, or 0.
   * @param hash over its folded signs, begun with {@link hashStart}
   */
  find(hash: number, codes: Uint16Array, start: number, end: number): number {
    if (isArabic(codes[start] as number)) return this.findText(String.fromCharCode(...codes.subarray(start, end)))
    if (((this.#sieve[(hash & 0xffff) >>> 5] as number) & (1 << (hash & 31))) === 0) return 0
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = (hash * 2) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot + 1] as number
      if (id === 0) return 0
      if (slots[slot] === hash && spells(codes, start, end, this.#texts[id] as string)) return id
    }
  }

  /** The id of a word as it is written, signs between its letters left out, or 0. */
  findText(text: string): number {
    const word = withoutArticle(foldedWord(text))
    return this.#slots[this.#slot(hashOf(word), word) + 1] as number
  }

  #slot(hash: number, word: string): number {
    const mask = this.#slots.length - 1
    let slot = (hash * 2) & mask
    while (this.#slots[slot + 1] !== 0 && this.#texts[this.#slots[slot + 1] as number] !== word)
      slot = (slot + 2) & mask
    return slot
  }

  #put(slot: number, hash: number, id: number): void {
    this.#slots[slot] = hash
    this.#slots[slot + 1] = id
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (const [id, word] of this.#texts.entries()) {
      if (id > 0) this.#put(this.#slot(hashOf(word), word), hashOf(word), id)
    }
  }
}

/** An Arabic word without «ال» (alone or after و, ب, ف, ك) and «لل», where at least three letters stay; others as is. */
export function withoutArticle(word: string): string {
  if (!isArabic(word.charCodeAt(0))) return word
  const found = /^(?:[وفبك]?ال|لل)(?=.{3})/.exec(word)
  return found ? word.slice(found[0].length) : word
}

function hashOf(word: string): number {
  let hash = hashStart
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), hashFactor)
  return hash
}

function isArabic(code: number): boolean {
  return (code >= 0x620 && code < 0x6d4) || (code >= 0xfb50 && code < 0xfeff)
}

function foldedWord(text: string): string {
  let word = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const folded = foldCode(code)
    if (folded > silent) word += String.fromCharCode(folded) + restOfLigature(code)
  }
  return word
}

/** Whether the folded signs at this place are the word's: a hash may deceive. */
function spells(codes: Uint16Array, start: number, end: number, word: string): boolean {
  let letter = 0
  for (let at = start; at < end; at += 1) {
    const code = codes[at] as number
    const folded = foldCode(code)
    if (folded <= silent) continue
    if (folded !== word.charCodeAt(letter)) return false
    letter += 1
    if (code < 0xfb00) continue
    for (const more of restOfLigature(code)) {
      if (more !== word[letter]) return false
      letter += 1
    }
  }
  return letter === word.length
}
