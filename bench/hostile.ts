/**
 * Endless repetition at full size: how much longer each detector takes on 1 MB than on 100 kB of its own prefixes, separators
 * and labels, `npm run bench:hostile`. Linear work takes 10 times as long. Ends with 1 where something takes more than {@link most} times
 * as long and goes on so on 4 MB.
 */
import { planOf, type Unit } from '../src/detectors/engine/plan.ts'
import { repaired } from '../src/detectors/engine/repair.ts'
import { type Scan, type ScanContext, scanText } from '../src/detectors/engine/scan.ts'
import { resolveOverlaps } from '../src/detectors/overlap.ts'
import { detectors } from '../src/detectors/registry.ts'
import { pieces } from './hostile-pieces.ts'

const [few, many] = [100_000, 1_000_000]
/** Times as long that ten times the text may take. */
const most = 12
/** A short text fits into the processor's caches and a long one does not: what grows beyond {@link most} is read at four times the length too. */
const longer = 4
const mostLonger = 6
/** Milliseconds below which a time on the short text says nothing: the ratio is then taken to this. */
const floor = 1
/** Times the short text is worked on, so that what it leaves to the garbage collector counts as it does for the long one. */
const runs = many / few
const again = 4

const units: readonly Unit[] = detectors
const plan = planOf(units)
const contextOf = (scan: Scan): ScanContext => ({ language: 'fr', origin: 'text', asked: true, scan: { ...scan } })

/** Keeps none: what is kept costs the garbage collector, not the detector. */
function count(found: Iterable<unknown>): number {
  let all = 0
  for (const _ of found) all += 1
  return all
}

/** Milliseconds of this thread alone: the collector's own threads do not count. */
function timeOf(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  return process.threadCpuUsage(before).user / 1_000
}

/** Ratio of two kinds of work; a bad one is measured again, for a machine that is busy makes any work long once. */
function growthOf(short: () => unknown, long: () => unknown): { ratio: number; ms: number } {
  let [least, longest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < again; round += 1) {
    const ten = timeOf(() => {
      for (let run = 0; run < runs; run += 1) short()
    })
    least = Math.min(least, ten / runs)
    longest = Math.min(longest, timeOf(long))
    if (longest / Math.max(floor, least) <= most) break
  }
  return { ratio: longest / Math.max(floor, least), ms: longest }
}

function furtherOf(long: () => unknown, longest: () => unknown): number {
  const times = Array.from({ length: again }, () => [timeOf(long), timeOf(longest)] as const)
  return Math.min(...times.map(([, time]) => time)) / Math.min(...times.map(([time]) => time))
}

/** A text with what detectors share of it. */
interface Read {
  readonly text: string
  readonly scan: Scan
}

const read = (piece: string, length: number): Read => {
  const text = piece.repeat(Math.ceil(length / piece.length))
  return { text, scan: scanText(text, plan) }
}
type Work = readonly [what: string, work: (text: Read) => unknown]
const works: readonly Work[] = [
  ['the scan', ({ text }) => scanText(text, plan)],
  ...units.map((unit): Work => [unit.id, ({ text, scan }) => count(unit.find(text, contextOf(scan)))]),
  ['repairs', ({ scan }) => repaired(scan, contextOf(scan))],
]
const claimsIn = ({ text, scan }: Read) =>
  units.flatMap((unit) => [...unit.find(text, contextOf(scan))].map((candidate) => ({ unit, candidate })))

const rows: { piece: string; what: string; ratio: number; ms: number; further: number }[] = []
for (const piece of pieces) {
  const [short, long] = [read(piece, few), read(piece, many)]
  let fourfold: Read | undefined
  for (const [what, work] of works) {
    const grown = growthOf(
      () => work(short),
      () => work(long),
    )
    if (grown.ratio > most) fourfold ??= read(piece, longer * many)
    const longest = fourfold
    const further =
      grown.ratio > most && longest
        ? furtherOf(
            () => work(long),
            () => work(longest),
          )
        : longer
    rows.push({ piece, what, ...grown, further })
  }
  const [fewClaims, manyClaims] = [claimsIn(short), claimsIn(long)]
  const grown = growthOf(
    () => resolveOverlaps([...fewClaims]),
    () => resolveOverlaps([...manyClaims]),
  )
  rows.push({ piece, what: 'overlaps', ...grown, further: longer })
}
rows.sort((one, other) => other.ratio - one.ratio)
const above = rows.filter(({ ratio }) => ratio > most)
const steep = above.filter(({ what, ratio, further }) =>
  what === 'overlaps' ? ratio > 2 * most : further > mostLonger,
)
console.log(
  `${pieces.length} repetitions, ${units.length} detectors, ${rows.length} pairs of ${few / 1e3} kB and ${many / 1e6} MB: ${above.length} take more than ${most} times as long; of these ${steep.length} also take more than ${mostLonger} times as long on ${(longer * many) / 1e6} MB as on ${many / 1e6}`,
)
for (const { piece, what, ratio, ms, further } of rows.slice(0, Math.max(10, above.length)))
  console.log(
    `  ${ratio.toFixed(1)} × (${ms.toFixed(0)} ms), ${longer} MB ${further.toFixed(1)} ×  ${what} on ${JSON.stringify(piece)}`,
  )
process.exitCode = steep.length === 0 ? 0 : 1
