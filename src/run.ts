import type { ItemRef } from './core/item.ts'
import type { ItemOutcomes, Outcome } from './core/outcome.ts'
import type { Overflow } from './core/overflow.ts'
import type { ScanInfo } from './core/result.ts'
import type { Source } from './core/source.ts'
import type { Examiner } from './pool/examiner.ts'
import type { DecideContext, Rescore, ScanStart, Store } from './stores/store.ts'

/**
 * Small items share a task: at first few, so that a small dump is shared among all workers, then up to an eighth of what
 * was listed before them; at most `most` …
 */
const batchItems = { least: 8, most: 128, share: 1 / 8 } as const
/** … and at most this many bytes together, so that a large one travels alone. */
const batchBytes = 4 * 2 ** 20
/** Batches listed before the one that is taken next: their bytes can be fetched meanwhile. */
const batchesAhead = 6

/** What a run needs; who made the parts disposes of them. */
export interface RunParts {
  readonly source: Source
  readonly examiner: Examiner
  readonly store: Store
  /** Where the examiner leaves what is inside entries when it is too much to be held. */
  readonly overflow?: Overflow
  /** Asks the run to end after what is in flight. */
  readonly signal: AbortSignal
  readonly start: ScanStart
  readonly decide: DecideContext
  readonly rescore: Rescore
  readonly onProgress?: (progress: Progress) => void
}

/** What a run has done so far: entries of the source, not what lies inside them. A picture of one moment. */
export interface Progress {
  /**
   * `learning`: entries that hold codes written like the patients' numbers that labels name elsewhere in the dump are
   * examined once more. `finishing`: all is examined; copies are marked, records linked and scored again, the digest worked out. */
  readonly phase: 'examining' | 'learning' | 'finishing'
  /** Entries dealt with, those of an earlier run among them, and their bytes. */
  readonly entries: number
  readonly bytes: number
  /** Entries that an earlier run had done. */
  readonly known: number
  /** Records written in this run, by kind. */
  readonly kinds: ReadonlyMap<string, number>
  readonly records: number
  /** Records of this run that were not read whole. */
  readonly incomplete: number
}

/** How a run ended. */
export interface RunResult {
  readonly scan: ScanInfo
  readonly progress: Progress
}

/**
 * The whole dump: each lane takes the next batch when it is done with the last, so nothing piles up on either side.
 * @throws whatever a part throws; what was written until then stays, and the run can be gone on with
 */
export async function run(parts: RunParts): Promise<RunResult> {
  const { store, signal } = parts
  await store.begin(parts.start)
  const tally = new Tally()
  const tell = () => parts.onProgress?.(tally.now())
  try {
    await examineAll(parts, (items) => store.pending(items), tally, tell)
    if (!signal.aborted) await learn(parts, tally, tell)
    if (signal.aborted) return { scan: await store.stop('interrupted'), progress: tally.now() }
    tally.phase = 'finishing'
    tell()
    return { scan: await store.finish(parts.decide, parts.rescore), progress: tally.now() }
  } catch (error) {
    // The store may be what failed: its own word on stopping must not hide the first reason.
    await store.stop('failed').catch(() => undefined)
    throw error
  }
}

/** Looks once more at what may hold patients' numbers that have no label: only now is it known how they are written. */
async function learn(parts: RunParts, tally: Tally, tell: () => void): Promise<void> {
  const learnt = await parts.store.learntCodes()
  if (!learnt) return
  tally.phase = 'learning'
  tell()
  const again = (items: readonly ItemRef[]) =>
    learnt.among(items).map((item) => ({ ...item, patientCodes: learnt.shapes }))
  // They are counted already; and what can't be read any more was read before.
  await examineAll(keepingRead(parts), async (items) => again(items), new Tally(), tell)
}

/** The parts of a run whose examiner gives out only what could be read. */
function keepingRead(parts: RunParts): RunParts {
  const { examiner, overflow } = parts
  async function examine(items: readonly ItemRef[]): Promise<readonly ItemOutcomes[]> {
    const outcomes = await examiner.examine(items)
    const lost = outcomes.filter(([{ coverage }]) => coverage === 'none')
    for (const [{ uri }] of lost) await overflow?.drop(uri)
    return lost.length === 0 ? outcomes : outcomes.filter((tree) => !lost.includes(tree))
  }
  return { ...parts, examiner: { ...examiner, examine } }
}

