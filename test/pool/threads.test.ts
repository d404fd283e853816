import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import type { ItemOutcomes } from '../../src/core/outcome.ts'
import type { ExaminePlan } from '../../src/examine.ts'
import { inlineExaminer } from '../../src/pool/inline.ts'
import { threadExaminer } from '../../src/pool/threads.ts'
import { openSource } from '../../src/sources/registry.ts'
import { builtIn } from '../../src/toolbox.ts'
import { misbehaving, smallFolders } from '../support/small-folder.ts'

const plan: ExaminePlan = {
  limits: { ...defaultLimits, itemSeconds: 2, workerHeapMegabytes: 96 },
  context: 'general',
  circumstances: ['unknown-recipients'],
  ocr: 'auto',
}
const folderWith = smallFolders()

const told = (outcomes: readonly ItemOutcomes[]) => outcomes.map(([own]) => [own.uri, own.coverage, own.coverageCause])

describe('a pool of threads', { timeout: 180_000 }, () => {
  test('finds what this thread finds', async () => {
    const { uri, items } = await folderWith(['a', 'b', 'c', 'd'])
    await using threads = threadExaminer(uri, plan, { workers: 2 })
    await using inline = inlineExaminer(openSource(uri), builtIn, plan)
    const outcomes = await threads.examine(items)
    expect(outcomes).toEqual(await inline.examine(items))
    expect(outcomes[0]?.[0].findings.some(({ entityType }) => entityType === 'EMAIL_ADDRESS')).toBe(true)
  })

  test.each<[string, string]>([
    ['hang', 'time_limit'],
    ['eat', 'memory_limit'],
    ['exit', 'crashed'],
  ])('an item that would %s costs only itself', async (deed, cause) => {
    const itemSeconds = deed === 'hang' ? plan.limits.itemSeconds : 60
    const { uri, items } = await folderWith(['a', 'b', `${deed}-c`, 'x', 'z'])
    const patient = { ...plan, limits: { ...plan.limits, itemSeconds } }
    await using examiner = threadExaminer(uri, patient, { workers: 1, workerFile: misbehaving })
    const outcomes = told(await examiner.examine(items))
    expect(outcomes.map(([name]) => name)).toEqual(items.map((item) => item.uri))
    expect(Object.fromEntries(outcomes.map(([name, ...rest]) => [name, rest]))).toEqual({
      a: ['full', null],
      b: ['full', null],
      [`${deed}-c`]: ['none', cause],
      x: ['full', null],
      z: ['full', null],
    })
    expect(told(await examiner.examine(items.slice(0, 2)))).toEqual([
      ['a', 'full', null],
      ['b', 'full', null],
    ])
  })

  test('several that misbehave in one task are all told', async () => {
    const { uri, items } = await folderWith(['a', 'exit-1', 'exit-2', 'hang-1', 'z'])
    await using examiner = threadExaminer(uri, plan, { workers: 1, workerFile: misbehaving })
    expect(told(await examiner.examine(items)).map(([, , cause]) => cause)).toEqual([
      null,
      'crashed',
      'crashed',
      'time_limit',
      null,
    ])
  })
})
