import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import type { ItemRef } from '../core/item.ts'
import type { Overflow } from '../core/overflow.ts'
import { type ExaminePlan, secondsFor } from '../examine-plan.ts'
import { loadHashLists } from '../hash-lists/lists.ts'
import type { Examiner } from './examiner.ts'
import { type Arrived, type Packed, pack, type Task, unpack, type WorkerStart } from './messages.ts'
import type { Mishap } from './mishap.ts'
import { type OverflowMessage, overflowNumbers, overflowWatch } from './overflow-channel.ts'
import { readAhead } from './read-ahead.ts'

/** Tasks that wait for each worker, so that none is idle while the writer writes. */
const tasksPerWorker = 2

/** How often hanging items are looked for, in milliseconds. */
const watchInterval = 250

/** An item is ended when it has had this share of its seconds: it had the chance to end itself at 1. */
const patience = 1.25

/** Room for short-lived objects in each worker: more costs memory and gains no speed here. */
const youngMegabytes = 16

// Heaps then grow by 40 % between two collections, not by a multiple, and the room for short-lived objects stays small:
// a day's run stays at the size of its first minute, and is no slower (docs/decisions/speed.md).
setFlagsFromString('--heap-growing-percent=40')
setFlagsFromString('--semi-space-growth-factor=1')

/** What may stand in for the worker in tests: a module that misbehaves on request. */
export interface ThreadOptions {
  readonly workers: number
  readonly workerFile?: URL
  /** Where outcomes go that are too many to be held; without it there is no room for them. */
  readonly overflow?: Overflow
}

/** What is told of a call while it is under way. */
export interface Watcher {
  /** What is too much to be held; it is answered by {@link ThreadPool.arrived}. */
  overflow(message: OverflowMessage): void
  /** Something goes on. */
  alive(): void
}

/** Why a task came back without outcomes. */
type Failure = { readonly mishap: Mishap; readonly message: string }

/** Examines in a pool of worker threads. An item that hangs or runs out of memory ends its thread and nothing else. */
export function threadExaminer(sourceUri: string, plan: ExaminePlan, options: ThreadOptions): Examiner {
  const { overflow } = options
  const threads = threadPool(sourceUri, plan, options)
  const watcher: Watcher = {
    overflow: (message) => void keep(message, overflow).then((hasRoom) => threads.arrived({ ...message, hasRoom })),
    alive: () => undefined,
  }
  const ahead = readAhead(sourceUri)
  return {
    lanes: threads.lanes,
    expect: ahead.tell,
    examine: async (items) => unpack(await threads.examine(items, watcher)),
    async [Symbol.asyncDispose]() {
      await Promise.all([threads[Symbol.asyncDispose](), ahead[Symbol.asyncDispose]()])
    },
  }
}

/** Puts what was handed on where it belongs. @returns whether there was room */
export async function keep({ uri, part }: OverflowMessage, overflow: Overflow | undefined): Promise<boolean> {
  if (part) return (await overflow?.take(uri, part)) ?? false
  await overflow?.drop(uri)
  return true
}

/** Worker threads that answer in bytes: for this process, or for one that they are handed on to. */
export interface ThreadPool extends AsyncDisposable {
  readonly lanes: number
  /** As {@link Examiner.examine}. */
  examine(items: readonly ItemRef[], watcher: Watcher): Promise<readonly Packed[]>
  arrived(answer: Arrived): void
}

