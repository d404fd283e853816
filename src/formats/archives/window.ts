import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'

/** A stretch of an item as an item; ends where the item ends. */
export function windowReader(reader: Reader, start: number, length: number): Reader {
  const size = Math.max(0, Math.min(length, reader.size - start))
  return {
    size,
    read: (at, wanted) => reader.read(start + at, Math.max(0, Math.min(wanted, size - at))),
  }
}

/** Small reads in order, out of larger ones. */
export interface BlockReader {
  /** Up to `length` bytes from `start`, as a view that the next call may overwrite nothing of. */
  at(start: number, length: number): Promise<Buffer>
}

/** Blocks of `blockBytes`, read ahead of small reads that follow each other. */
export function blockReader(reader: Reader, blockBytes = 1 << 16): BlockReader {
  let block: Buffer = Buffer.alloc(0)
  let blockStart = 0
  return {
    async at(start, length) {
      if (start < blockStart || start + length > blockStart + block.length) {
        const bytes = await reader.read(start, Math.max(length, blockBytes))
        block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
        blockStart = start
      }
      return block.subarray(start - blockStart, start - blockStart + length)
    },
  }
}

/** Takes bytes in order. */
export interface Cursor {
  at: number
  /** @throws ItemError `truncated` where there are fewer */
  take(length: number): Promise<Buffer>
  /** The next bytes without taking them; fewer at the end. */
  peek(length: number): Promise<Buffer>
}

/** A cursor at the beginning of a reader. */
export function cursorOf(reader: Reader): Cursor {
  const blocks = blockReader(reader, 1 << 18)
  const cursor: Cursor = {
    at: 0,
    async take(length) {
      const bytes = await blocks.at(cursor.at, length)
      if (bytes.length < length) throw new ItemError('truncated', 'the packed bytes end too early')
      cursor.at += length
      return bytes
    },
    peek: (length) => blocks.at(cursor.at, length),
  }
  return cursor
}
