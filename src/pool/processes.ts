import type { ItemRef } from '../core/item.ts'
import type { Overflow } from '../core/overflow.ts'
import type { ExaminePlan } from '../examine-plan.ts'
import { mishapOutcome } from './crash.ts'
import type { Examiner } from './examiner.ts'
import { EndedEarly, type ExaminingProcess, ProcessEnded, startProcess } from './examining-process.ts'
import { type Packed, pack, unpack } from './messages.ts'
import type { Mishap } from './mishap.ts'
import { readAhead } from './read-ahead.ts'
import { keep, lanesOf } from './threads.ts'

/** What may stand in for the worker in tests: a module that misbehaves on request. */
export interface ProcessOptions {
  readonly workers: number
  readonly workerFile?: URL
  /** Where outcomes go that are too many to be held. */
  readonly overflow?: Overflow
}

/** Processes in a row that something outside may end before they are ready. */
const mostStarts = 5

const messages: Record<Mishap, string> = {
  crashed: 'it ended the process that examined it',
  memory_limit: 'the process that examined it outgrew its memory',
  time_limit: 'it took too long and could not be ended alone',
}

/**
 * Examines in worker threads of a process of its own, which is started again when it dies: of native code, of memory
 * that no limit on a thread sees, of a thread that can't be ended. What was in flight is then tried again one batch at a
 * time, and where a batch kills again, one item at a time: the item that does so alone has the fault for its outcome.
 */
export function processExaminer(sourceUri: string, plan: ExaminePlan, options: ProcessOptions): Examiner {
  const ahead = readAhead(sourceUri)
  const { workers, workerFile, overflow } = options
  const start = () =>
    startProcess({ sourceUri, plan, workers, ...(workerFile ? { workerFile: workerFile.href } : {}) }, (message) =>
      keep(message, overflow),
    )
  let process: ExaminingProcess = start()
  /** Settles when what a death left behind has been tried again; calls that come meanwhile wait for it. */
  let salvage: Promise<void> | undefined

  async function ask(items: readonly ItemRef[]): Promise<readonly Packed[]> {
    for (let tries = 1; ; tries += 1) {
      if (process.hasEnded()) process = start()
      try {
        return await process.examine(items)
      } catch (error) {
        // Nothing of what was asked for can have ended it: it had not begun.
        if (!(error instanceof EndedEarly) || tries === mostStarts) throw error
      }
    }
  }

  /** @throws what is no death of the process */
  async function attempt(items: readonly ItemRef[]): Promise<readonly Packed[] | Mishap> {
    try {
      return await ask(items)
    } catch (error) {
      if (!(error instanceof ProcessEnded)) throw error
      for (const { uri } of items) await overflow?.drop(uri)
      return error.mishap
    }
  }

  async function one(item: ItemRef): Promise<readonly Packed[]> {
    const answer = await attempt([item])
    return typeof answer === 'string' ? [pack([mishapOutcome(item, answer, messages[answer], plan)])] : answer
  }

  async function alone(items: readonly ItemRef[]): Promise<readonly Packed[]> {
    const together = items.length > 1 ? await attempt(items) : 'crashed'
    if (typeof together !== 'string') return together
    const parts: Packed[] = []
    for (const item of items) parts.push(...(await one(item)))
    return parts
  }

  /** Waits its turn: while something is tried alone, nothing else is in flight. */
  function salvaged(items: readonly ItemRef[]): Promise<readonly Packed[]> {
    const work = (salvage ?? Promise.resolve()).then(() => alone(items))
    const settled = work.then(
      () => undefined,
      () => undefined,
    )
    salvage = settled
    void settled.then(() => {
      if (salvage === settled) salvage = undefined
    })
    return work
  }

  async function examine(items: readonly ItemRef[]): Promise<readonly Packed[]> {
    while (salvage) await salvage
    const answer = await attempt(items)
    return typeof answer === 'string' ? salvaged(items) : answer
  }

  return {
    lanes: lanesOf(options.workers),
    expect: ahead.tell,
    examine: async (items) => unpack(await examine(items)),
    async [Symbol.asyncDispose]() {
      await Promise.all([process.end(), ahead[Symbol.asyncDispose]()])
    },
  }
}
