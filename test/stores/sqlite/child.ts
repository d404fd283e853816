import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of its own that does something with a store, and says lines as it goes. */
export interface StoreChild extends AsyncDisposable {
  readonly process: ChildProcess
  /** The next line it says; undefined when it has ended. */
  line(): Promise<string | undefined>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

/** Starts `deeds/<deed>.ts` with these arguments. */
export function storeChild(deed: string, ...args: readonly string[]): StoreChild {
  const script = fileURLToPath(new URL(`./deeds/${deed}.ts`, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  }
  return {
    process: child,
    line: async () => (await lines.next()).value as string | undefined,
    kill,
    [Symbol.asyncDispose]: kill,
  }
}