/** Runs the lanes until the listing ends, the signal comes, or one of them fails; then the first failure is thrown. */
async function examineAll(parts: RunParts, choose: Choose, tally: Tally, tell: () => void): Promise<void> {
  const { source, examiner, signal } = parts
  const broken = new AbortController()
  const isOver = () => signal.aborted || broken.signal.aborted
  const batches = listAhead(batched(source.items(AbortSignal.any([signal, broken.signal]))), choose, parts)

  async function lane(): Promise<void> {
    for (let next = await batches.next(); !next.done && !isOver(); next = await batches.next()) {
      const { listed, todo } = next.value
      tally.skip(listed, todo)
      const outcomes = todo.length > 0 ? await examiner.examine(todo) : []
      await write(parts, outcomes, tally)
      tally.add(todo, outcomes)
      tell()
    }
  }

  const lanes = Array.from({ length: examiner.lanes }, () => lane().catch((error: unknown) => broken.abort(error)))
  await Promise.all(lanes)
  await batches.return(undefined)
  if (broken.signal.aborted) throw broken.signal.reason
}

/** Writes a batch: entries with more inside than is held each by itself, the others together. */
async function write({ store, overflow }: RunParts, outcomes: readonly ItemOutcomes[], tally: Tally): Promise<void> {
  const isLarge = ([{ uri }]: ItemOutcomes) => overflow?.inside(uri) !== undefined
  const large = outcomes.filter(isLarge)
  const small = large.length === 0 ? outcomes : outcomes.filter((one) => !isLarge(one))
  if (small.length > 0) await store.write(small)
  for (const [entry] of large) {
    const inside = overflow?.inside(entry.uri)
    if (inside) await store.writeLarge(entry, { count: inside.count, read: () => tally.counting(inside.read()) })
    await overflow?.drop(entry.uri)
  }
}

/** Tells what of a batch is to be examined. */
type Choose = (listed: readonly ItemRef[]) => Promise<readonly ItemRef[]>

/** A batch as listed, and what of it no earlier run has done. */
interface Batch {
  readonly listed: readonly ItemRef[]
  readonly todo: readonly ItemRef[]
}

/** Keeps a few batches listed ahead of the one that is asked for, and tells the examiner of them. */
async function* listAhead(
  batches: AsyncIterable<readonly ItemRef[]>,
  choose: Choose,
  { examiner }: RunParts,
): AsyncGenerator<Batch> {
  const ahead: Batch[] = []
  for await (const listed of batches) {
    const todo = await choose(listed)
    if (todo.length > 0) examiner.expect?.(todo)
    ahead.push({ listed, todo })
    const first = ahead.length > batchesAhead ? ahead.shift() : undefined
    if (first) yield first
  }
  yield* ahead
}

/** Groups a listing, in order. */
async function* batched(items: AsyncIterable<ItemRef>): AsyncGenerator<readonly ItemRef[]> {
  const { least, most, share } = batchItems
  let batch: ItemRef[] = []
  let bytes = 0
  let listed = 0
  let room: number = least
  for await (const item of items) {
    if (batch.length > 0 && (batch.length >= room || bytes + item.size > batchBytes)) {
      yield batch
      room = Math.min(most, Math.max(least, Math.floor(listed * share)))
      batch = []
      bytes = 0
    }
    batch.push(item)
    listed += 1
    bytes += item.size
  }
  if (batch.length > 0) yield batch
}

class Tally {
  phase: Progress['phase'] = 'examining'
  entries = 0
  bytes = 0
  known = 0
  records = 0
  incomplete = 0
  readonly kinds = new Map<string, number>()

  now(): Progress {
    const { phase, entries, bytes, known, records, incomplete } = this
    return { phase, entries, bytes, known, records, incomplete, kinds: new Map(this.kinds) }
  }

  skip(listed: readonly ItemRef[], todo: readonly ItemRef[]): void {
    const known = listed.length - todo.length
    if (known === 0) return
    this.known += known
    this.entries += known
    this.bytes += sizeOf(listed) - sizeOf(todo)
  }

  add(items: readonly ItemRef[], outcomes: readonly ItemOutcomes[]): void {
    this.entries += items.length
    this.bytes += sizeOf(items)
    for (const tree of outcomes) this.#count(tree)
  }

  /** Counts what passes. */
  async *counting(inside: AsyncIterable<readonly Outcome[]>): AsyncGenerator<readonly Outcome[]> {
    for await (const outcomes of inside) {
      this.#count(outcomes)
      yield outcomes
    }
  }

  #count(outcomes: readonly Outcome[]): void {
    for (const { kind, coverage, coverageCause } of outcomes) {
      this.records += 1
      if (coverage !== 'full' && coverageCause !== 'known_good') this.incomplete += 1
      this.kinds.set(kind, (this.kinds.get(kind) ?? 0) + 1)
    }
  }
}

function sizeOf(items: readonly ItemRef[]): number {
  return items.reduce((sum, { size }) => sum + size, 0)
}
