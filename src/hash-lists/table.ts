import { randomFillSync } from 'node:crypto'
import { hexValues } from './line.ts'

/**
 * A set of hashes in one block of memory that threads share: of each the first 128 bits, in a slot that its bits and the
 * table's own random numbers choose, or the next free one. 20 bytes a hash, however many there are.
 */
export interface HashTable {
  readonly block: SharedArrayBuffer
  /** Adds the hash whose digits stand there. */
  add(bytes: Uint8Array, at: number): void
  /** @param hash hexadecimal, 32 digits or more */
  has(hash: string): boolean
}

/** Four words each: the random numbers in front, then the slots. A slot of zeros is free. */
const words = 4
const bytesPerSlot = 4 * words
/** Slots for each hash: with more, chains are shorter. */
const slack = 1.25

/** An empty table with room for so many hashes. */
export function makeHashTable(most: number): HashTable {
  const slots = Math.ceil(most * slack) + 1
  const block = new SharedArrayBuffer(bytesPerSlot * (slots + 1))
  new Uint32Array(block, 0, words).set(randomFillSync(new Uint32Array(words)))
  return openHashTable(block)
}

/** The table in a block, from whichever thread. */
export function openHashTable(block: SharedArrayBuffer): HashTable {
  const all = new Uint32Array(block)
  const slots = all.length / words - 1
  const [a = 0, b = 0, c = 0, d = 0] = all
  const hash = new Uint32Array(words)

  /** The place of the hash, or of the free slot where it would be. */
  function placeOf(): number {
    const [p = 0, q = 0, r = 0, s = 0] = hash
    let mixed = Math.imul(p ^ a, 0x9e3779b1) ^ Math.imul(q ^ b, 0x85ebca6b)
    mixed ^= Math.imul(r ^ c, 0xc2b2ae35) ^ Math.imul(s ^ d, 0x27d4eb2f)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
    const share = ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32
    for (let slot = Math.floor(share * slots); ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const at = words * (slot + 1)
      const [x, y, z, w] = [all[at], all[at + 1], all[at + 2], all[at + 3]]
      if ((x === p && y === q && z === r && w === s) || (x === 0 && y === 0 && z === 0 && w === 0)) return at
    }
  }

  return {
    block,
    add(bytes, at) {
      for (let n = 0; n < words; n += 1) hash[n] = wordAt(bytes, at + 8 * n)
      all.set(hash, placeOf())
    },
    has(text) {
      for (let n = 0; n < words; n += 1) hash[n] = Number.parseInt(text.slice(8 * n, 8 * n + 8), 16)
      // All zeros stand for a free slot and are the hash of nothing: lists use them where one is unknown.
      if (hash.every((word) => word === 0)) return false
      const at = placeOf()
      return all[at] === hash[0] && all[at + 1] === hash[1] && all[at + 2] === hash[2] && all[at + 3] === hash[3]
    },
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  let word = 0
  for (let n = 0; n < 8; n += 1) word = (word << 4) | (hexValues[bytes[at + n] ?? 0] ?? 0)
  return word >>> 0
}
