import { describe, expect, test } from 'vitest'
import { descendants } from '../../bench/descendants.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import type { ExaminePlan } from '../../src/examine.ts'
import { inlineExaminer } from '../../src/pool/inline.ts'
import { processExaminer } from '../../src/pool/processes.ts'
import { openSource } from '../../src/sources/registry.ts'
import { builtIn } from '../../src/toolbox.ts'
import { misbehaving, smallFolders } from '../support/small-folder.ts'

const plan: ExaminePlan = {
  limits: { ...defaultLimits, itemSeconds: 60, processMegabytes: 600, workerMegabytes: 300 },
  context: 'general',
  circumstances: ['unknown-recipients'],
  ocr: 'auto',
}
const folderWith = smallFolders()

describe('a process that examines', { timeout: 240_000 }, () => {
  test('finds what this thread finds', async () => {
    const { uri, items } = await folderWith(['a', 'b', 'c'])
    await using examiner = processExaminer(uri, plan, { workers: 1 })
    await using inline = inlineExaminer(openSource(uri), builtIn, plan)
    const outcomes = await examiner.examine(items)
    expect(outcomes).toEqual(await inline.examine(items))
    expect(outcomes[0]?.[0].findings.some(({ entityType }) => entityType === 'EMAIL_ADDRESS')).toBe(true)
  })

  test('an item that kills it costs only itself, and whatever else was in flight is done', async () => {
    const { uri, items } = await folderWith(['a', 'b', 'kill-c', 'x', 'y', 'z'])
    await using examiner = processExaminer(uri, plan, { workers: 2, workerFile: misbehaving })
    const answers = await Promise.all([items.slice(0, 4), items.slice(4)].map((batch) => examiner.examine(batch)))
    const told = answers.flat().map(([own]) => [own.uri, own.coverage, own.coverageCause])
    expect(told).toEqual([
      ['a', 'full', null],
      ['b', 'full', null],
      ['kill-c', 'none', 'crashed'],
      ['x', 'full', null],
      ['y', 'full', null],
      ['z', 'full', null],
    ])
  })

  test('memory that no limit of a thread sees is bounded all the same', async () => {
    const { uri, items } = await folderWith(['a', 'grab-b'])
    await using examiner = processExaminer(uri, plan, { workers: 1, workerFile: misbehaving })
    const told = (await examiner.examine(items)).map(([own]) => [own.uri, own.coverageCause])
    expect(told).toEqual([
      ['a', null],
      ['grab-b', 'memory_limit'],
    ])
  })

  test.skipIf(process.platform !== 'linux')('one that is killed before it is ready is started again', async () => {
    const { uri, items } = await folderWith(['a', 'b'])
    await using examiner = processExaminer(uri, plan, { workers: 1 })
    const answer = examiner.examine(items)
    const started = descendants(process.pid)
    for (const pid of started) process.kill(pid, 'SIGKILL')
    expect(started.length).toBeGreaterThan(0)
    expect((await answer).map(([own]) => [own.uri, own.coverageCause])).toEqual([
      ['a', null],
      ['b', null],
    ])
  })

  test('a worker that does not start is our fault and ends the run', async () => {
    const { uri, items } = await folderWith(['a'])
    const missing = new URL('../support/no-such-worker.ts', import.meta.url)
    await using examiner = processExaminer(uri, plan, { workers: 1, workerFile: missing })
    await expect(examiner.examine(items)).rejects.toThrow('a fault in the examining process')
  })
})
