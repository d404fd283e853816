/**
 * Speed and memory, as ratios within one run: a machine's absolute speed drifts, what stands beside it in the same run
 * drifts with it. `npm run bench -- --files 20000` for a smaller one.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { classifying } from './classifying.ts'
import { detectionSpeed } from './detection.ts'
import { makeDump } from './dump.ts'
import { floorSeconds } from './floor.ts'
import { pictures } from './pictures.ts'
import { processorSeconds } from './processor.ts'
import { reading } from './reading.ts'
import { rowsPerSecond } from './rows.ts'

const { values } = parseArgs({
  options: { files: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
})
const work = mkdtempSync(join(tmpdir(), 'leaksift-bench-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

/** Where Linux is told to empty its caches. */
const caches = '/proc/sys/vm/drop_caches'

interface ScanOnce {
  readonly seconds: number
  readonly peak: number
  readonly memory: readonly { readonly entries: number; readonly megabytes: number }[]
  readonly digest: string
  /** Seconds, over all processes and threads. */
  readonly processor?: number
}

await main()

async function main(): Promise<void> {
  const folder = join(work, 'dump')
  const { files, bytes } = makeDump(folder, { files: Number(values.files) })
  console.log(
    `A made-up dump: ${files} text files, ${(bytes / 1e6).toFixed(1)} MB, ${Math.round(bytes / files)} bytes each in the mean`,
  )
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const cache of canDropCaches() ? (['cold', 'warm'] as const) : (['warm'] as const))
      measure(folder, files, round, cache)
  }
  detectionSpeed(work)
  classification()
  await reading()
  const rows = await rowsPerSecond(join(work, 'rows.sqlite'))
  console.log(
    `\nStore: ${Math.round(rows.rows).toLocaleString('en')} rows/s; a bare INSERT of the same rows ${Math.round(rows.bare).toLocaleString('en')} rows/s; ratio ${(rows.rows / rows.bare).toFixed(2)}`,
  )
  await pictures(40)
}

/** From a cold cache, as a dump is read that came from elsewhere, or a warm one, where the disk costs nothing. */
function measure(folder: string, files: number, round: number, cache: 'cold' | 'warm'): void {
  const prepare = () => (cache === 'cold' ? dropCaches() : void floorSeconds(folder))
  prepare()
  const floor = floorSeconds(folder)
  console.log(
    `\nRound ${round}, ${cache} cache: floor (walk + read + SHA-256, one thread) ${floor.toFixed(2)} s, ${perFile(floor, files)}`,
  )
  for (const workers of [1, 2]) {
    const supervised = scanFrom(prepare, folder, workers, 'process')
    tell(workers, supervised, floor, files)
    if (workers === 2) tellSupervision(supervised, scanFrom(prepare, folder, workers, 'threads'))
  }
}

/** The process that reads the dump beside mere threads, which do the same work unsupervised. */
function tellSupervision(supervised: ScanOnce, threads: ScanOnce): void {
  const ratio = (of: (one: ScanOnce) => number | undefined) => ((of(supervised) ?? 0) / (of(threads) ?? 1)).toFixed(3)
  const processors =
    threads.processor === undefined
      ? ''
      : `; ${supervised.processor?.toFixed(2)} s of processor time beside ${threads.processor.toFixed(2)} s, ${ratio(({ processor }) => processor)} ×`
  console.log(
    `  unsupervised: ${threads.seconds.toFixed(2)} s; supervised ${supervised.seconds.toFixed(2)} s, ${ratio(({ seconds }) => seconds)} ×${processors}; the same digest: ${threads.digest === supervised.digest}`,
  )
}

type Isolation = 'process' | 'threads'

function scanFrom(prepare: () => void, folder: string, workers: number, isolation: Isolation): ScanOnce {
  prepare()
  const before = processorSeconds()
  const scanned = scanOnce(folder, workers, isolation)
  const after = processorSeconds()
  return before === undefined || after === undefined ? scanned : { ...scanned, processor: after - before }
}

/** Linux lets only root empty its caches; elsewhere only the warm figures can be had. */
function canDropCaches(): boolean {
  try {
    dropCaches()
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    console.log('The system does not let its caches be emptied here: only warm figures follow.')
    return false
  }
}

function dropCaches(): void {
  execFileSync('sync')
  writeFileSync(caches, '3')
}

function scanOnce(folder: string, workers: number, isolation: Isolation): ScanOnce {
  const script = fileURLToPath(new URL('./scan-once.ts', import.meta.url))
  const output = execFileSync(
    process.execPath,
    [script, folder, join(work, `scan-${workers}-${isolation}.sqlite`), String(workers), isolation],
    { encoding: 'utf8' },
  )
  return JSON.parse(output)
}

function tell(workers: number, { seconds, processor, peak, memory }: ScanOnce, floor: number, files: number): void {
  const first = memory[0]?.megabytes ?? peak
  const last = memory.at(-1)?.megabytes ?? peak
  console.log(
    `  ${workers} worker${workers > 1 ? 's' : ''}: ${seconds.toFixed(2)} s, ${perFile(seconds, files)}, ${(seconds / floor).toFixed(2)} × the floor${processor === undefined ? '' : `; processors busy for ${perFile(processor, files)}`}; peak ${peak} MB, ${first} MB at 10,000 files, ${last} MB at the end`,
  )
}

function perFile(seconds: number, files: number): string {
  return `${((seconds / files) * 1e6).toFixed(1)} µs a file`
}

/** Pages a second and megabytes a second through the record kinds in one thread, kinds alone and with their fields. */
function classification(): void {
  const { pages, megabytes, kindSeconds, fieldSeconds } = classifying()
  const rate = (seconds: number) =>
    `${Math.round(pages / seconds).toLocaleString('en')} pages/s, ${(megabytes / seconds).toFixed(1)} MB/s`
  console.log(
    `\nKinds of documents, one thread, ${pages} made-up pages of eight languages, ${megabytes.toFixed(1)} MB: ${rate(kindSeconds)}; with fields ${rate(fieldSeconds)}`,
  )
}
