import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rawZip } from '../formats/archives/zip-builder.ts'
import { makeZip } from '../formats/office/fixtures.ts'
import { examineBytes, ledger } from '../support/examining.ts'

const letter = 'Dear Jane Roe,\nplease write to jane.roe@example.org.\n'

/** A zip in a zip, so many times. */
async function nested(levels: number, content = letter): Promise<Buffer> {
  let bytes = await makeZip({ 'letter.txt': content })
  for (let level = levels; level > 1; level--) bytes = await makeZip({ [`${level}.zip`]: bytes })
  return bytes
}

describe('containers', () => {
  it('give records for what is inside, named by the way to it', async () => {
    const outcomes = await examineBytes('dump.zip', await nested(3))
    expect(ledger(outcomes)).toEqual([
      'dump.zip full',
      'dump.zip!/2.zip full',
      'dump.zip!/2.zip!/3.zip full',
      'dump.zip!/2.zip!/3.zip!/letter.txt full',
    ])
    expect(outcomes.map(({ parentUri, kind }) => [parentUri, kind])).toEqual([
      [null, 'archive'],
      ['dump.zip', 'archive'],
      ['dump.zip!/2.zip', 'archive'],
      ['dump.zip!/2.zip!/3.zip', expect.any(String)],
    ])
    expect(outcomes.at(-1)?.findings.map(({ entityType }) => entityType)).toContain('EMAIL_ADDRESS')
  })

  it('end at `depth`', async () => {
    expect((await examineBytes('a.zip', await nested(2), { depth: 2 })).at(-1)).toMatchObject({ coverage: 'full' })
    expect((await examineBytes('a.zip', await nested(3), { depth: 2 })).at(-1)).toMatchObject({
      uri: 'a.zip!/2.zip!/3.zip!/letter.txt',
      coverage: 'none',
      coverageCause: 'too_deep',
    })
  })

  it('count what is inside at all levels: `insideItems`', async () => {
    const inner = await makeZip({ a: 'a', b: 'b', c: 'c' })
    const bytes = await makeZip({ '1.zip': inner, '2.zip': inner })
    expect(ledger(await examineBytes('x.zip', bytes, { insideItems: 8 }))).toHaveLength(9)
    expect(ledger(await examineBytes('x.zip', bytes, { insideItems: 7 }))).toEqual([
      'x.zip full',
      'x.zip!/1.zip full',
      'x.zip!/1.zip!/a full',
      'x.zip!/1.zip!/b full',
      'x.zip!/1.zip!/c full',
      'x.zip!/2.zip partial too_many',
      'x.zip!/2.zip!/a full',
      'x.zip!/2.zip!/b full',
    ])
  })

  it('weigh what is inside at all levels: `insideBytes`', async () => {
    const inner = await makeZip({ a: letter.repeat(100), b: letter.repeat(101) })
    const bytes = await makeZip({ '1.zip': inner, '2.zip': inner })
    const all = 2 * inner.length + 402 * letter.length
    const limits = { expansionRatio: 1, insideBytes: all }
    expect(ledger(await examineBytes('x.zip', bytes, limits))).toHaveLength(7)
    expect(ledger(await examineBytes('x.zip', bytes, { ...limits, insideBytes: all - 1 })).slice(4)).toEqual([
      'x.zip!/2.zip partial expansion_ratio',
      'x.zip!/2.zip!/a full',
    ])
  })

  it('tell members apart that have one name, ten thousand of them', async () => {
    const bytes = rawZip(Array.from({ length: 10_000 }, () => ({ name: 'same.txt', content: '' })))
    const uris = (await examineBytes('x.zip', bytes)).map(({ uri }) => uri)
    expect([new Set(uris).size, uris[2], uris.at(-1)]).toEqual([10_001, 'x.zip!/same.txt#2', 'x.zip!/same.txt#10000'])
  })

  it('have a record for what is locked or broken', async () => {
    const bytes = rawZip([
      { name: 'Jane Roe.txt', content: letter, flags: 1 },
      { name: 'broken.txt', content: letter, method: 8, crc: 1 },
      { name: '../../escape.txt', content: letter },
    ])
    const outcomes = await examineBytes('x.zip', bytes)
    expect(ledger(outcomes)).toEqual([
      'x.zip partial encrypted',
      'x.zip!/Jane Roe.txt none encrypted',
      'x.zip!/broken.txt partial malformed',
      'x.zip!/\uFFFD2e\uFFFD2e/\uFFFD2e\uFFFD2e/escape.txt full',
    ])
    expect(outcomes[0]?.flags).toContainEqual({ what: 'flag', name: 'encrypted' })
    expect(outcomes.map(({ sha256 }) => sha256 === null)).toEqual([false, true, true, false])
  })
})

const hostile = new URL('../../../shared/corpus/hostile/', import.meta.url)

describe.skipIf(!existsSync(hostile))('hostile archives (needs ../shared/corpus)', () => {
  const of = async (path: string) => examineBytes(path, readFileSync(new URL(path, hostile)))

  it('end at their budgets when they contain themselves', async () => {
    const outcomes = await of('tika/droste.zip')
    expect(outcomes.length).toBeLessThan(100)
    expect(outcomes.some(({ coverageCause }) => coverageCause === 'too_deep')).toBe(true)
  })

  it('lead nowhere out of themselves', async () => {
    for (const { uri } of await of('zip-slip/zip-slip.zip')) expect(uri.split('/')).not.toContain('..')
  })
})

describe('findings inside one file', () => {
  it('are kept singly up to `insideFindings`, and counted behind', async () => {
    const bytes = await makeZip({ 'a.txt': letter, 'b.txt': letter, 'c.txt': letter })
    const of = async (insideFindings: number) =>
      (await examineBytes('x.zip', bytes, { insideFindings }))
        .slice(1)
        .map(({ findings, flags, coverageCause }) => [
          findings.length,
          flags.some(({ name }) => name === 'more_findings'),
          coverageCause,
        ])
    const [[each = 0] = []] = (await of(1_000)) as [number, boolean, string | null][]
    expect(each).toBeGreaterThan(1)
    expect(await of(3 * each)).toEqual([1, 2, 3].map(() => [each, false, null]))
    expect(await of(3 * each - 1)).toEqual([
      [each, false, null],
      [each, false, null],
      [each - 1, true, 'too_many'],
    ])
  })
})
