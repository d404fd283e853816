import type { Outcome } from './core/outcome.ts'
import type { InsideOutcomes, OutcomePart, Overflow } from './core/overflow.ts'
import { unpackOutcome } from './core/packed-outcomes.ts'
import type { Reader } from './core/reader.ts'
import type { Spool, SpoolPlace } from './core/spool.ts'

/** Outcomes that are unpacked at once. */
const atOnce = 64

/** Bytes that are read at once, and how many such pieces are kept: containers lie behind what they hold. */
const [blockBytes, blocksKept] = [2 ** 18, 4]

/** What there is of one entry. */
interface Pile {
  /** Undefined where there is no room. */
  readonly place: SpoolPlace | undefined
  readonly places: Column
  readonly offsets: Column
  readonly sizes: Column
  bytes: number
}

/**
 * An overflow in a spool: encrypted, nameless, gone with the process.
 * @param atMost bytes that all entries may have there together
 */
export function makeOverflow(spool: Spool, atMost: number): Overflow {
  const piles = new Map<string, Promise<Pile>>()
  const finished = new Map<string, InsideOutcomes>()

  async function open(): Promise<Pile> {
    return { place: await spool.open(atMost), places: column(), offsets: column(), sizes: column(), bytes: 0 }
  }

  async function drop(uri: string): Promise<void> {
    finished.delete(uri)
    const pile = piles.get(uri)
    if (!pile) return
    piles.delete(uri)
    await (await pile).place?.[Symbol.asyncDispose]()
  }

  async function add(pile: Pile, { places, sizes, bytes }: OutcomePart): Promise<boolean> {
    if (!pile.place || !(await pile.place.append(bytes))) return false
    for (const [at, place] of places.entries()) {
      const size = sizes[at] ?? 0
      pile.places.push(place)
      pile.offsets.push(pile.bytes)
      pile.sizes.push(size)
      pile.bytes += size
    }
    return true
  }

  return {
    async take(uri, part) {
      if (part.isFirst) piles.set(uri, drop(uri).then(open))
      const before = piles.get(uri)
      // What a thread sent that has ended since: its items are examined anew.
      if (!before) return true
      let hasRoom = false
      const after = before.then(async (pile) => {
        hasRoom = await add(pile, part)
        if (hasRoom) finished.set(uri, insideOf(pile))
        return pile
      })
      piles.set(uri, after)
      await after
      return hasRoom
    },
    drop,
    inside: (uri) => finished.get(uri),
  }
}

function insideOf(pile: Pile): InsideOutcomes {
  return {
    get count() {
      return pile.places.size()
    },
    read: () => inOrder(pile),
  }
}

async function* inOrder({ place, places, offsets, sizes }: Pile): AsyncGenerator<readonly Outcome[]> {
  if (!place) return
  const read = blockReader(place.reader())
  const order = Uint32Array.from({ length: places.size() }, (_, at) => at).sort((a, b) => places.at(a) - places.at(b))
  let some: Outcome[] = []
  for (const at of order) {
    some.push(unpackOutcome(await read(offsets.at(at), sizes.at(at))))
    if (some.length < atOnce) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Reads by whole blocks and keeps the latest few. */
function blockReader(reader: Reader): (start: number, length: number) => Promise<Uint8Array> {
  const kept = new Map<number, Uint8Array>()

  async function block(number: number): Promise<Uint8Array> {
    const known = kept.get(number) ?? (await reader.read(number * blockBytes, blockBytes))
    kept.delete(number)
    kept.set(number, known)
    for (const oldest of kept.keys()) {
      if (kept.size <= blocksKept) break
      kept.delete(oldest)
    }
    return known
  }

  return async (start, length) => {
    const bytes = new Uint8Array(length)
    for (let got = 0; got < length; ) {
      const number = Math.floor((start + got) / blockBytes)
      const piece = (await block(number)).subarray(start + got - number * blockBytes).subarray(0, length - got)
      if (piece.length === 0) throw new Error('what was kept of an entry is shorter than it was')
      bytes.set(piece, got)
      got += piece.length
    }
    return bytes
  }
}

/** Numbers, eight bytes each. */
interface Column {
  push(value: number): void
  at(index: number): number
  size(): number
}

function column(): Column {
  let values = new Float64Array(1_024)
  let size = 0
  return {
    push(value) {
      if (size === values.length) {
        const larger = new Float64Array(2 * size)
        larger.set(values)
        values = larger
      }
      values[size++] = value
    },
    at: (index) => values[index] ?? 0,
    size: () => size,
  }
}
