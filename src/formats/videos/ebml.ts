import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from '../images/access.ts'
import { textOf, untilNul } from '../images/bytes.ts'

/** One element of an EBML document (RFC 8794). */
export interface Element {
  readonly id: number
  /** Where its content begins and ends in the reader. */
  readonly start: number
  readonly end: number
  /** It says that it is longer than the stretch that it was looked for in. */
  readonly isCut: boolean
  /** It does not say how long it is. */
  readonly isOpen: boolean
}

/** The elements of a stretch, in order; ends at the first bytes that are none. One that does not say its length is the last. */
export async function* elementsIn(
  reader: Reader,
  from: number,
  to: number,
  budget: BlockBudget,
): AsyncGenerator<Element> {
  const limit = Math.min(to, reader.size)
  for (let at = from; at + 2 <= limit; ) {
    budget.spend()
    const head = await reader.read(at, 12)
    const idBytes = lengthOf(head[0] ?? 0)
    const sizeBytes = lengthOf(head[idBytes] ?? 0)
    if (idBytes === 0 || idBytes > 4 || sizeBytes === 0) return
    const size = bits(head, idBytes, sizeBytes)
    const start = at + idBytes + sizeBytes
    const isOpen = size === 2 ** (7 * sizeBytes) - 1
    const end = isOpen ? limit : start + size
    yield {
      id: whole(head.subarray(0, idBytes)),
      start: Math.min(start, limit),
      end: Math.min(end, limit),
      isCut: end > limit,
      isOpen,
    }
    if (isOpen) return
    at = end
  }
}

/** Bytes of a number of variable length, by its first byte; 0 where it can't be one. */
function lengthOf(first: number): number {
  return first === 0 ? 0 : Math.clz32(first) - 23
}

/** A number of variable length, without the bit that marks its length. */
function bits(bytes: Uint8Array, at: number, length: number): number {
  let value = (bytes[at] ?? 0) & (0xff >> length)
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0)
  return value
}

/** An unsigned number, exact up to 2^53. */
export function whole(bytes: Uint8Array): number {
  return bytes.subarray(0, 8).reduce((value, byte) => value * 256 + byte, 0)
}

/** A floating point number of four or eight bytes. */
export function float(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return bytes.length === 4 ? view.getFloat32(0) : bytes.length === 8 ? view.getFloat64(0) : Number.NaN
}

/** Text up to its first NUL. */
export function text(bytes: Uint8Array): string {
  return textOf(untilNul(bytes))
}
