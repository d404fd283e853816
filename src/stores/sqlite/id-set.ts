/** A set of record ids: one bit for each id there is, so that a million records cost an eighth of a megabyte. */
export interface IdSet {
  add(id: number): void
  has(id: number): boolean
}

/** An empty set; it grows with the largest id. */
export function makeIdSet(): IdSet {
  let bits = new Uint8Array(1_024)
  return {
    add(id) {
      const at = id >>> 3
      if (at >= bits.length) {
        const larger = new Uint8Array(Math.max(at + 1, bits.length * 2))
        larger.set(bits)
        bits = larger
      }
      bits[at] = (bits[at] ?? 0) | (1 << (id & 7))
    },
    has: (id) => ((bits[id >>> 3] ?? 0) & (1 << (id & 7))) !== 0,
  }
}
