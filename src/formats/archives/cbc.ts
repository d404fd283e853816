import { createDecipheriv } from 'node:crypto'
import type { Reader } from '../../core/reader.ts'

const blockBytes = 16

/**
 * What AES encrypted by cipher block chaining without padding, read in any order: each block needs the one before.
 * @param key 16 or 32 bytes
 * @param size bytes that are the content's; the rest fills the last block
 */
export function cbcReader(packed: Reader, key: Uint8Array, iv: Uint8Array, size: number): Reader {
  const whole = packed.size - (packed.size % blockBytes)
  const own = Math.min(size, whole)
  return {
    size: own,
    async read(start, length) {
      const end = Math.min(own, start + length)
      if (start >= end) return new Uint8Array()
      const from = start - (start % blockBytes)
      const before = from === 0 ? iv : await packed.read(from - blockBytes, blockBytes)
      const decipher = createDecipheriv(key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', key, before)
      decipher.setAutoPadding(false)
      const bytes = await packed.read(from, Math.ceil((end - from) / blockBytes) * blockBytes)
      return decipher.update(bytes).subarray(start - from, end - from)
    },
  }
}
