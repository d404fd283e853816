/** One scan in a process of its own, for its time and memory: prints one JSON object. */
import { scan } from '../src/scan.ts'

const [folder = '', store = '', workers = '2'] = process.argv.slice(2)
const memory: { entries: number; megabytes: number }[] = []
let next = 10_000
const started = performance.now()
const result = await scan(
  [folder],
  { store, workers: Number(workers), mode: 'fresh' },
  {
    onProgress({ entries }) {
      if (entries < next) return
      memory.push({ entries, megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20) })
      next += 10_000
    },
  },
)
const seconds = (performance.now() - started) / 1_000
const peak = Math.round(process.resourceUsage().maxRSS / 1_024)
process.stdout.write(
  `${JSON.stringify({ seconds, peak, memory, entries: result.progress.entries, digest: result.scan.digest, coverage: result.summary.coverage })}\n`,
)
