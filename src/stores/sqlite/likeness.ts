/** Bits of 64 in which hashes of the same picture may differ: see docs/decisions/eyes.md for what was measured. */
const mostDifferent = 6
/** A hash is found by its quarters: of 6 bits that differ, one quarter has at most one. */
const quarters = 4
const bitsOfQuarter = 16
/** Pairs that are compared at most: beyond them only equal hashes count as the same. */
const mostPairs = 200_000_000

/**
 * How many pictures differ, by their hashes: those that differ in few bits, or are linked by others that do, count once.
 * A picture without a hash counts for itself.
 */
export function countDifferent(hashes: readonly (string | null)[]): number {
  const known = new Set(hashes.filter((hash) => hash !== null))
  const without = hashes.length - hashes.filter((hash) => hash !== null).length
  return without + countGroups([...known].sort())
}

function countGroups(hashes: readonly string[]): number {
  const words = Uint16Array.from(hashes.flatMap(quartersOf))
  const parents = Uint32Array.from(hashes.keys())
  const buckets = bucketsOf(words)
  let [groups, left] = [hashes.length, mostPairs]
  for (let one = 0; one < hashes.length; one += 1) {
    for (const other of near(one, words, buckets)) {
      left -= 1
      if (left < 0) return groups
      if (other <= one || differenceOf(words, one, other) > mostDifferent) continue
      const [a, b] = [rootOf(parents, one), rootOf(parents, other)]
      if (a === b) continue
      parents[Math.max(a, b)] = Math.min(a, b)
      groups -= 1
    }
  }
  return groups
}

function quartersOf(hash: string): number[] {
  return Array.from({ length: quarters }, (_, at) => Number.parseInt(hash.slice(4 * at, 4 * at + 4), 16))
}

/** For each quarter, the hashes by its value. */
type Buckets = readonly ReadonlyMap<number, readonly number[]>[]

function bucketsOf(words: Uint16Array): Buckets {
  return Array.from({ length: quarters }, (_, quarter) => {
    const bucket = new Map<number, number[]>()
    for (let at = quarter; at < words.length; at += quarters) {
      const value = words[at] ?? 0
      const found = bucket.get(value)
      if (found) found.push(Math.floor(at / quarters))
      else bucket.set(value, [Math.floor(at / quarters)])
    }
    return bucket
  })
}

/** Hashes of which a quarter differs in one bit at most; some more than once. */
function* near(one: number, words: Uint16Array, buckets: Buckets): Generator<number> {
  for (const [quarter, bucket] of buckets.entries()) {
    const value = words[one * quarters + quarter] ?? 0
    yield* bucket.get(value) ?? []
    for (let bit = 0; bit < bitsOfQuarter; bit += 1) yield* bucket.get(value ^ (1 << bit)) ?? []
  }
}

function differenceOf(words: Uint16Array, one: number, other: number): number {
  let bits = 0
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    let differing = (words[one * quarters + quarter] ?? 0) ^ (words[other * quarters + quarter] ?? 0)
    for (; differing > 0; differing &= differing - 1) bits += 1
  }
  return bits
}

function rootOf(parents: Uint32Array, one: number): number {
  let root = one
  while (parents[root] !== root) {
    const parent = parents[root] ?? root
    parents[root] = parents[parent] ?? parent
    root = parent
  }
  return root
}
