import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { samples } from '../support/cli.ts'
import { examineBytes } from '../support/examining.ts'
import { mutantOf } from '../support/mutants.ts'

/** The short run of `npm run mutants`: every sample so many times. */
const perSample = 3
const seed = 20_261_124

const files = readdirSync(samples, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
const contents = files.map((file) => readFileSync(file))

describe('mutants of the samples', { timeout: 300_000 }, () => {
  test('are the same for the same seed, others for another', () => {
    const [one = Buffer.alloc(0)] = contents.filter(({ length }) => length > 100)
    expect(mutantOf(one, one, 1)).toEqual(mutantOf(one, one, 1))
    expect(mutantOf(one, one, 1)).not.toEqual(mutantOf(one, one, 2))
  })

  test('each has an outcome, and none shows a fault of ours', async () => {
    let damaged = 0
    for (const [at, bytes] of contents.entries()) {
      for (let copy = 0; copy < perSample; copy += 1) {
        const other = contents[(at * 7 + copy * 13) % contents.length] ?? bytes
        const mutant = mutantOf(bytes, other, seed + at * perSample + copy)
        // In this thread a fault of ours is thrown, with its place.
        const [own] = await examineBytes(basename(files[at] ?? ''), mutant.bytes)
        expect(own?.coverageCause).not.toBe('crashed')
        expect(own?.sizeBytes).toBe(mutant.bytes.length)
        if (own?.coverage !== 'full') damaged += 1
      }
    }
    expect(damaged).toBeGreaterThan(contents.length / 4)
  })
})
