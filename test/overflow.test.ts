import { describe, expect, test } from 'vitest'
import type { ItemRef } from '../src/core/item.ts'
import { defaultLimits } from '../src/core/limits.ts'
import type { Outcome } from '../src/core/outcome.ts'
import type { InsideOutcomes, OutcomePart } from '../src/core/overflow.ts'
import { bytesReader } from '../src/core/reader.ts'
import type { Source } from '../src/core/source.ts'
import type { Spool } from '../src/core/spool.ts'
import { makeOverflow } from '../src/overflow.ts'
import { inlineExaminer } from '../src/pool/inline.ts'
import { createSpool } from '../src/spool/private-spool.ts'
import { builtIn } from '../src/toolbox.ts'
import { makeZip } from './formats/office/fixtures.ts'
import { letters, nested } from './support/nest.ts'

const plan = {
  limits: defaultLimits,
  context: 'general',
  circumstances: ['unknown-recipients'],
  ocr: 'off',
} as const

const noSpool: Spool = { open: async () => undefined }

function sourceOf(bytes: Uint8Array): { readonly source: Source; readonly item: ItemRef } {
  const source: Source = {
    uri: 'memory:',
    async *items() {},
    open: async () => ({ ...bytesReader(bytes), isUnchanged: async () => true, [Symbol.dispose]() {} }),
    async [Symbol.asyncDispose]() {},
  }
  return { source, item: { uri: 'a.zip', type: 'file', size: bytes.length, modifiedAt: null } }
}

async function all(inside: InsideOutcomes | undefined): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  if (inside) for await (const some of inside.read()) outcomes.push(...some)
  return outcomes
}

describe('what is inside an entry and too much to be held', { timeout: 60_000 }, () => {
  test('is handed on, and is the same in the same order', async () => {
    // Containers, done behind what they hold, before and behind the point at which holding ends.
    const bytes = await makeZip({ ...letters(350), 'b.zip': await nested(letters(200)), 'c.zip': await nested({}) })
    const { source, item } = sourceOf(bytes)
    const overflow = makeOverflow(createSpool(), 2 ** 30)
    const [held] = await inlineExaminer(source, builtIn, plan).examine([item])
    const [handed] = await inlineExaminer(source, builtIn, plan, overflow).examine([item])
    const inside = overflow.inside('a.zip')
    expect(handed).toEqual([held?.[0]])
    expect(inside?.count).toBe((held?.length ?? 0) - 1)
    expect(await all(inside)).toEqual(held?.slice(1))
    await overflow.drop('a.zip')
    expect(overflow.inside('a.zip')).toBeUndefined()
  })

  test('is held where it is not too much', async () => {
    const { source, item } = sourceOf(await makeZip(letters(3)))
    const overflow = makeOverflow(noSpool, 0)
    const [tree] = await inlineExaminer(source, builtIn, plan, overflow).examine([item])
    expect(tree).toHaveLength(4)
    expect(overflow.inside('a.zip')).toBeUndefined()
  })

  test('is on record as not read where there is no room for it', async () => {
    const { source, item } = sourceOf(await makeZip(letters(600)))
    const overflow = makeOverflow(noSpool, 0)
    const [tree] = await inlineExaminer(source, builtIn, plan, overflow).examine([item])
    expect(tree?.map(({ coverage, coverageCause }) => [coverage, coverageCause])).toEqual([['none', 'memory_limit']])
    expect(overflow.inside('a.zip')).toBeUndefined()
  })
})

describe('an overflow', () => {
  const part = (isFirst: boolean, ...places: number[]): OutcomePart => ({
    isFirst,
    places: Uint32Array.from(places),
    sizes: Uint32Array.from(places, () => 1),
    bytes: new Uint8Array(places.length),
  })

  test('forgets what came before the first part of an entry, and parts without a first one', async () => {
    const overflow = makeOverflow(createSpool(), 2 ** 20)
    expect(await overflow.take('a', part(false, 0))).toBe(true)
    expect(overflow.inside('a')).toBeUndefined()
    await Promise.all([
      overflow.take('a', part(true, 0, 1)),
      overflow.take('a', part(false, 2)),
      overflow.take('b', part(true, 0)),
    ])
    expect(overflow.inside('a')?.count).toBe(3)
    await overflow.take('a', part(true, 0))
    expect(overflow.inside('a')?.count).toBe(1)
    await overflow.drop('a')
    expect(overflow.inside('b')?.count).toBe(1)
    await overflow.drop('b')
  })

  test('takes no more than it may', async () => {
    const overflow = makeOverflow(createSpool(), 3)
    expect(await overflow.take('a', part(true, 0, 1))).toBe(true)
    expect(await overflow.take('b', part(true, 0, 1))).toBe(false)
    await Promise.all(['a', 'b'].map((uri) => overflow.drop(uri)))
  })
})
