import { deserialize, serialize } from 'node:v8'
import type { ItemOutcomes, Outcome } from './outcome.ts'

/** An entry with what is inside it, where each outcome may be packed: small, out of the heap, and plain data all the same. */
export type PackedOutcomes = readonly [Outcome, ...(Outcome | Uint8Array)[]]

/** Outcomes of one entry that stay as they are; what comes behind is packed. */
const loose = 500

/** Takes the outcomes of what is inside one entry, containers before what they hold. */
export interface OutcomeRow {
  /** A place for an outcome that comes later than those of what is inside it. */
  reserve(): number
  put(place: number, outcome: Outcome): void
  /** All of them in the order of their places; those that nothing was put in are left out. */
  all(): readonly (Outcome | Uint8Array)[]
}

/** An empty row. */
export function outcomeRow(): OutcomeRow {
  const row: (Outcome | Uint8Array | undefined)[] = []
  return {
    reserve: () => row.push(undefined) - 1,
    put(place, outcome) {
      row[place] = place < loose ? outcome : serialize(outcome)
    },
    all: () => row.filter((one) => one !== undefined),
  }
}

/** The outcomes as they were before they were packed. */
export function unpackOutcomes([own, ...inside]: PackedOutcomes): ItemOutcomes {
  if (inside.length === 0) return [own]
  return [own, ...inside.map((one) => (one instanceof Uint8Array ? (deserialize(one) as Outcome) : one))]
}
