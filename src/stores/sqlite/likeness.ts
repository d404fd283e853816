/** Bits of 64 in which hashes of the same picture may differ: see docs/decisions/eyes.md for what was measured. */
const mostDifferent = 6
/** A hash is found by its quarters: of 6 bits that differ, one quarter has at most one. */
const quarters = 4
const bitsOfQuarter = 16
/** Pairs that are compared at most: beyond them only equal hashes count as the same. */
const mostPairs = 500_000_000

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
  const halves = new Uint32Array(words.buffer)
  const parents = Uint32Array.from(hashes.keys())
  const buckets = Array.from({ length: quarters }, (_, quarter) => bucketsOf(words, quarter))
  let [groups, left] = [hashes.length, mostPairs]
  for (let one = 0; one < hashes.length; one += 1) {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      const { starts, members } = buckets[quarter] ?? noBuckets
      const [first, second] = [halves[2 * one] ?? 0, halves[2 * one + 1] ?? 0]
      const value = words[one * quarters + quarter] ?? 0
      for (let bit = -1; bit < bitsOfQuarter; bit += 1) {
        const near = bit < 0 ? value : value ^ (1 << bit)
        const [from, to] = [starts[near] ?? 0, starts[near + 1] ?? 0]
        left -= to - from
        if (left < 0) return groups
        for (let at = from; at < to; at += 1) {
          const other = members[at] ?? 0
          if (other <= one) continue
          const different = bitsOf(first ^ (halves[2 * other] ?? 0)) + bitsOf(second ^ (halves[2 * other + 1] ?? 0))
          if (different > mostDifferent) continue
          if (join(parents, one, other)) groups -= 1
        }
      }
    }
  }
  return groups
}

function quartersOf(hash: string): number[] {
  return Array.from({ length: quarters }, (_, at) => Number.parseInt(hash.slice(4 * at, 4 * at + 4), 16))
}

/** The hashes by the value of one quarter: those of a value stand from its start to the next one's. */
interface Buckets {
  readonly starts: Uint32Array
  readonly members: Uint32Array
}
const noBuckets: Buckets = { starts: new Uint32Array(), members: new Uint32Array() }

function bucketsOf(words: Uint16Array, quarter: number): Buckets {
  const starts = new Uint32Array(2 ** bitsOfQuarter + 1)
  for (let at = quarter; at < words.length; at += quarters) {
    const next = (words[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let value = 1; value < starts.length; value += 1) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0)
  const members = new Uint32Array(words.length / quarters)
  const places = starts.slice()
  for (let at = quarter; at < words.length; at += quarters) {
    const value = words[at] ?? 0
    const place = places[value] ?? 0
    members[place] = (at - quarter) / quarters
    places[value] = place + 1
  }
  return { starts, members }
}

/** Bits of a number of 32 that are set (H. S. Warren, Hacker's Delight, 5-1). */
function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x5555_5555)
  bits = (bits & 0x3333_3333) + ((bits >>> 2) & 0x3333_3333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

/** Whether the two were apart before. */
function join(parents: Uint32Array, one: number, other: number): boolean {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)]
  if (a === b) return false
  parents[Math.max(a, b)] = Math.min(a, b)
  return true
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
