/**
 * Feeds every format, the detectors, the scorer and the reader of stores with mutants for as long as one likes:
 * `npm run fuzz -- --seconds 60 --target pdf --seed 1`. Each target runs in a process of its own; what it throws, and
 * where it hangs, is told with the seed that does it again: `--target pdf --case 123`. Ends with 1 where there is one.
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  detectorTarget,
  type FuzzTarget,
  formatTarget,
  scorerTarget,
  smallStore,
  storeTarget,
} from '../test/support/fuzz-targets.ts'
import { gatherSeeds, type Seed } from './seeds.ts'

/** Seconds that one mutant may take. */
const patience = 60

const { values } = parseArgs({
  options: {
    target: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    case: { type: 'string' },
  },
})

/** What the process of a target is given, and what it tells: the case that it begins, and at the end what went wrong. */
type Work = { readonly name: string; readonly seeds: readonly Seed[]; readonly from: number; readonly seconds: number }
type Told = { readonly case: number } | { readonly fault: string }

if (process.send) process.once('message', (work: Work) => void feed(work))
else await main()

async function main(): Promise<void> {
  const seeds = gatherSeeds()
  const formats = [...new Set(seeds.map(({ format }) => format))].filter((format) => format !== 'sample')
  const names = ['detectors', 'scorer', 'store reader', ...formats]
  const chosen = values.target === undefined ? names : names.filter((name) => name === values.target)
  if (chosen.length === 0) throw new Error(`there is no such target; there are ${names.join(', ')}`)
  const from = Number(values.case ?? Number(values.seed) * 1_000_000)
  const seconds = values.case === undefined ? Number(values.seconds) : 0
  for (const name of chosen) {
    const own = seeds.filter(({ format, bytes }) => format === name || (format === 'sample' && bytes.length < 4_096))
    const { cases, fault } = await inProcess({ name, seeds: own, from, seconds })
    console.log(`${fault === undefined ? 'ok' : 'FAULT'}: ${name}, ${cases} mutants`)
    if (fault === undefined) continue
    console.log(`  --target ${JSON.stringify(name)} --case ${from + cases - 1}: ${fault}`)
    process.exitCode = 1
  }
}

/** Feeds one target in a process of its own, which is ended where it says nothing for too long. */
function inProcess(work: Work): Promise<{ readonly cases: number; readonly fault?: string }> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let cases = 0
    let fault: string | undefined
    const hung = () => {
      fault = `it hangs for ${patience} s`
      child.kill('SIGKILL')
    }
    let late = setTimeout(hung, 1_000 * patience)
    child.on('message', (told: Told) => {
      clearTimeout(late)
      late = setTimeout(hung, 1_000 * patience)
      if ('case' in told) cases = told.case - work.from + 1
      else fault = told.fault
    })
    child.on('exit', (code, signal) => {
      clearTimeout(late)
      if (code !== 0) fault ??= `its process ended with ${code ?? signal}`
      resolve({ cases, ...(fault === undefined ? {} : { fault }) })
    })
    child.send(work)
  })
}

/** In the process of a target. */
async function feed({ name, seeds, from, seconds }: Work): Promise<void> {
  const target = await targetOf(name, seeds)
  const until = performance.now() + 1_000 * seconds
  for (let at = from; at === from || performance.now() < until; at += 1) {
    process.send?.({ case: at })
    try {
      await target.once(at)
    } catch (error) {
      // What was looked for: it is told, with where it is.
      process.send?.({ fault: error instanceof Error ? (error.stack ?? error.message) : 'no Error was thrown' })
      break
    }
  }
  process.disconnect()
}

async function targetOf(name: string, seeds: readonly Seed[]): Promise<FuzzTarget> {
  const texts = seeds
    .filter(({ format }) => format === 'sample')
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
  if (name === 'detectors') return detectorTarget(texts)
  if (name === 'scorer') return scorerTarget()
  if (name === 'store reader') return storeTarget(await smallStore(texts.slice(0, 8)))
  const own = seeds.filter(({ format }) => format === name)
  return formatTarget(
    name,
    own.map(({ bytes }) => bytes),
  )
}
