import { makeRandom, type Random } from '../../models/names/random.ts'

/** A damaged copy, and what was done to it, in order. */
export interface Mutant {
  readonly bytes: Uint8Array
  readonly how: readonly string[]
}

type Change = (bytes: Buffer, other: Uint8Array, random: Random) => Buffer

/** Numbers at which programs that count, index or add are wrong, in the widths in which files hold them. */
const borders = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

/** A mutant grows no larger than this, in bytes. */
const largest = 4 * 2 ** 20

/** How many changes one mutant gets at most. */
const changesAtMost = 4

const changes: Readonly<Record<string, Change>> = {
  flip(bytes, _other, { below }) {
    const copy = Buffer.from(bytes)
    for (let left = 1 + below(16); left > 0; left -= 1) {
      const at = below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8))
    }
    return copy
  },
  cut: (bytes, _other, { below }) => bytes.subarray(0, below(bytes.length)),
  'cut from the front': (bytes, _other, { below }) => bytes.subarray(below(bytes.length)),
  remove(bytes, _other, { below }) {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(512))])
  },
  repeat(bytes, _other, { below }) {
    const at = below(bytes.length)
    const piece = bytes.subarray(at, at + 1 + below(4_096))
    const copies = Array.from({ length: 1 + below(64) }, () => piece)
    return Buffer.concat([bytes.subarray(0, at), ...copies, bytes.subarray(at)])
  },
  splice(bytes, other, { below }) {
    const at = below(bytes.length)
    const from = below(other.length)
    const end = from + 1 + below(8_192)
    return Buffer.concat([
      bytes.subarray(0, at),
      other.subarray(from, end),
      bytes.subarray(at + below(2) * (end - from)),
    ])
  },
  number(bytes, _other, { below }) {
    const copy = Buffer.from(bytes)
    const width = [1, 2, 4, 8][below(4)] ?? 1
    if (copy.length < width) return copy
    const near = [copy.length - 1, copy.length, copy.length + 1]
    const value = [...borders, ...near][below(borders.length + near.length)] ?? 0
    const low = Math.min(width, 6)
    const at = below(copy.length - width + 1)
    const isLarge = width === 8 && below(2) === 0
    if (below(2) === 0) copy.writeUIntLE(isLarge ? 2 ** 48 - 1 : value % 2 ** (8 * low), at, low)
    else copy.writeUIntBE(isLarge ? 2 ** 48 - 1 : value % 2 ** (8 * low), at + width - low, low)
    return copy
  },
  'written number'(bytes, _other, { below }) {
    const from = below(bytes.length)
    const found = /\d{1,19}/.exec(bytes.subarray(from, from + 65_536).toString('latin1'))
    if (!found) return Buffer.from(bytes)
    const at = from + found.index
    const value = ['0', '-1', '2147483647', '4294967296', '99999999999999999999', '1e308'][below(6)] ?? '0'
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(value), bytes.subarray(at + found[0].length)])
  },
  noise(bytes, _other, { below }) {
    const copy = Buffer.from(bytes)
    const at = below(copy.length)
    for (let left = below(256); left > 0; left -= 1) if (at + left < copy.length) copy[at + left] = below(256)
    return copy
  },
}

const names = Object.keys(changes)

/**
 * A damaged copy of a file: bits flipped, cut, spliced with another file, lengths and counts falsified.
 * @param seed equal for equal mutants of equal files
 */
export function mutantOf(bytes: Uint8Array, other: Uint8Array, seed: number): Mutant {
  const random = makeRandom(seed)
  let copy: Buffer = Buffer.from(bytes)
  const how: string[] = []
  for (let left = 1 + random.below(changesAtMost); left > 0; left -= 1) {
    const name = random.pick(names)
    how.push(name)
    copy = changes[name]?.(copy, other, random) ?? copy
  }
  return { bytes: copy.subarray(0, largest), how }
}
