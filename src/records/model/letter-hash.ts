/** A hash of folded letters, 32 bits; `kind` keeps words and runs of letters at their ends and within apart. */
export function hashed(letters: Uint16Array, from: number, to: number, kind: number): number {
  let hash = 0x811c9dc5 ^ kind
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (letters[at] as number), 0x01000193)
  return mixed(hash)
}

/** FNV's low bits are poor: these are as good as the high ones. */
export function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 13)
}
