/** What mutants are made of: our own samples, and the fixtures that the tests of the formats make. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedsVariable } from '../test/contracts/seeds.ts'

/** A file that is whole. */
export interface Seed {
  /** The format whose fixture it is; `sample` for a file of data-samples. */
  readonly format: string
  readonly name: string
  readonly bytes: Uint8Array
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files of all formats, in the order of their names. @throws Error where the tests that make them do not run */
export function gatherSeeds(): readonly Seed[] {
  const folder = mkdtempSync(join(tmpdir(), 'leaksift-seeds-'))
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs')
    const made = spawnSync(process.execPath, [vitest, 'run', 'test/formats', '-t', 'is recognised by its bytes'], {
      cwd: root,
      env: { ...process.env, [seedsVariable]: folder },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (made.status !== 0) throw new Error(`the tests that make the seeds fail:\n${made.stdout}`)
    const samples = filesIn(join(root, 'data-samples/dump')).map((file) => seedOf(file, 'sample'))
    return [...samples, ...filesIn(folder).map((file) => seedOf(file, basename(dirname(file))))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function seedOf(file: string, format: string): Seed {
  return { format, name: basename(file), bytes: readFileSync(file) }
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
