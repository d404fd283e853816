import { setFlagsFromString } from 'node:v8'
import { Piscina } from 'piscina'
import type { ItemRef } from '../core/item.ts'
import { type ExaminePlan, secondsFor } from '../examine-plan.ts'
import type { Examiner } from './examiner.ts'
import { type Packed, pack, type Task, unpack, type WorkerStart } from './messages.ts'
import type { Mishap } from './mishap.ts'
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
}

/** Why a task came back without outcomes. */
type Failure = { readonly mishap: Mishap; readonly message: string }

/** Examines in a pool of worker threads. An item that hangs or runs out of memory ends its thread and nothing else. */
export function threadExaminer(sourceUri: string, plan: ExaminePlan, options: ThreadOptions): Examiner {
  const threads = threadPool(sourceUri, plan, options)
  const ahead = readAhead(sourceUri)
  return {
    lanes: threads.lanes,
    expect: ahead.tell,
    examine: async (items) => unpack(await threads.examine(items)),
    async [Symbol.asyncDispose]() {
      await Promise.all([threads[Symbol.asyncDispose](), ahead[Symbol.asyncDispose]()])
    },
  }
}

/** Worker threads that answer in bytes: for this process, or for one that they are handed on to. */
export interface ThreadPool extends AsyncDisposable {
  readonly lanes: number
  /** As {@link Examiner.examine}. */
  examine(items: readonly ItemRef[]): Promise<readonly Packed[]>
}

export function threadPool(sourceUri: string, plan: ExaminePlan, options: ThreadOptions): ThreadPool {
  const lanes = lanesOf(options.workers)
  const positions = new SharedArrayBuffer(4 * lanes)
  const start: WorkerStart = { sourceUri, plan, positions }
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
  const free = Array.from({ length: lanes }, (_, lane) => lane)
  const position = new Int32Array(positions)

  /** Runs items as one task; when it fails, the item at fault gets its outcome and its neighbours are run again. */
  async function examineOn(lane: number, items: readonly ItemRef[], isRepeat: boolean): Promise<readonly Packed[]> {
    if (items.length === 0) return []
    const answer = await attempt(pool, { lane, items }, position, plan)
    if (!('mishap' in answer)) return [answer]
    const at = Math.max(0, Atomics.load(position, lane) - 1)
    const culprit = items[at]
    if (culprit === undefined) throw new Error('a lane stood at an item that its task does not have')
    const before = await examineOn(lane, items.slice(0, at), false)
    const isSure = isRepeat || answer.mishap === 'time_limit'
    const own = isSure ? [await packedMishap(culprit, answer, plan)] : await examineOn(lane, [culprit], true)
    return [...before, ...own, ...(await examineOn(lane, items.slice(at + 1), false))]
  }

  return {
    lanes,
    async examine(items) {
      const lane = free.pop()
      if (lane === undefined) throw new Error(`more than ${lanes} calls at a time`)
      try {
        return await examineOn(lane, items, false)
      } finally {
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

/** Runs one task, ending its thread when an item takes too long. */
async function attempt(
  pool: Piscina<Task, Packed>,
  task: Task,
  position: Int32Array,
  plan: ExaminePlan,
): Promise<Packed | Failure> {
  const control = new AbortController()
  Atomics.store(position, task.lane, 0)
  const watch = watchFor(task, position, plan, () => control.abort())
  try {
    return await pool.run(task, { signal: control.signal })
  } catch (error) {
    if (control.signal.aborted) return { mishap: 'time_limit', message: 'it took too long and was ended' }
    return failureOf(error)
  } finally {
    clearInterval(watch)
  }
}

function watchFor(task: Task, position: Int32Array, plan: ExaminePlan, end: () => void): NodeJS.Timeout {
  let last = 0
  let since = performance.now()
  return setInterval(() => {
    const now = Atomics.load(position, task.lane)
    if (now !== last || now === 0) {
      last = now
      since = performance.now()
      return
    }
    const item = task.items[now - 1]
    if (item && performance.now() - since > 1_000 * patience * secondsFor(item.size, plan.limits)) end()
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
