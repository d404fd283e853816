import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** What the header of an SQLite file says (https://www.sqlite.org/fileformat2.html). */
export interface Pages {
  /** Bytes of a page that hold data. */
  readonly usable: number
  readonly charset: 'utf-8' | 'utf-16le' | 'utf-16be'
  /** How many there are. */
  readonly count: number
  /** @throws ItemError where there is no such page */
  read(number: number): Promise<Buffer>
}

/** Pages held at once. */
const cachedPages = 64
/** Bytes read at once. */
const readBytes = 2 ** 18

/** @throws ItemError where the header makes no sense */
export async function openPages(reader: Reader): Promise<Pages> {
  const header = Buffer.from(await reader.read(0, 100))
  if (header.length < 100) throw new ItemError('truncated', 'it ends within its header')
  const stated = header.readUInt16BE(16)
  const size = stated === 1 ? 65_536 : stated
  const usable = size - (header[20] ?? 0)
  if (size < 512 || (size & (size - 1)) !== 0 || usable < 480)
    throw new ItemError('malformed', 'its pages are of no possible size')
  const cache = new Map<number, Buffer>()
  return {
    usable,
    count: Math.floor(reader.size / size),
    charset: ({ 2: 'utf-16le', 3: 'utf-16be' } as const)[header.readUInt32BE(56)] ?? 'utf-8',
    async read(number) {
      const known = cache.get(number)
      if (known) return known
      if (number < 1 || number * size > reader.size)
        throw new ItemError(number < 1 ? 'malformed' : 'truncated', 'a page of it is missing')
      // Pages of one table mostly follow each other.
      const together = Math.max(1, Math.floor(readBytes / size))
      const bytes = Buffer.from(await reader.read((number - 1) * size, together * size))
      for (let at = 0; at < together && (at + 1) * size <= bytes.length; at += 1) {
        if (!cache.has(number + at)) cache.set(number + at, bytes.subarray(at * size, (at + 1) * size))
      }
      for (const old of cache.keys()) {
        if (cache.size <= Math.max(cachedPages, together)) break
        cache.delete(old)
      }
      return bytes.subarray(0, size)
    },
  }
}

/** One row as its b-tree has it: the bytes of the record, with the row's number where the tree keeps one. */
export interface StoredRow {
  readonly rowNumber: number | bigint | null
  readonly payload: Buffer
}

/** Levels of a tree: a file of the largest size has fewer. */
const depthAtMost = 24

/** Pages, a bit each: a file may have many millions. */
interface PageSet {
  /** False where it was there already. */
  add(page: number): boolean
}

function pageSet(count: number): PageSet {
  const bits = new Uint8Array(Math.ceil((count + 1) / 8))
  return {
    add(page) {
      const [at, bit] = [Math.floor(page / 8), 1 << (page % 8)]
      // A page that is not there is told where it is read.
      if (at >= bits.length) return true
      const isNew = ((bits[at] ?? 0) & bit) === 0
      bits[at] = (bits[at] ?? 0) | bit
      return isNew
    },
  }
}

/** What of a tree could not be read. */
export interface TreeFaults {
  malformed: boolean
  cut: boolean
}

/**
 * The rows of one b-tree in order, of a table or, without row numbers, of an index. Each page is read once, so that a
 * tree that runs in circles ends.
 * @param longest bytes of one row that are read; what goes beyond is left out
 */
export async function* rowsOfTree(
  pages: Pages,
  root: number,
  longest: number,
  faults: TreeFaults,
  met: PageSet = pageSet(pages.count),
  depth = 0,
): AsyncGenerator<StoredRow> {
  if (!met.add(root) || depth > depthAtMost) {
    faults.malformed = true
    return
  }
  let page: Buffer
  try {
    page = await pages.read(root)
  } catch (error) {
    if (!(error instanceof ItemError) || error.code === 'unreadable') throw error
    // One page that is not there; the rest of the tree may be.
    faults.malformed = true
    return
  }
  const start = root === 1 ? 100 : 0
  const type = page[start] ?? 0
  if (![2, 5, 10, 13].includes(type)) {
    faults.malformed = true
    return
  }
  const isInner = type < 8
  const cells = page.readUInt16BE(start + 3)
  const pointers = start + (isInner ? 12 : 8)
  for (let at = 0; at < cells && pointers + 2 * at + 2 <= page.length; at += 1) {
    const cell = page.readUInt16BE(pointers + 2 * at)
    if (cell + 4 > page.length) {
      faults.malformed = true
      continue
    }
    if (isInner) yield* rowsOfTree(pages, page.readUInt32BE(cell), longest, faults, met, depth + 1)
    if (type === 5) continue
    const row = await readCell(pages, page, isInner ? cell + 4 : cell, type === 13, longest, faults)
    if (row) yield row
  }
  if (isInner) yield* rowsOfTree(pages, page.readUInt32BE(start + 8), longest, faults, met, depth + 1)
}

async function readCell(
  pages: Pages,
  page: Buffer,
  from: number,
  isTable: boolean,
  longest: number,
  faults: TreeFaults,
): Promise<StoredRow | undefined> {
  const size = readVarint(page, from)
  const number = isTable && size ? readVarint(page, size.end) : undefined
  const start = isTable ? number?.end : size?.end
  if (!size || start === undefined) {
    faults.malformed = true
    return undefined
  }
  const length = Number(size.value)
  const { usable } = pages
  const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  const rowNumber = number?.value ?? null
  if (length <= most) {
    if (start + length > page.length) faults.malformed = true
    return { rowNumber, payload: page.subarray(start, start + length) }
  }
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (usable - 4))
  const local = wanted <= most ? wanted : least
  if (start + local + 4 > page.length) {
    faults.malformed = true
    return undefined
  }
  const first = page.subarray(start, start + local)
  const payload = await overflowing(pages, first, page.readUInt32BE(start + local), length, longest, faults)
  return { rowNumber, payload }
}

