import { ItemError } from '../../core/problem.ts'

/** Bits of bytes in order, the highest of each byte first. */
export class BitReader {
  readonly #bytes: Uint8Array
  #at: number
  #held = 0
  #count = 0

  /** @param bit the first bit to be read */
  constructor(bytes: Uint8Array, bit: number) {
    this.#bytes = bytes
    this.#at = bit >> 3
    this.take(bit & 7)
  }

  /** The first bit that has not been taken. */
  get bitAt(): number {
    return 8 * this.#at - this.#count
  }

  /**
   * The next bits as a number.
   * @param count 0…24
   * @throws ItemError `truncated` where the bytes end
   */
  take(count: number): number {
    const value = this.peek(count)
    this.#count -= count
    if (this.#count < 0) throw new ItemError('truncated', 'the packed bytes end too early')
    return value
  }

  /** The next bits without taking them; zeros behind the end. */
  peek(count: number): number {
    while (this.#count < count && this.#at < this.#bytes.length) {
      this.#held = (this.#held << 8) | (this.#bytes[this.#at++] ?? 0)
      this.#count += 8
    }
    const missing = count - this.#count
    if (missing > 0) return (this.#held << missing) & ((1 << count) - 1)
    return (this.#held >>> -missing) & ((1 << count) - 1)
  }
}
