import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultLimits } from '../../src/core/limits.ts'
import type { Source } from '../../src/core/source.ts'
import type { ExaminePlan } from '../../src/examine-plan.ts'
import type { Examiner } from '../../src/pool/examiner.ts'
import { inlineExaminer } from '../../src/pool/inline.ts'
import { processExaminer } from '../../src/pool/processes.ts'
import { run } from '../../src/run.ts'
import { score } from '../../src/scoring/score.ts'
import { openSource, sourceUri } from '../../src/sources/registry.ts'
import { openStore } from '../../src/stores/registry.ts'
import { builtIn } from '../../src/toolbox.ts'
import { version } from '../../src/version.ts'

const plan: ExaminePlan = {
  limits: { ...defaultLimits, itemSeconds: 4, processMegabytes: 600, workerMegabytes: 300, workerHeapMegabytes: 256 },
  context: 'general',
  circumstances: [],
  ocr: 'off',
}

/** What each misbehaving decoder must come to. */
const expected: Readonly<Record<string, string>> = {
  fault: 'crashed',
  abort: 'crashed',
  kill: 'crashed',
  exit: 'crashed',
  hang: 'time_limit',
  eat: 'memory_limit',
  grab: 'memory_limit',
}

/** Decoders that fault, abort, hang, eat memory and exit, among files that are well: what went wrong. */
export async function decoderDrill(work: string): Promise<readonly string[]> {
  const dump = join(work, 'decoders')
  mkdirSync(dump)
  for (const name of Object.keys(expected)) {
    writeFileSync(join(dump, `${name}-me`), 'jane.roe@example.org')
    for (const near of ['a', 'z'])
      writeFileSync(join(dump, `${near}-${name}`), `this is ${near}-${name}, jane.roe@example.org`)
  }
  const workerFile = new URL('../../test/support/misbehaving-worker.ts', import.meta.url)
  const uri = sourceUri([dump])
  const make = () => processExaminer(uri, plan, { workers: 2, workerFile })
  const faults: string[] = []
  const digests: (string | null)[] = []
  for (const name of ['decoders-1.sqlite', 'decoders-2.sqlite']) {
    const first = await runOnce(join(work, name), openSource(uri), make())
    digests.push(first.digest)
    for (const [uriOf, told] of first.told) {
      const wanted = expected[uriOf.split('-')[0] ?? ''] ?? 'full'
      if (told !== wanted) faults.push(`${uriOf}: ${told} instead of ${wanted}`)
    }
    if (first.told.size !== 3 * Object.keys(expected).length) faults.push('an item has no outcome')
    const second = await runOnce(join(work, name), openSource(uri), make())
    if (second.examined > 0) faults.push('a killer was tried again unasked')
    if (second.digest !== first.digest) faults.push('another digest when gone on with')
    const asked = await runOnce(
      join(work, name),
      openSource(uri),
      inlineExaminer(openSource(uri), builtIn, plan),
      'failed',
    )
    if (asked.examined !== Object.keys(expected).length) faults.push('asked to, it did not try the killers again')
  }
  if (new Set(digests).size !== 1) faults.push('two runs, two digests')
  return faults
}

/** A run of the library's parts into a store. */
export async function runOnce(
  path: string,
  source: Source,
  examiner: Examiner,
  redo: 'unfinished' | 'failed' = 'unfinished',
) {
  await using store = await openStore(path)
  await using own = examiner
  let examined = 0
  const counted: Examiner = {
    ...own,
    examine: (items) => {
      examined += items.length
      return own.examine(items)
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
  const { scan } = await run({
    source,
    store,
    examiner: counted,
    signal: new AbortController().signal,
    start: { toolVersion: version, source: source.uri, options: {}, redo },
    decide: () => 'general',
    rescore: (facts, context, links) => score(facts, context, [], links, builtIn.sensitivities),
  })
  const told = new Map<string, string>()
  for (const { uri, coverage, coverageCause } of store.records()) told.set(uri, coverageCause ?? coverage)
  return { digest: scan.digest, told, examined }
}
