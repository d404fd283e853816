import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { detectText } from '../src/detect-text.ts'
import { detect } from '../src/detectors/detect.ts'
import { builtIn } from '../src/toolbox.ts'
import { makeTexts } from './dump.ts'
import { countSix, sixPatterns } from './six-patterns.ts'

/** Passes over the texts; the fastest of each counts, for other programs only ever slow one down. */
const passes = 7
/** Bytes that programs of their own are given: enough for their start not to count for much. */
const fileMegabytes = 24
const program = fileURLToPath(new URL('../bin/leaksift.js', import.meta.url))
const names = new Set(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION'])

/**
 * Megabytes a second of mixed texts (prose, invoices, logs, tables of numbers) through the detectors, in one thread and in
 * the program with one and two workers, beside what can be done at most: all in one run, alternating.
 */
export function detectionSpeed(folder: string): void {
  const texts = makeTexts(2, 3_000)
  const bytes = texts.map((text) => Buffer.from(text))
  const megabytes = bytes.reduce((sum, { length }) => sum + length, 0) / 1e6
  const valuesOnly = builtIn.detectors.filter(({ entityType }) => !names.has(entityType))
  const rates = fastest(megabytes, {
    'a bare pass over the bytes': () => bytes.reduce((sum, each) => sum + ones(each), 0),
    'six patterns anchored by hand': () => texts.reduce((sum, text) => sum + countSix(text), 0),
    'all pattern and checksum types': () =>
      texts.reduce((sum, text) => sum + detect(segmentOf(text), valuesOnly).length, 0),
    'all types, with names and addresses': () => texts.reduce((sum, text) => sum + detectText(text).length, 0),
  })
  const six = rates['six patterns anchored by hand'] ?? 0
  console.log(
    `\nDetection in one thread, ${megabytes.toFixed(1)} MB of mixed texts, ${Math.round((megabytes * 1e6) / texts.length)} bytes each in the mean:`,
  )
  for (const [what, rate] of Object.entries(rates))
    console.log(`  ${what}: ${told(rate)} MB/s, ${(rate / six).toFixed(3)} of the six patterns`)
  const file = writeMany(folder, texts)
  console.log(`  ripgrep, the same six patterns, one thread: ${ripgrep(file)}`)
  withWorkers(file)
}

/** `leaksift detect` as it is called, on NDJSON, its start included. */
function withWorkers(file: MadeFile): void {
  console.log(`leaksift detect, ${file.megabytes.toFixed(0)} MB of NDJSON, start included:`)
  for (const workers of [1, 2]) {
    const started = performance.now()
    execFileSync(
      process.execPath,
      [program, 'detect', '--format', 'ndjson', '--workers', String(workers), file.ndjson],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    console.log(`  ${workers} worker${workers > 1 ? 's' : ''}: ${told(file.megabytes / seconds(started))} MB/s`)
  }
}

function ripgrep({ plain, megabytes }: MadeFile): string {
  const patterns = sixPatterns.flatMap(({ source }) => ['-e', source])
  let best = 0
  for (let pass = 0; pass < passes; pass += 1) {
    const started = performance.now()
    const { error, status } = spawnSync('rg', ['-j1', '--no-config', '--no-unicode', '-o', '-c', ...patterns, plain])
    if (error !== undefined) return 'not on this machine'
    if (status !== 0) return 'failed'
    best = Math.max(best, megabytes / seconds(started))
  }
  return `${told(best)} MB/s`
}

interface MadeFile {
  readonly plain: string
  readonly ndjson: string
  readonly megabytes: number
}

/** The texts again and again, each time with another number before them. */
function writeMany(folder: string, texts: readonly string[]): MadeFile {
  const all: string[] = []
  let size = 0
  for (let at = 0; size < fileMegabytes * 1e6; at += 1) {
    const text = `${at}\n${texts[at % texts.length] ?? ''}`
    all.push(text)
    size += Buffer.byteLength(text)
  }
  const [plain, ndjson] = [join(folder, 'texts.txt'), join(folder, 'texts.ndjson')]
  writeFileSync(plain, all.join('\n'))
  writeFileSync(ndjson, all.map((text, id) => `${JSON.stringify({ id, text })}\n`).join(''))
  return { plain, ndjson, megabytes: size / 1e6 }
}

/** By the processor time of this thread: what else the machine does counts as little as can be. */
function fastest(megabytes: number, works: Readonly<Record<string, () => number>>): Record<string, number> {
  const best: Record<string, number> = {}
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [what, work] of Object.entries(works)) {
      const before = process.threadCpuUsage()
      if (work() === 0) throw new Error(`nothing found: ${what}`)
      const { user, system } = process.threadCpuUsage(before)
      best[what] = Math.max(best[what] ?? 0, (megabytes * 1e6) / (user + system))
    }
  }
  return best
}

function segmentOf(text: string) {
  return { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'text' } as const
}

function ones(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 49) count += 1
  return count
}

function seconds(started: number): number {
  return (performance.now() - started) / 1_000
}

function told(rate: number): string {
  return rate < 100 ? rate.toFixed(1) : Math.round(rate).toLocaleString('en')
}
