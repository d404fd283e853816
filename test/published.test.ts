import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSmallDump } from './support/small-dump.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'leaksift-published-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const installed = join(work, 'node_modules', 'leaksift')

function node(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** What npm would install: the build below node_modules, its dependencies beside it, and no sources. */
beforeAll(() => {
  mkdirSync(installed, { recursive: true })
  const modules = join(root, 'node_modules')
  for (const name of readdirSync(modules).filter((entry) => !entry.startsWith('.') && entry !== 'leaksift'))
    symlinkSync(join(modules, name), join(work, 'node_modules', name))
  for (const name of ['bin', 'models', 'package.json'])
    cpSync(join(root, name), join(installed, name), { recursive: true })
  const tsc = join(modules, 'typescript', 'bin', 'tsc')
  spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', join(installed, 'dist')])
  makeSmallDump(join(work, 'dump'))
}, 120_000)

describe('the published form', () => {
  const bin = join(installed, 'bin', 'leaksift.js')

  test('runs its build: commands, workers and all', () => {
    expect(readdirSync(installed)).not.toContain('src')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(node([bin, '--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    const scan = node([bin, 'scan', 'dump', '--workers', '2'])
    expect(scan).toMatchObject({ status: 3, stderr: '' })
    expect(scan.stdout).toMatch(/^At least 6 records/m)
    expect(node([bin, 'show', 'leak.sqlite', 'note.txt'])).toMatchObject({ status: 0, stderr: '' })
    expect(node([bin, 'export', 'leak.sqlite', '--format', 'parquet', '--output', 'r.parquet'])).toMatchObject({
      status: 0,
    })
  })

  test('is a library by its name', () => {
    const file = join(work, 'caller.mjs')
    writeFileSync(
      file,
      `import { detect, inspect, openStore, scan } from 'leaksift'
       const { summary } = await scan(['dump'], { store: 'library.sqlite', workers: 1 })
       await using store = await openStore('library.sqlite')
       const [own] = await inspect('dump/note.txt')
       process.stdout.write(JSON.stringify([summary.records, [...store.records()].length, own.uri, detect('a@b.example').length]))`,
    )
    expect(node([file])).toEqual({ status: 0, stdout: '[6,6,"note.txt",1]', stderr: '' })
  })

  test('brings types that a strict caller compiles against', () => {
    const file = join(work, 'caller.mts')
    writeFileSync(
      file,
      `import { type Finding, type Outcome, openStore, type ScanResult, type StoredRecord, detect, inspect, scan } from 'leaksift'
       const result: ScanResult = await scan(['x'], { values: 'masked' }, { signal: AbortSignal.timeout(1) })
       const high: number = result.summary.severity.very_high
       await using store = await openStore('x')
       const records: StoredRecord[] = [...store.records({ uri: 'a' })]
       const outcomes: readonly Outcome[] = await inspect('x')
       const findings: readonly Finding[] = detect('x', { entities: ['PERSON'] })
       // @ts-expect-error no such mode
       await scan(['x'], { values: 'open' })
       export { findings, high, outcomes, records }`,
    )
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const options = '--noEmit --strict --skipLibCheck false --module nodenext --target es2024 --types node'
    const lib = [
      '--lib',
      'es2024,esnext.disposable,esnext.iterator',
      '--typeRoots',
      join(root, 'node_modules', '@types'),
    ]
    expect(node([tsc, ...options.split(' '), ...lib, file])).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})
