import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ItemError } from '../../src/core/problem.ts'
import type { Source } from '../../src/core/source.ts'
import { scanOptions } from '../../src/options.ts'
import { inlineExaminer } from '../../src/pool/inline.ts'
import { planOf } from '../../src/scan.ts'
import { openSource, sourceUri } from '../../src/sources/registry.ts'
import { builtIn } from '../../src/toolbox.ts'
import { runOnce } from './decoders.ts'
import { digestIn, digestOfScan, samples, startScan } from './scan-process.ts'

/** What went wrong; undefined where this machine does not let it be tried. */
export type Faults = readonly string[] | undefined

/** Fills the disk below the store, makes room, and goes on. Needs the right to mount. */
export async function fullDisk(work: string, expected: string): Promise<Faults> {
  const place = join(work, 'small')
  mkdirSync(place)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', place]).status !== 0) return undefined
  try {
    const faults: string[] = []
    const store = join(place, 's.sqlite')
    const { code, said } = await startScan(samples, store).ended
    if (code !== 1 || !said.includes('No space is left')) faults.push(`a full disk: ${code}, ${said.slice(-300)}`)
    spawnSync('mount', ['-o', 'remount,size=64m', place])
    if ((await digestOfScan(samples, store)) !== expected) faults.push('another digest after room was made')
    return faults
  } finally {
    spawnSync('umount', ['-l', place])
  }
}

/** Takes the store away while it is written: unmounted where that is allowed, else deleted. */
export async function vanishedStore(work: string, expected: string): Promise<Faults> {
  const place = join(work, 'vanishing')
  mkdirSync(place)
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', place]).status === 0
  const faults: string[] = []
  const store = join(place, 's.sqlite')
  const scan = startScan(samples, store)
  const isOver = scan.ended.then(() => true)
  while (!existsSync(`${store}-wal`) && !(await Promise.race([isOver, pause(50, false)])));
  await pause(1_000)
  if (isMounted) spawnSync('umount', ['-l', place])
  else rmSync(place, { recursive: true })
  const { code, said } = await scan.ended
  if (code === 0 || code === 3) faults.push(`it ended with ${code}, as if its results were there`)
  else if (!said.startsWith('leaksift: ') || said.includes('fault of leaksift')) faults.push(said.slice(0, 300))
  mkdirSync(place, { recursive: true })
  if ((await digestOfScan(samples, store)) !== expected) faults.push('another digest afterwards')
  return faults
}

/** A source in which every fifth file can't be read, by the system's word; then it can. */
export async function failingSource(work: string): Promise<Faults> {
  const uri = sourceUri([samples])
  const plan = planOf(scanOptions.parse({ ocr: 'off' }))
  const examined = (source: Source, store: string, redo: 'unfinished' | 'failed' = 'unfinished') =>
    runOnce(join(work, store), source, inlineExaminer(source, builtIn, plan), redo)
  const whole = await examined(openSource(uri), 'eio-whole.sqlite')
  const faults: string[] = []
  const failed = await examined(failing(openSource(uri)), 'eio.sqlite')
  const unread = [...failed.told.values()].filter((told) => told === 'unreadable').length
  if (unread < 10) faults.push(`only ${unread} told to be unreadable`)
  const mended = await examined(openSource(uri), 'eio.sqlite', 'failed')
  if (mended.digest !== whole.digest) faults.push('another digest when it could be read')
  return faults
}

/** Fails from its first or, where there is one, its second read on, for every fifth file. */
function failing(source: Source): Source {
  let count = 0
  return {
    uri: source.uri,
    items: (signal) => source.items(signal),
    async open(item) {
      const open = await source.open(item)
      count += 1
      if (count % 5 !== 0) return open
      let left = count % 2
      return {
        size: open.size,
        isUnchanged: () => open.isUnchanged(),
        async read(start, length) {
          if (left-- <= 0) throw new ItemError('unreadable', 'EIO')
          return open.read(start, length)
        },
        [Symbol.dispose]: () => open[Symbol.dispose](),
      }
    },
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

/** Files that grow while the dump is read; when they rest, going on comes to what a fresh scan comes to. */
export async function changingSource(work: string): Promise<Faults> {
  const dump = join(work, 'changing')
  cpSync(samples, dump, { recursive: true })
  for (let at = 0; at < 300; at += 1)
    writeFileSync(join(dump, `log-${at}.txt`), 'jane.roe@example.org called.\n'.repeat(200))
  const scan = startScan(dump, join(work, 'changing.sqlite'))
  const isOver = scan.ended.then(() => true)
  for (let at = 0; !(await Promise.race([isOver, pause(1, false)])); at += 1)
    appendFileSync(join(dump, `log-${at % 300}.txt`), 'john.roe@example.org called.\n')
  const faults: string[] = []
  const { code, said } = await scan.ended
  if (code !== 3) faults.push(`it ended with ${code}: ${said.slice(-300)}`)
  digestIn(said)
  const after = await digestOfScan(dump, join(work, 'changing.sqlite'), ['--retry-failed'])
  if (after !== (await digestOfScan(dump, join(work, 'rested.sqlite')))) faults.push('another digest when it rested')
  return faults
}
