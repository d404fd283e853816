import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ItemRef } from '../core/item.ts'
import { runVariable } from '../core/spool.ts'
import { type ExaminePlan, secondsFor } from '../examine-plan.ts'
import { confinement } from './confinement.ts'
import { outgrewMemory, type Packed, type ProcessStart, type Request, type Response } from './messages.ts'
import type { Mishap } from './mishap.ts'
import type { OverflowMessage } from './overflow-channel.ts'

/** A call may take this many times what its items may: the threads inside have their own, shorter patience. */
const patience = 2

/** Seconds that a process may take to start and to end. */
const startSeconds = 60
const endSeconds = 5

/** How much of what the process says at its end is looked at, in characters. */
const lastWords = 16_384

/** The examining process is no more; what was asked of it has no answer. */
export class ProcessEnded extends Error {
  readonly mishap: Mishap
  constructor(mishap: Mishap) {
    super('the examining process ended')
    this.mishap = mishap
  }
}

/** Something outside ended the process before it was ready: another one may fare better. */
export class EndedEarly extends Error {
  constructor() {
    super('the examining process does not start: something ends it')
  }
}

/** One examining process, from its start to its end. */
export interface ExaminingProcess {
  /** @throws ProcessEnded; EndedEarly; Error where the fault is ours */
  examine(items: readonly ItemRef[]): Promise<readonly Packed[]>
  hasEnded(): boolean
  /** Ends it, and resolves when it is gone. */
  end(): Promise<void>
}

interface Call {
  readonly resolve: (parts: readonly Packed[]) => void
  readonly reject: (error: Error) => void
  timer: NodeJS.Timeout
  readonly renew: () => NodeJS.Timeout
}

/**
 * Starts a process; requests may be made at once.
 * @param keep puts what is too much to be held where it belongs, and tells whether there was room
 */
export function startProcess(
  start: ProcessStart,
  keep: (message: OverflowMessage) => Promise<boolean>,
): ExaminingProcess {
  const child = spawnConfined()
  const calls = new Map<number, Call>()
  let next = 0
  let isReady = false
  let isLate = false
  let said = ''
  let ended: Error | undefined

  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-lastWords)
  })
  child.on('message', (response: Response) => {
    if ('fault' in response) return end(new Error(`a fault in the examining process: ${response.fault}`))
    if ('ready' in response) {
      isReady = true
      return
    }
    if ('overflow' in response) return void take(response.overflow)
    if ('alive' in response) return renew(response.alive)
    const call = calls.get(response.call)
    calls.delete(response.call)
    clearTimeout(call?.timer)
    call?.resolve(response.parts)
  })
  // 'close' would tell both, but never comes after a disconnect.
  const quiet = new Promise<void>((resolve) => child.stderr?.on('close', () => resolve()))
  const code = new Promise<number | null>((resolve) => {
    child.on('exit', resolve)
    child.on('error', (error) => {
      end(error)
      resolve(null)
    })
  })
  const gone = Promise.all([code, quiet]).then(([exitCode]) => {
    if (isReady) return end(new ProcessEnded(isLate ? 'time_limit' : mishapOf(exitCode, said)))
    // Without a code it was a signal.
    end(exitCode === null && !isLate ? new EndedEarly() : new Error('the examining process does not start'))
  })
  const starting = setTimeout(() => isReady || kill(), 1_000 * (startSeconds + secondsToLoad(start.plan)))
  starting.unref()

  async function take(message: OverflowMessage): Promise<void> {
    try {
      const hasRoom = await keep(message)
      send(child, { arrived: { lane: message.lane, number: message.number, hasRoom } })
    } catch (error) {
      end(error instanceof Error ? error : new Error('what was handed on could not be kept'))
      kill()
    }
  }

  /** Whoever goes on has all the time again. */
  function renew(number: number): void {
    const call = calls.get(number)
    if (!call) return
    clearTimeout(call.timer)
    call.timer = call.renew()
  }

  function kill(): void {
    isLate = true
    child.kill('SIGKILL')
  }

  function end(error: Error): void {
    ended ??= error
    clearTimeout(starting)
    for (const { timer, reject } of calls.values()) {
      clearTimeout(timer)
      reject(ended)
    }
    calls.clear()
  }

  send(child, { start })
  return {
    examine(items) {
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        const seconds = items.reduce((sum, { size }) => sum + secondsFor(size, start.plan.limits), startSeconds)
        const renew = () => setTimeout(kill, 1_000 * patience * seconds)
        next += 1
        calls.set(next, { resolve, reject, timer: renew(), renew })
        send(child, { call: next, items })
      })
    },
    hasEnded: () => ended !== undefined,
    async end() {
      if (child.connected) child.disconnect()
      const late = setTimeout(kill, 1_000 * endSeconds)
      await gone
      clearTimeout(late)
    },
  }
}

/** Lists of hashes are loaded before it is ready: ten million take some ten seconds, and a disk may be slow. */
function secondsToLoad({ hashLists = [] }: ExaminePlan): number {
  return hashLists.reduce((sum, { hashes }) => sum + hashes, 0) / 100_000
}

/** It gets no words of ours to print, nor ours to read: a decoder may print what it reads. */
function spawnConfined(): ChildProcess {
  const { command, before, flags } = confinement()
  return spawn(command, [...before, ...flags, fileURLToPath(mainFile())], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, [runVariable]: String(process.pid) },
    serialization: 'advanced',
    windowsHide: true,
  })
}

/** A process that has just ended can't be told anything; its end is told by its own event. */
function send(child: ChildProcess, request: Request): void {
  if (child.connected) child.send(request, () => undefined)
}

/** What ended the process: its own watch over its memory, V8 where the heap was full, or something native. */
function mishapOf(code: number | null, said: string): Mishap {
  if (code === outgrewMemory || /heap out of memory|Array buffer allocation failed/.test(said)) return 'memory_limit'
  return 'crashed'
}

/** A checkout runs the source as it is; a published package its build. */
function mainFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './process-main.ts' : './process-main.js', import.meta.url)
}
