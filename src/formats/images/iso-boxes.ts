import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, u32, u64 } from './bytes.ts'

/** One box of an ISO base media file (ISO/IEC 14496-12, 4.2). */
export interface Box {
  /** Four characters; of a `uuid` box, its 32 hexadecimal digits. */
  readonly type: string
  /** Where its content begins and ends in the reader; it never ends past the stretch it was looked for in. */
  readonly start: number
  readonly end: number
  /** It says that it is longer than the stretch. */
  readonly isCut: boolean
}

/** The boxes of a stretch, in order. Ends at the first bytes that are no box. */
export async function* boxesIn(reader: Reader, from: number, to: number, budget: BlockBudget): AsyncGenerator<Box> {
  const limit = Math.min(to, reader.size)
  for (let at = from; at + 8 <= limit; ) {
    budget.spend()
    const head = await reader.read(at, 32)
    const type = latin1(head, 4, 8)
    const short = u32(head, 0, false)
    const headBytes = (short === 1 ? 16 : 8) + (type === 'uuid' ? 16 : 0)
    // 0 means up to the end of the file.
    const size = short === 1 ? u64(head, 8, false) : short === 0 ? limit - at : short
    if (size < headBytes) return
    const isCut = at + size > limit
    const uuid = type === 'uuid' ? Buffer.from(head.subarray(headBytes - 16, headBytes)).toString('hex') : undefined
    yield { type: uuid ?? type, start: Math.min(at + headBytes, limit), end: isCut ? limit : at + size, isCut }
    at += size
  }
}

/** All boxes of a stretch by type; of several with one type, the last. */
export async function boxMap(reader: Reader, from: number, to: number, budget: BlockBudget): Promise<Map<string, Box>> {
  const found = new Map<string, Box>()
  for await (const box of boxesIn(reader, from, to, budget)) found.set(box.type, box)
  return found
}

/** The content of a box, `limit` bytes at most. */
export function contentOf(reader: Reader, box: Box, limit: number): Promise<Uint8Array> {
  return reader.read(box.start, Math.min(box.end - box.start, limit))
}

/** The brands of a file: the major one first (ISO/IEC 14496-12, 4.3); none where it begins with another box. */
export function brandsOf(bytes: Uint8Array): string[] {
  if (!hasAt(bytes, 4, 'ftyp')) return []
  const end = Math.min(u32(bytes, 0, false), bytes.length, 512)
  const brands = [latin1(bytes, 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin1(bytes, at, at + 4))
  return brands
}
