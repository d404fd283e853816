import { ItemError } from '../../core/problem.ts'

/** Things of one kind that a header is believed to have. */
const countAtMost = 500_000

/** What begins each part of a header. */
export const ids = {
  end: 0,
  header: 1,
  archiveProperties: 2,
  additionalStreams: 3,
  mainStreams: 4,
  files: 5,
  packInfo: 6,
  unpackInfo: 7,
  subStreams: 8,
  size: 9,
  crc: 10,
  folder: 11,
  unpackSize: 12,
  numUnpackStream: 13,
  emptyStream: 14,
  emptyFile: 15,
  anti: 16,
  names: 17,
  modified: 20,
  attributes: 21,
  encodedHeader: 23,
} as const

/** The fault of a header that contradicts itself. */
export function damaged(): ItemError {
  return new ItemError('malformed', 'the header of the archive is damaged')
}

/** Numbers and bytes of a 7z header in order. Counts are believed as far as there are bytes for them. */
export class HeaderReader {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw damaged()
    return byte
  }

  take(length: number): Buffer {
    if (length > this.#bytes.length - this.#at) throw damaged()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** The first byte's ones say how many bytes follow, its other bits are the highest. */
  number(): number {
    const first = this.byte()
    let value = 0
    let weight = 1
    for (let mask = 0x80; mask > 0; mask >>= 1) {
      if ((first & mask) === 0) {
        value += (first & (mask - 1)) * weight
        break
      }
      value += this.byte() * weight
      weight *= 256
    }
    if (!Number.isSafeInteger(value)) throw damaged()
    return value
  }

  /** A number of things of which each takes at least a byte of what follows, but for a few. */
  count(): number {
    const value = this.number()
    if (value > this.#bytes.length - this.#at + 8) throw damaged()
    if (value > countAtMost) throw new ItemError('too_many', `more than ${countAtMost} members`)
    return value
  }

  bits(count: number): boolean[] {
    const bytes = this.take(Math.ceil(count / 8))
    return Array.from({ length: count }, (_, at) => ((bytes[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0)
  }

  optionalBits(count: number): boolean[] {
    return this.byte() !== 0 ? Array.from({ length: count }, () => true) : this.bits(count)
  }

  digests(count: number): (number | undefined)[] {
    return this.optionalBits(count).map((isKnown) => (isKnown ? this.take(4).readUInt32LE(0) : undefined))
  }
}
