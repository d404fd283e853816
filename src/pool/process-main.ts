/** The examining process: it reads the dump, holds no store, and answers the process that started it. */
import type { HashListRef } from '../core/hash-list.ts'
import { outgrewMemory, type ProcessStart, type Request, type Response } from './messages.ts'
import { faultOf } from './mishap.ts'
import type { OverflowMessage } from './overflow-channel.ts'
import { type ThreadPool, threadPool } from './threads.ts'

/** How often this process looks how much memory it holds, in milliseconds. */
const watchInterval = 200

let pool: ThreadPool | undefined

// A terminal sends Ctrl-C to both processes: the other one decides what is still finished.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
// Whoever asked is gone, by whatever way: nobody waits for an answer, and the next start must not find this process alive.
process.on('disconnect', end)
process.on('uncaughtException', (error) => answer({ fault: faultOf(error) }))

process.on('message', (request: Request) => {
  if ('start' in request) begin(request.start)
  else if ('arrived' in request) pool?.arrived(request.arrived)
  else void examine(request.call, request.items)
})

// It may be gone before this was listened for.
if (!process.connected) end()

/** At once: an exit in good order would wait for what its threads are at. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

function begin({ sourceUri, plan, workers, workerFile }: ProcessStart): void {
  pool = threadPool(sourceUri, plan, { workers, ...(workerFile ? { workerFile: new URL(workerFile) } : {}) })
  const most = plan.limits.processMegabytes + workers * plan.limits.workerMegabytes + megabytesOf(plan.hashLists)
  setInterval(() => {
    if (process.memoryUsage.rss() / 2 ** 20 > most) process.exit(outgrewMemory)
  }, watchInterval).unref()
  answer({ ready: true })
}

/** What lists of hashes hold in memory, with what loading them leaves behind. */
function megabytesOf(lists: readonly HashListRef[] = []): number {
  return (32 * lists.reduce((sum, { hashes }) => sum + hashes, 0)) / 2 ** 20
}

async function examine(call: number, items: Parameters<ThreadPool['examine']>[0]): Promise<void> {
  if (pool === undefined) throw new Error('asked before it was started')
  const watcher = {
    overflow: (overflow: OverflowMessage) => answer({ overflow }),
    alive: () => answer({ alive: call }),
  }
  answer({ call, parts: await pool.examine(items, watcher) })
}

function answer(response: Response): void {
  process.send?.(response)
}
