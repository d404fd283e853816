import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeRandom } from '../../models/names/random.ts'
import { recordKinds } from '../../src/core/record.ts'
import type { Facts } from '../../src/core/severity.ts'
import { detectText } from '../../src/detect-text.ts'
import { scan } from '../../src/scan.ts'
import { score } from '../../src/scoring/score.ts'
import { openStoreReader } from '../../src/stores/registry.ts'
import { StoreError } from '../../src/stores/store.ts'
import { builtIn } from '../../src/toolbox.ts'
import { examineBytes } from './examining.ts'
import { mutantOf } from './mutants.ts'

/** Something that must stand whatever it is fed with. It throws what is a fault of ours, and nothing else. */
export interface FuzzTarget {
  readonly name: string
  /** Feeds it with one mutant; equal for equal seeds. */
  once(seed: number): Promise<void>
}

/** A format, with everything behind it: examining, detecting, classifying, scoring. */
export function formatTarget(format: string, seeds: readonly Uint8Array[]): FuzzTarget {
  return {
    name: format,
    async once(seed) {
      const outcomes = await examineBytes('mutant', mutantOfOne(seeds, seed))
      if (outcomes.length === 0) throw new Error('there is no outcome')
    },
  }
}

/** The detectors, on texts in which letters, digits and lengths are damaged. */
export function detectorTarget(texts: readonly string[]): FuzzTarget {
  const seeds = texts.map((text) => Buffer.from(text))
  return {
    name: 'detectors',
    async once(seed) {
      const text = Buffer.from(mutantOfOne(seeds, seed)).toString('utf8')
      const length = [...text].length
      for (const { offset, length: found, confidence } of detectText(text)) {
        if (offset < 0 || offset + found > length) throw new Error('a finding beyond the text')
        if (!(confidence > 0 && confidence <= 1)) throw new Error('a confidence that is no probability')
      }
    },
  }
}

/** The scorer, on facts that no record has together. */
export function scorerTarget(): FuzzTarget {
  const types = [...builtIn.sensitivities.entities.keys(), 'NO_SUCH_TYPE', '__proto__']
  return {
    name: 'scorer',
    async once(seed) {
      const random = makeRandom(seed)
      const entities = Array.from({ length: random.below(12) }, () => [
        random.pick(types),
        random.pick([0, 1, 2, 1e6, Number.MAX_SAFE_INTEGER]),
      ])
      const facts: Facts = {
        kind: random.pick(recordKinds),
        entities: Object.fromEntries(entities),
        fields: [random.pick(['patient.name', 'invoice.total', 'x', ''])],
        flags: [random.pick(['nudity_suspected', 'encrypted', ''])],
        ...(random.chance(0.5) ? { faces: random.below(1_000), persons: random.below(3) } : {}),
      }
      const links = { resolvesToName: random.chance(0.5), by: ['folder name'] }
      const { score: total } = score(facts, random.pick(['clinic', 'general']), [], links, builtIn.sensitivities)
      if (!(total >= 0.25 && total <= 6) || total % 0.25 !== 0) throw new Error(`a score that is none: ${total}`)
    },
  }
}

/** The reader of stores, on a store that was damaged: it reads, or says that it can't. */
export function storeTarget(bytes: Uint8Array): FuzzTarget {
  return {
    name: 'store reader',
    async once(seed) {
      const folder = mkdtempSync(join(tmpdir(), 'leaksift-fuzz-'))
      try {
        const file = join(folder, 'store.sqlite')
        writeFileSync(file, mutantOf(bytes, bytes, seed).bytes)
        await using reader = await openStoreReader(file)
        await reader.summary()
        for (const record of reader.records())
          if (typeof record.uri !== 'string') throw new Error('a record without uri')
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The bytes of a store of a few texts. */
export async function smallStore(texts: readonly string[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'leaksift-fuzz-'))
  try {
    const dump = join(folder, 'dump')
    mkdirSync(dump)
    for (const [at, text] of texts.entries()) writeFileSync(join(dump, `${at}.txt`), text)
    await scan([dump], { store: join(folder, 'store.sqlite'), workers: 0 })
    return readFileSync(join(folder, 'store.sqlite'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function mutantOfOne(seeds: readonly Uint8Array[], seed: number): Uint8Array {
  const random = makeRandom(seed)
  return mutantOf(random.pick(seeds), random.pick(seeds), seed).bytes
}
