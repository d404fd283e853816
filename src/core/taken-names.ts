import { hash } from 'node:crypto'

/** Names that are taken, with a number for each: a few bytes a name, whatever their length. */
export interface TakenNames {
  readonly size: number
  /** The name's number; 0 where it is not taken. Two names that are taken for one are met once in 10¹⁴ pairs, and no harm. */
  get(name: string): number
  set(name: string, number: number): void
}

const firstPlaces = 16

/** No name yet. A table of hashes that doubles when it is half full. */
export function takenNames(): TakenNames {
  let keys = new Float64Array(firstPlaces)
  let numbers = new Uint32Array(firstPlaces)
  let size = 0

  function placeOf(key: number): number {
    const mask = keys.length - 1
    let at = (key % keys.length) & mask
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask
    return at
  }

  function grow(): void {
    const [oldKeys, oldNumbers] = [keys, numbers]
    keys = new Float64Array(2 * oldKeys.length)
    numbers = new Uint32Array(keys.length)
    for (const [at, key] of oldKeys.entries()) {
      if (key === 0) continue
      const place = placeOf(key)
      keys[place] = key
      numbers[place] = oldNumbers[at] ?? 0
    }
  }

  return {
    get size() {
      return size
    },
    get: (name) => numbers[placeOf(keyOf(name))] ?? 0,
    set(name, number) {
      if (2 * size >= keys.length) grow()
      const key = keyOf(name)
      const place = placeOf(key)
      if (keys[place] === 0) size += 1
      keys[place] = key
      numbers[place] = number
    },
  }
}

/** 52 bits of a hash, never 0. */
function keyOf(name: string): number {
  return 1 + Number.parseInt(hash('sha1', name, 'hex').slice(0, 13), 16)
}
