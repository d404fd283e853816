import { setFlagsFromString } from 'node:v8'
import { move, workerData } from 'piscina'
import type { PackedOutcomes } from '../core/packed-outcomes.ts'
import { examinePacked } from '../examine.ts'
import { openSource } from '../sources/registry.ts'
import { toolsFor, withHashLists } from '../toolbox.ts'
import { mishapOutcome } from './crash.ts'
import { pack, type Task, type WorkerStart } from './messages.ts'
import { faultOf } from './mishap.ts'
import { workerSink } from './overflow-channel.ts'

// A catastrophic pattern then falls back to a linear engine instead of hanging the thread.
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')

const { sourceUri, plan, positions, overflow, hashLists } = workerData as WorkerStart
const source = openSource(sourceUri)
const tools = withHashLists(toolsFor(plan.rules), hashLists)
const position = new Int32Array(positions)

/** Examines a task's items one after the other; piscina calls it in a thread of its own, and moves their `Packed` bytes over. */
export default async function work(task: Task): Promise<ReturnType<typeof move>> {
  const outcomes: PackedOutcomes[] = []
  for (const [index, item] of task.items.entries()) {
    Atomics.store(position, task.lane, index + 1)
    outcomes.push(await examineSafely(item, task.lane))
  }
  Atomics.store(position, task.lane, 0)
  return move(pack(outcomes))
}

async function examineSafely(item: Task['items'][number], lane: number): Promise<PackedOutcomes> {
  const sink = workerSink(overflow, lane, item.uri)
  try {
    return await examinePacked(item, source, tools, plan, sink)
  } catch (error) {
    // A fault of ours must not cost the run its other million items: it goes to the ledger as a crash, with its place in our code.
    await sink.drop()
    return mishapOutcome(item, 'crashed', faultOf(error), plan)
  }
}
