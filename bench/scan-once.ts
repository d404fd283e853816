/**
 * One scan in a process of its own, for its time and memory: prints one JSON object. `peak` is of the process that
 * writes, `examining` of those that it started, both in megabytes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { scan } from '../src/scan.ts'

/** How often memory is looked at, in milliseconds. */
const sampleInterval = 250

const [folder = '', store = '', workers = '2', isolation = 'process'] = process.argv.slice(2)
const memory: { entries: number; megabytes: number }[] = []
let next = 10_000
let examining = 0
const sampling = setInterval(() => {
  examining = Math.max(examining, startedMegabytes(process.pid))
}, sampleInterval)
const started = performance.now()
const result = await scan(
  [folder],
  { store, workers: Number(workers), mode: 'fresh', isolation: isolation === 'threads' ? 'threads' : 'process' },
  {
    onProgress({ entries }) {
      if (entries < next) return
      memory.push({ entries, megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20) })
      next += 10_000
    },
  },
)
const seconds = (performance.now() - started) / 1_000
clearInterval(sampling)
const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
process.stdout.write(
  `${JSON.stringify({ seconds, peak, examining, memory, entries: result.progress.entries, digest: result.scan.digest, coverage: result.summary.coverage })}\n`,
)

/** Resident memory of all processes that this one started, at whatever remove; 0 where the system does not tell. */
function startedMegabytes(parent: number): number {
  if (process.platform !== 'linux') return 0
  const known = new Map<number, { readonly parent: number; readonly bytes: number }>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const status = statusOf(pid)
    const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    known.set(Number(pid), { parent: field('PPid'), bytes: 1_024 * field('VmRSS') })
  }
  const total = (of: number): number =>
    [...known].reduce((sum, [pid, one]) => (one.parent === of ? sum + one.bytes + total(pid) : sum), 0)
  return Math.round(total(parent) / 2 ** 20)
}

function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    // It has ended since the listing.
    return ''
  }
}
