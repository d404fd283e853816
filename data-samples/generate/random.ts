/** Made-up digits and choices that are the same for the same seed and label, on every machine and in every order. */
export interface Random {
  /** `count` decimal digits; the first is never 0. */
  digits(label: string, count: number): string
  /** A whole number from 0 up to, not including, `below`. */
  int(label: string, below: number): number
  /** One of a list, which is not empty. */
  pick<T>(label: string, list: readonly T[]): T
}

/** Choices hang on their label alone, so that adding a file never changes the numbers in another. */
export function makeRandom(seed: number): Random {
  const int = (label: string, below: number) => Math.floor(mulberry32(hash(`${seed}/${label}`))() * below)
  return {
    int,
    digits(label, count) {
      const next = mulberry32(hash(`${seed}/${label}`))
      return Array.from({ length: count }, (_, at) =>
        at === 0 ? 1 + Math.floor(next() * 9) : Math.floor(next() * 10),
      ).join('')
    },
    pick(label, list) {
      const picked = list[int(label, list.length)]
      if (picked === undefined) throw new RangeError(`nothing to pick for ${label}`)
      return picked
    },
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (const byte of Buffer.from(text)) state = Math.imul(state ^ byte, 0x01000193) >>> 0
  return state
}

/** Tommy Ettinger's mulberry32: whole-number arithmetic only, so that every machine agrees. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
