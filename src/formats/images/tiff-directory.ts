import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { u16, u32, u64 } from './bytes.ts'

/** Where offsets count from and how numbers are written, for one tree of directories. */
export interface TiffSpace {
  readonly reader: Reader
  /** Added to every offset. */
  readonly base: number
  readonly little: boolean
  /** BigTIFF: 64-bit offsets and counts. */
  readonly big: boolean
}

/** One entry of a directory, its value not yet read. */
export interface TiffEntry {
  readonly tag: number
  readonly type: number
  readonly count: number
  /** Bytes of the value. */
  readonly size: number
  /** Where the value begins in the reader. */
  readonly at: number
  readonly isInline: boolean
}

/** One directory (IFD). TIFF 6.0 section 2; BigTIFF as AWare Systems describes it. */
export interface TiffDirectory {
  readonly entries: readonly TiffEntry[]
  /** Offset of the next directory before `base` is added; 0 where there is none. */
  readonly next: number
  /** Where the directory ends in the reader, its link to the next one included. */
  readonly end: number
  /** Some of it lies outside the item, or its entries make no sense. */
  readonly isDamaged: boolean
}

/** Bytes of one element, by type number. */
export const typeSizes: Readonly<Record<number, number>> = Object.freeze({
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
  129: 1,
})

/**
 * Reads one directory.
 * @param offset where it begins, before `space.base` is added
 * @returns undefined where no directory can be there
 * @throws ItemError `too_many` past the budget of blocks
 */
export async function readDirectory(
  space: TiffSpace,
  offset: number,
  budget: BlockBudget,
): Promise<TiffDirectory | undefined> {
  const { reader, base, little, big } = space
  const start = base + offset
  const countBytes = big ? 8 : 2
  const entryBytes = big ? 20 : 12
  if (!Number.isSafeInteger(start) || start < 0 || start + countBytes > reader.size) return undefined
  const head = await reader.read(start, countBytes)
  const declared = big ? u64(head, 0, little) : u16(head, 0, little)
  const room = Math.floor((reader.size - start - countBytes) / entryBytes)
  const count = Math.min(declared, room)
  budget.spend(1 + count)
  const bytes = await reader.read(start + countBytes, count * entryBytes + (big ? 8 : 4))
  const entries: TiffEntry[] = []
  let isDamaged = count < declared
  for (let index = 0; index < count; index++) {
    const entry = readEntry(space, bytes, index * entryBytes, start + countBytes)
    if (entry) entries.push(entry)
    else isDamaged = true
  }
  const next = big ? u64(bytes, count * entryBytes, little) : u32(bytes, count * entryBytes, little)
  return { entries, next, end: start + countBytes + count * entryBytes + (big ? 8 : 4), isDamaged }
}

function readEntry(space: TiffSpace, bytes: Uint8Array, at: number, start: number): TiffEntry | undefined {
  const { little, big } = space
  const type = u16(bytes, at + 2, little)
  const elementBytes = typeSizes[type]
  if (elementBytes === undefined) return undefined
  const count = big ? u64(bytes, at + 4, little) : u32(bytes, at + 4, little)
  const size = count * elementBytes
  const field = at + (big ? 12 : 8)
  const isInline = size <= (big ? 8 : 4)
  const offset = big ? u64(bytes, field, little) : u32(bytes, field, little)
  const valueAt = isInline ? start + field : space.base + offset
  return { tag: u16(bytes, at, little), type, count, size, at: valueAt, isInline }
}

/**
 * The bytes of an entry's value, `limit` at most. Undefined where some of them lie outside the item.
 * @throws what the reader throws
 */
export async function readValue(space: TiffSpace, entry: TiffEntry, limit: number): Promise<Uint8Array | undefined> {
  const length = Math.min(entry.size, limit)
  if (entry.at < 0 || entry.at + length > space.reader.size) return undefined
  const bytes = await space.reader.read(entry.at, length)
  if (bytes.length < length) throw new ItemError('changed_while_reading', 'the item gave fewer bytes than it has')
  return bytes
}
