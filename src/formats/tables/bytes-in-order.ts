import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** Bytes read at once. */
const readBytes = 2 ** 20

/** The bytes of an item one after the other, a window of them in memory. */
export interface BytesInOrder {
  /** Where the next byte stands. */
  readonly at: number
  readonly left: number
  /**
   * The next bytes; they stand until the next call.
   * @throws ItemError `truncated` where there are fewer
   */
  take(length: number): Promise<Buffer>
  /** The next bytes, which stay to be taken; fewer at the end. */
  peek(length: number): Promise<Buffer>
}

/** @param from the first byte */
export function bytesInOrder(reader: Reader, from = 0): BytesInOrder {
  let at = from
  let window: Buffer = Buffer.alloc(0)
  let windowAt = from
  const peek = async (length: number): Promise<Buffer> => {
    const start = at - windowAt
    if (start + length > window.length && windowAt + window.length < reader.size) {
      windowAt = at
      window = Buffer.from(await reader.read(at, Math.max(length, readBytes)))
      return window.subarray(0, length)
    }
    return window.subarray(start, start + length)
  }
  return {
    get at() {
      return at
    },
    get left() {
      return reader.size - at
    },
    peek,
    async take(length) {
      if (length > reader.size - at) throw new ItemError('truncated', 'it ends before its last row')
      const bytes = await peek(length)
      if (bytes.length < length) throw new ItemError('truncated', 'it ends before its last row')
      at += length
      return bytes
    },
  }
}