async function overflowing(
  pages: Pages,
  first: Buffer,
  firstPage: number,
  length: number,
  longest: number,
  faults: TreeFaults,
): Promise<Buffer> {
  const wanted = Math.min(length, longest)
  if (wanted < length) faults.cut = true
  const pieces = [first]
  let have = first.length
  let next = firstPage
  while (have < wanted && next !== 0) {
    let page: Buffer
    try {
      page = await pages.read(next)
    } catch (error) {
      if (!(error instanceof ItemError) || error.code === 'unreadable') throw error
      // The chain is broken: what came before it is still the row's.
      break
    }
    const piece = Buffer.from(page.subarray(4, Math.min(pages.usable, 4 + wanted - have)))
    pieces.push(piece)
    have += piece.length
    next = page.readUInt32BE(0)
  }
  if (have < wanted) faults.malformed = true
  return Buffer.concat(pieces)
}

/** A number of one to nine bytes, high bits first. */
export function readVarint(
  bytes: Buffer,
  from: number,
): { readonly value: number | bigint; readonly end: number } | undefined {
  let value = 0
  for (let at = 0; at < 7; at += 1) {
    const byte = bytes[from + at]
    if (byte === undefined) return undefined
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: from + at + 1 }
  }
  return longVarint(bytes, from, BigInt(value))
}

function longVarint(bytes: Buffer, from: number, high: bigint) {
  const [eighth, ninth] = [bytes[from + 7], bytes[from + 8]]
  if (eighth === undefined) return undefined
  const upper = high * 128n + BigInt(eighth & 0x7f)
  if (eighth < 0x80) return { value: upper, end: from + 8 }
  if (ninth === undefined) return undefined
  return { value: BigInt.asIntN(64, upper * 256n + BigInt(ninth)), end: from + 9 }
}
