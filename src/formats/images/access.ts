import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** Small reads are served from pages of this many bytes. */
const pageBytes = 16 * 2 ** 10
/** Pages kept; the oldest goes first. */
const pagesKept = 64

/**
 * A reader that spares small reads a trip each, and that counts: past `limits.pictureMetadataBytes` it throws.
 * @param head the item's first bytes, where they are at hand already
 * @throws ItemError `too_large` when the budget is spent, and whatever `reader` throws
 */
export function openAccess(reader: Reader, head: Uint8Array, limits: Limits): Reader {
  const pages = new Map<number, Uint8Array>()
  let spent = 0

  async function load(start: number, length: number): Promise<Uint8Array> {
    spent += length
    if (spent > limits.pictureMetadataBytes) throw new ItemError('too_large', 'too many bytes of picture metadata')
    return reader.read(start, length)
  }

  async function page(number: number): Promise<Uint8Array> {
    const known = pages.get(number)
    if (known) return known
    const start = number * pageBytes
    const bytes = await load(start, Math.min(pageBytes, reader.size - start))
    const [oldest] = pages.keys()
    if (pages.size >= pagesKept && oldest !== undefined) pages.delete(oldest)
    pages.set(number, bytes)
    return bytes
  }

  return {
    size: reader.size,
    async read(start, length) {
      const end = Math.min(start + length, reader.size)
      if (!(start >= 0) || end <= start) return new Uint8Array()
      if (end <= head.length) return head.subarray(start, end)
      const first = Math.floor(start / pageBytes)
      const last = Math.floor((end - 1) / pageBytes)
      if (last - first > 1) return load(start, end - start)
      const parts = [await page(first)]
      if (last > first) parts.push(await page(last))
      const joined = parts.length === 1 ? parts[0] : Buffer.concat(parts)
      return (joined ?? new Uint8Array()).subarray(start - first * pageBytes, end - first * pageBytes)
    },
  }
}

/** A stretch of a reader as a reader of its own; it ends where the outer one ends. */
export function section(reader: Reader, start: number, length: number): Reader {
  const size = Math.max(0, Math.min(length, reader.size - start))
  return {
    size,
    async read(from, count) {
      const wanted = Math.min(count, size - from)
      return from >= 0 && wanted > 0 ? reader.read(start + from, wanted) : new Uint8Array()
    },
  }
}

/** Counts the blocks of one picture: segments, chunks, boxes, directories and their entries. */
export class BlockBudget {
  #left: number
  constructor(limits: Limits) {
    this.#left = limits.pictureBlocks
  }
  /** @throws ItemError `too_many` when the budget is spent */
  spend(blocks = 1): void {
    this.#left -= blocks
    if (this.#left < 0) throw new ItemError('too_many', 'too many blocks inside one picture')
  }
}
