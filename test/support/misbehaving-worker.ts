import { move, workerData } from 'piscina'
import type { ItemOutcomes } from '../../src/core/outcome.ts'
import { examine } from '../../src/examine.ts'
import { pack, type Task, type WorkerStart } from '../../src/pool/messages.ts'
import { openSource } from '../../src/sources/registry.ts'
import { builtIn } from '../../src/toolbox.ts'

const { sourceUri, plan, positions } = workerData as WorkerStart
const source = openSource(sourceUri)
const position = new Int32Array(positions)
const kept: unknown[] = []

/** Works as the real worker does, but for items whose names order otherwise. */
export default async function work(task: Task): Promise<ReturnType<typeof move>> {
  const outcomes: ItemOutcomes[] = []
  for (const [index, item] of task.items.entries()) {
    Atomics.store(position, task.lane, index + 1)
    misbehave(item.uri)
    outcomes.push(await examine(item, source, builtIn, plan))
  }
  Atomics.store(position, task.lane, 0)
  return move(pack(outcomes))
}

function misbehave(name: string): void {
  if (name.startsWith('hang')) for (;;) Math.random()
  if (name.startsWith('eat')) for (;;) kept.push(new Array(1_000_000).fill(kept))
  if (name.startsWith('exit')) process.exit(3)
  // What native code does to the process it runs in.
  if (name.startsWith('kill')) process.kill(process.pid, 'SIGKILL')
  if (name.startsWith('fault')) process.kill(process.pid, 'SIGSEGV')
  if (name.startsWith('abort')) process.kill(process.pid, 'SIGABRT')
  if (name.startsWith('grab')) for (;;) kept.push(Buffer.alloc(2 ** 24, 1))
}
