import { ItemError } from './problem.ts'

/** The bytes of one item. Formats read through it and never see a path. */
export interface Reader {
  readonly size: number
  /**
   * Up to `length` bytes from `start`; fewer only at the end of the item.
   * @throws ItemError `unreadable` where the bytes can't be had, `changed_while_reading` where the item shrank
   */
  read(start: number, length: number): Promise<Uint8Array>
}

/** A reader over bytes in memory, for members of containers and for tests. */
export function bytesReader(bytes: Uint8Array): Reader {
  return {
    size: bytes.length,
    async read(start, length) {
      return bytes.subarray(start, start + length)
    },
  }
}

/**
 * The whole item in memory.
 * @throws ItemError `too_large` when it has more than `limit` bytes
 */
export async function readAll(reader: Reader, limit: number): Promise<Uint8Array> {
  if (reader.size > limit) throw new ItemError('too_large', `more than ${limit} bytes would be held in memory`)
  return reader.read(0, reader.size)
}
