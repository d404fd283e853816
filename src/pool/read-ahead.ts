import { Worker } from 'node:worker_threads'
import type { ItemRef } from '../core/item.ts'

/** Batches that may wait for the reader; those that come while as many wait are not read ahead. */
const maxWaiting = 4

/** Below this many microseconds an item, the bytes came from memory and reading ahead gains nothing … */
const fromMemory = 60
/** … so that only one batch in this many is tried, to see whether that is still so. */
const tryEvery = 16

/** What the reader's thread is given when it starts. */
export interface ReadAheadStart {
  readonly sourceUri: string
}

/** The reader's answer to a batch: microseconds an item. */
export type ReadAheadReply = number

/** Brings items into the system's file cache before a worker asks for them. */
export interface ReadAhead extends AsyncDisposable {
  /** Returns at once. A batch may be left out: this is a help, never a condition. */
  tell(items: readonly ItemRef[]): void
}

/**
 * Reads items ahead in a thread of its own and throws their bytes away: while the workers examine a batch, the disk or
 * the network already brings the next. Where all comes from memory anyhow it all but stops.
 * @throws from `tell`, at its next call, what the thread threw: that is a fault of ours
 */
export function readAhead(sourceUri: string): ReadAhead {
  const start: ReadAheadStart = { sourceUri }
  const thread = new Worker(workerFile(), { workerData: start })
  thread.unref()
  let waiting = 0
  let isFast = false
  let turn = 0
  let fault: unknown
  thread.on('message', (microseconds: ReadAheadReply) => {
    waiting -= 1
    isFast = microseconds < fromMemory
  })
  thread.on('error', (error) => {
    fault = error
  })
  return {
    tell(items) {
      if (fault !== undefined) throw fault
      turn += 1
      if (waiting >= maxWaiting || (isFast && turn % tryEvery !== 0)) return
      waiting += 1
      thread.postMessage(items)
    },
    async [Symbol.asyncDispose]() {
      thread.ref()
      await thread.terminate()
    },
  }
}

/** A checkout runs the source as it is; a published package its build. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './read-ahead-worker.ts' : './read-ahead-worker.js', import.meta.url)
}
