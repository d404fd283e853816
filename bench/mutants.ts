/**
 * Damaged copies of our own files of all formats, scanned as a dump is scanned:
 * `npm run mutants -- --count 10000 --seed 1 --ocr off --keep FOLDER`. Ends with 1 where one of them crashed, was left
 * without an outcome, or took more than twice its time, or where the examining process outgrew its bound.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeRandom } from '../models/names/random.ts'
import type { Outcome } from '../src/core/outcome.ts'
import { type ExaminePlan, secondsFor } from '../src/examine-plan.ts'
import { scanOptions } from '../src/options.ts'
import type { Examiner } from '../src/pool/examiner.ts'
import { processExaminer } from '../src/pool/processes.ts'
import { run } from '../src/run.ts'
import { planOf } from '../src/scan.ts'
import { score } from '../src/scoring/score.ts'
import { openSource, sourceUri } from '../src/sources/registry.ts'
import { openStore } from '../src/stores/registry.ts'
import { builtIn } from '../src/toolbox.ts'
import { version } from '../src/version.ts'
import { mutantOf } from '../test/support/mutants.ts'
import { descendants, residentMegabytes } from './descendants.ts'
import { gatherSeeds, type Seed } from './seeds.ts'

/** Mutants that lie on the disk at a time. */
const atATime = 500

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '20' },
    ocr: { type: 'string', default: 'off' },
    keep: { type: 'string' },
  },
})
const options = scanOptions.parse({
  ocr: values.ocr,
  timeLimit: Number(values.seconds),
  workers: Number(values.workers),
})
const plan = planOf(options)
const bound = plan.limits.processMegabytes + options.workers * plan.limits.workerMegabytes
const work = mkdtempSync(join(tmpdir(), 'leaksift-mutants-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

/** What the run has seen. */
const tally = {
  examined: 0,
  inside: 0,
  missing: 0,
  late: 0,
  slowest: { seconds: 0, name: '' },
  megabytes: 0,
  coverage: new Map<string, number>(),
  crashes: new Map<string, { count: number; readonly first: string }>(),
}

await main()

async function main(): Promise<void> {
  const seeds = gatherSeeds()
  const formats = new Set(seeds.map(({ format }) => format))
  console.log(`${seeds.length} seeds: samples, and fixtures of ${formats.size - 1} formats`)
  const random = makeRandom(Number(values.seed))
  const count = Number(values.count)
  const started = performance.now()
  for (let from = 0; from < count; from += atATime) {
    const names = writeMutants(seeds, from, Math.min(count, from + atATime), random.below)
    await scanMutants(names)
    console.log(`${tally.examined} examined, ${Math.round((performance.now() - started) / 1_000)} s`)
  }
  conclude(count)
}

function folder(): string {
  return join(work, 'dump')
}

function writeMutants(seeds: readonly Seed[], from: number, to: number, below: (most: number) => number): Set<string> {
  rmSync(folder(), { recursive: true, force: true })
  mkdirSync(folder())
  const names = new Set<string>()
  for (let at = from; at < to; at += 1) {
    const seed = seeds[at % seeds.length]
    const other = seeds[below(seeds.length)]
    if (!seed || !other) throw new Error('there are no seeds')
    const name = `${at}-${seed.format}-${seed.name}`.replace(/[^A-Za-z0-9.-]+/g, '-')
    writeFileSync(join(folder(), name), mutantOf(seed.bytes, other.bytes, Number(values.seed) * 1_000_003 + at).bytes)
    names.add(name)
  }
  return names
}

async function scanMutants(names: Set<string>): Promise<void> {
  const uri = sourceUri([folder()])
  await using source = openSource(uri)
  await using store = await openStore(join(work, 'mutants.sqlite'), { fresh: true })
  await using examiner = watched(processExaminer(uri, plan, { workers: options.workers }), names)
  const watch = setInterval(() => {
    const megabytes = descendants().map(residentMegabytes)
    tally.megabytes = Math.max(tally.megabytes, ...megabytes)
  }, 250)
  try {
    await run({
      source,
      store,
      examiner,
      signal: new AbortController().signal,
      start: { toolVersion: version, source: uri, options: {}, redo: 'unfinished' },
      decide: () => 'general',
      rescore: (facts, context, links) => score(facts, context, plan.circumstances, links, builtIn.sensitivities),
    })
  } finally {
    clearInterval(watch)
  }
  tally.missing += names.size
}

/** Asks for one item at a time, so that each has a time of its own. */
function watched(examiner: Examiner, names: Set<string>): Examiner {
  return {
    lanes: examiner.lanes,
    async examine(items) {
      const all = []
      for (const item of items) {
        const started = performance.now()
        const outcomes = await examiner.examine([item])
        note((performance.now() - started) / 1_000, item.uri, item.size, plan)
        for (const [own, ...inside] of outcomes) {
          names.delete(own.uri)
          tally.inside += inside.length
          for (const outcome of [own, ...inside]) noteOutcome(outcome, own.uri)
        }
        all.push(...outcomes)
      }
      return all
    },
    [Symbol.asyncDispose]: () => examiner[Symbol.asyncDispose](),
  }
}

function note(seconds: number, name: string, size: number, { limits }: ExaminePlan): void {
  tally.examined += 1
  if (seconds > tally.slowest.seconds) tally.slowest = { seconds, name }
  if (seconds <= 2 * secondsFor(size, limits)) return
  tally.late += 1
  keep(name, `took ${seconds.toFixed(1)} s`)
}

function noteOutcome({ coverage, coverageCause, problems }: Outcome, name: string): void {
  const told = coverageCause === null ? coverage : `${coverage}, ${coverageCause}`
  tally.coverage.set(told, (tally.coverage.get(told) ?? 0) + 1)
  const ended = problems.find(({ cause }) => ['crashed', 'time_limit', 'memory_limit'].includes(cause))
  if (ended) keep(name, `${ended.cause}: ${ended.message}`)
}

/** Counts what ended an item, and puts the file aside where asked. */
function keep(name: string, why: string): void {
  const known = tally.crashes.get(why)
  if (known) known.count += 1
  else tally.crashes.set(why, { count: 1, first: name })
  if (values.keep === undefined || (known?.count ?? 0) > 5) return
  mkdirSync(values.keep, { recursive: true })
  copyFileSync(join(folder(), name), join(values.keep, name))
}

function conclude(count: number): void {
  const rows = [...tally.coverage].sort(([, a], [, b]) => b - a).map(([told, many]) => `  ${many} ${told}`)
  console.log(`\n${tally.examined} mutants and ${tally.inside} items inside them:\n${rows.join('\n')}`)
  for (const [why, { count: many, first }] of tally.crashes) console.log(`  ${many} × ${why} (first: ${first})`)
  console.log(
    `Without an outcome ${tally.missing}, beyond twice their time ${tally.late}; the slowest took ${tally.slowest.seconds.toFixed(1)} s (${tally.slowest.name})`,
  )
  console.log(`Peak of one process ${Math.round(tally.megabytes)} MB, bound ${bound} MB`)
  const crashed = [...tally.crashes.keys()].filter((why) => why.startsWith('crashed')).length
  const isWhole = tally.examined === count && tally.missing === 0
  if (!isWhole || tally.late > 0 || crashed > 0 || tally.megabytes > bound) process.exitCode = 1
}
