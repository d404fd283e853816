import { parentPort, workerData } from 'node:worker_threads'
import type { ItemRef } from '../core/item.ts'
import { ItemError } from '../core/problem.ts'
import type { Source } from '../core/source.ts'
import { openSource } from '../sources/registry.ts'
import type { ReadAheadReply, ReadAheadStart } from './read-ahead.ts'

/** Of each item, what its examination reads at once; a large item's further pieces are brought by the system's own read-ahead. */
const maxBytes = 2 ** 20

const { sourceUri } = workerData as ReadAheadStart
const source = openSource(sourceUri)

parentPort?.on('message', async (items: readonly ItemRef[]) => {
  const started = performance.now()
  for (const item of items) await touch(source, item)
  const reply: ReadAheadReply = (1_000 * (performance.now() - started)) / items.length
  parentPort?.postMessage(reply)
})

async function touch(from: Source, item: ItemRef): Promise<void> {
  if (item.type !== 'file' || item.problem !== undefined) return
  try {
    using open = await from.open(item)
    await open.read(0, Math.min(open.size, maxBytes))
  } catch (error) {
    // What can't be read is put on record by the examination, which meets the same.
    if (!(error instanceof ItemError)) throw error
  }
}
