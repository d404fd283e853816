import { parentPort } from 'node:worker_threads'
import { NoRoom, type OutcomePart, type OutcomeSink } from '../core/overflow.ts'

/** Parts that may be on their way before a worker waits. */
const partsAhead = 2

/** Numbers that a worker and the thread that watches it share, for each lane. */
const [sentSlot, arrivedSlot, refusedSlot, pulseSlot, slots] = [0, 1, 2, 3, 4] as const

/** How long a worker waits before it looks again by itself, in milliseconds. */
const lookAgain = 1_000

/** What a worker posts beside its answers; `part` null voids what came of the entry. */
export interface OverflowMessage {
  readonly lane: number
  readonly number: number
  readonly uri: string
  readonly part: OutcomePart | null
}

/** Room for the numbers of so many lanes. */
export function overflowNumbers(lanes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * slots * lanes)
}

/** The watching side of the numbers. */
export interface OverflowWatch {
  /** Tells a worker that what it posted has arrived, or that there is no room for it. */
  arrived(message: Pick<OverflowMessage, 'lane' | 'number'>, hasRoom: boolean): void
  /** Changes while something goes on in the lane. */
  pulse(lane: number): number
}

export function overflowWatch(numbers: SharedArrayBuffer): OverflowWatch {
  const shared = new Int32Array(numbers)
  return {
    arrived({ lane, number }, hasRoom) {
      if (!hasRoom) Atomics.store(shared, slots * lane + refusedSlot, number)
      // Answers may overtake each other.
      if (number <= Atomics.load(shared, slots * lane + arrivedSlot)) return
      Atomics.store(shared, slots * lane + arrivedSlot, number)
      Atomics.notify(shared, slots * lane + arrivedSlot)
    },
    pulse: (lane) => Atomics.load(shared, slots * lane + pulseSlot),
  }
}

/**
 * A worker's way to hand on what is inside an entry. It waits by blocking its thread, which has nothing else to do;
 * numbers only grow, so that what is told of a thread that has ended means nothing to the next.
 */
export function workerSink(numbers: SharedArrayBuffer, lane: number, uri: string): OutcomeSink {
  const shared = new Int32Array(numbers)
  const base = slots * lane
  let first: number | undefined

  function post(part: OutcomePart | null): number {
    const number = Atomics.add(shared, base + sentSlot, 1) + 1
    first ??= number
    const message: OverflowMessage = { lane, number, uri, part }
    parentPort?.postMessage(message, part ? [part.bytes.buffer] : [])
    return number
  }

  function waitFor(number: number): void {
    for (let seen = arrived(); seen < number; seen = arrived()) {
      Atomics.wait(shared, base + arrivedSlot, seen, lookAgain)
    }
    if (first !== undefined && Atomics.load(shared, base + refusedSlot) >= first) throw new NoRoom()
  }

  const arrived = () => Atomics.load(shared, base + arrivedSlot)
  return {
    async take(part) {
      waitFor(post(part) - partsAhead)
    },
    async end() {
      waitFor(Atomics.load(shared, base + sentSlot))
    },
    async drop() {
      post(null)
    },
    alive: () => void Atomics.add(shared, base + pulseSlot, 1),
  }
}