export function threadPool(sourceUri: string, plan: ExaminePlan, options: Omit<ThreadOptions, 'overflow'>): ThreadPool {
  const lanes = lanesOf(options.workers)
  const positions = new SharedArrayBuffer(4 * lanes)
  const overflow = overflowNumbers(lanes)
  const overflows = overflowWatch(overflow)
  const watchers = new Map<number, Watcher>()
  const hashLists = plan.hashLists && loadHashLists(plan.hashLists)
  const start: WorkerStart = { sourceUri, plan, positions, overflow, ...(hashLists ? { hashLists } : {}) }
  const pool = new Piscina<Task, Packed>({
    filename: (options.workerFile ?? workerFile()).href,
    // A few files are done before a second thread has started; once started, each stays.
    minThreads: 1,
    maxThreads: options.workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    concurrentTasksPerWorker: 1,
    recordTiming: false,
    workerData: start,
    resourceLimits: {
      maxOldGenerationSizeMb: plan.limits.workerHeapMegabytes,
      maxYoungGenerationSizeMb: youngMegabytes,
    },
  })
  pool.on('message', (message: OverflowMessage) => {
    const watcher = watchers.get(message.lane)
    // Sent by a thread that has ended since, when its call had been answered.
    if (watcher) watcher.overflow(message)
    else overflows.arrived(message, true)
  })
  const free = Array.from({ length: lanes }, (_, lane) => lane)
  const position = new Int32Array(positions)

  /** Runs items as one task; when it fails, the item at fault gets its outcome and its neighbours are run again. */
  async function examineOn(lane: number, items: readonly ItemRef[], isRepeat: boolean): Promise<readonly Packed[]> {
    if (items.length === 0) return []
    const watch = taskWatch(lane, items)
    const answer = await attempt(pool, { lane, items }, watch)
    if (!('mishap' in answer)) return [answer]
    for (const { uri } of items) watchers.get(lane)?.overflow({ lane, number: 0, uri, part: null })
    const at = Math.max(0, Atomics.load(position, lane) - 1)
    const culprit = items[at]
    if (culprit === undefined) throw new Error('a lane stood at an item that its task does not have')
    const before = await examineOn(lane, items.slice(0, at), false)
    const isSure = isRepeat || answer.mishap === 'time_limit'
    const own = isSure ? [await packedMishap(culprit, answer, plan)] : await examineOn(lane, [culprit], true)
    return [...before, ...own, ...(await examineOn(lane, items.slice(at + 1), false))]
  }

  function taskWatch(lane: number, items: readonly ItemRef[]): TaskWatch {
    return {
      position: () => Atomics.load(position, lane),
      restart: () => Atomics.store(position, lane, 0),
      pulse: () => overflows.pulse(lane),
      alive: () => watchers.get(lane)?.alive(),
      millisecondsFor: (at) => 1_000 * patience * secondsFor(items[at - 1]?.size ?? 0, plan.limits),
    }
  }

  return {
    lanes,
    arrived: (answer) => overflows.arrived(answer, answer.hasRoom),
    async examine(items, watcher) {
      const lane = free.pop()
      if (lane === undefined) throw new Error(`more than ${lanes} calls at a time`)
      watchers.set(lane, watcher)
      try {
        return await examineOn(lane, items, false)
      } finally {
        watchers.delete(lane)
        free.push(lane)
      }
    },
    async [Symbol.asyncDispose]() {
      await pool.destroy()
    },
  }
}

/** What examines is loaded only where it is needed here: this thread hands work on, and starts in a quarter of the time. */
async function packedMishap(item: ItemRef, { mishap, message }: Failure, plan: ExaminePlan): Promise<Packed> {
  const { mishapOutcome } = await import('./crash.ts')
  return pack([mishapOutcome(item, mishap, message, plan)])
}

/** How many tasks so many workers have open at a time. */
export function lanesOf(workers: number): number {
  return workers * tasksPerWorker
}

/** By what a task is watched. */
interface TaskWatch {
  /** Of the item under examination, from 1; 0 while none is. */
  position(): number
  restart(): void
  /** Changes with each item inside an item: time counts anew. */
  pulse(): number
  alive(): void
  /** Milliseconds that the item at a position may take, or what it holds may take each. */
  millisecondsFor(position: number): number
}

/** Runs one task, ending its thread when an item takes too long. */
async function attempt(pool: Piscina<Task, Packed>, task: Task, taskWatch: TaskWatch): Promise<Packed | Failure> {
  const control = new AbortController()
  taskWatch.restart()
  const watch = watchOver(taskWatch, () => control.abort())
  try {
    return await pool.run(task, { signal: control.signal })
  } catch (error) {
    if (control.signal.aborted) return { mishap: 'time_limit', message: 'it took too long and was ended' }
    return failureOf(error)
  } finally {
    clearInterval(watch)
  }
}

function watchOver(task: TaskWatch, end: () => void): NodeJS.Timeout {
  let last = 0
  let lastPulse = task.pulse()
  let since = performance.now()
  return setInterval(() => {
    const now = task.position()
    const pulse = task.pulse()
    if (pulse !== lastPulse) task.alive()
    if (now !== last || now === 0 || pulse !== lastPulse) {
      last = now
      lastPulse = pulse
      since = performance.now()
    } else if (performance.now() - since > task.millisecondsFor(now)) end()
  }, watchInterval)
}

/** @throws the error itself when it says nothing about the item: the pool can't go on then */
function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { mishap: 'memory_limit', message: 'it needed more memory than a worker may hold' }
  if (code === 'ERR_WORKER_EXITED' || (error instanceof Error && error.message.startsWith('worker exited'))) {
    return { mishap: 'crashed', message: 'it ended its worker' }
  }
  throw error
}

/** A checkout runs the source as it is; a published package its build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)
}
