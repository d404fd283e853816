import { deserialize, serialize } from 'node:v8'
import type { ItemOutcomes, Outcome } from './outcome.ts'
import type { OutcomeSink } from './overflow.ts'

/** An entry with what is inside it, where each outcome may be packed: small, out of the heap, and plain data all the same. */
export type PackedOutcomes = readonly [Outcome, ...(Outcome | Uint8Array)[]]

/** Outcomes of one entry that stay as they are, and findings and metadata that they may have together … */
const [loose, looseParts] = [500, 20_000]

/** … what comes behind is packed, and handed on in parts of so many bytes where there is somebody to take them. */
const partBytes = 2 ** 19

/** Takes the outcomes of what is inside one entry, containers before what they hold. */
export interface OutcomeRow {
  /** A place for an outcome that comes later than those of what is inside it. */
  reserve(): number
  /** @throws NoRoom */
  put(place: number, outcome: Outcome): Promise<void>
  /** Those that are held, in the order of their places; none where they were handed on. @throws NoRoom */
  end(): Promise<readonly (Outcome | Uint8Array)[]>
  /** Voids all of them. */
  drop(): Promise<void>
}

/** An empty row. Without a sink it holds everything. */
export function outcomeRow(sink?: OutcomeSink): OutcomeRow {
  let held: (Outcome | Uint8Array | undefined)[] = []
  let places = 0
  let parts = 0
  const sending = sink && sender(sink)

  async function overflow(to: Sender): Promise<void> {
    const earlier = held
    held = []
    for (const [place, one] of earlier.entries()) if (one !== undefined) await to.put(place, packed(one))
  }

  return {
    reserve: () => places++,
    async put(place, outcome) {
      parts += outcome.findings.length + outcome.metadata.length
      const isLoose = places <= loose && parts <= looseParts
      if (sending && (sending.hasBegun() || !isLoose)) {
        if (!sending.hasBegun()) await overflow(sending)
        await sending.put(place, serialize(outcome))
      } else held[place] = isLoose ? outcome : serialize(outcome)
    },
    async end() {
      if (sending?.hasBegun()) await sending.end()
      return held.filter((one) => one !== undefined)
    },
    async drop() {
      held = []
      if (sending?.hasBegun()) await sink?.drop()
    },
  }
}

interface Sender {
  hasBegun(): boolean
  put(place: number, bytes: Uint8Array): Promise<void>
  end(): Promise<void>
}

/** Gathers packed outcomes into parts. */
function sender(sink: OutcomeSink): Sender {
  let hasBegun = false
  let isFirst = true
  let waiting: (readonly [place: number, bytes: Uint8Array])[] = []
  let size = 0

  async function send(): Promise<void> {
    const places = Uint32Array.from(waiting, ([place]) => place)
    const sizes = Uint32Array.from(waiting, ([, { length }]) => length)
    const bytes = new Uint8Array(size)
    let at = 0
    for (const [, one] of waiting) {
      bytes.set(one, at)
      at += one.length
    }
    waiting = []
    size = 0
    const part = { isFirst, places, sizes, bytes }
    isFirst = false
    await sink.take(part)
  }

  return {
    hasBegun: () => hasBegun,
    async put(place, bytes) {
      hasBegun = true
      waiting.push([place, bytes])
      size += bytes.length
      if (size >= partBytes) await send()
    },
    async end() {
      if (waiting.length > 0) await send()
      await sink.end()
    },
  }
}

function packed(one: Outcome | Uint8Array): Uint8Array {
  return one instanceof Uint8Array ? one : serialize(one)
}

/** The outcomes as they were before they were packed. */
export function unpackOutcomes([own, ...inside]: PackedOutcomes): ItemOutcomes {
  if (inside.length === 0) return [own]
  return [own, ...inside.map((one) => (one instanceof Uint8Array ? unpackOutcome(one) : one))]
}

/** One outcome as it was before it was packed. */
export function unpackOutcome(bytes: Uint8Array): Outcome {
  return deserialize(bytes) as Outcome
}
