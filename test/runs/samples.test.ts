import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compareWithTruth } from '../../data-samples/check.ts'
import { makeOddNames } from '../../data-samples/generate/odd-names.ts'
import type { Truth } from '../../data-samples/generate/truth.ts'
import type { StoredRecord } from '../../src/core/result.ts'
import { scan } from '../../src/scan.ts'
import { openStoreReader } from '../../src/stores/registry.ts'
import { samples } from '../support/cli.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-samples-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

async function recordsOf(store: string): Promise<readonly StoredRecord[]> {
  await using reader = await openStoreReader(store)
  return [...reader.records()]
}

describe('the samples against their truth', { timeout: 300_000 }, async () => {
  const truth: Truth = JSON.parse(readFileSync(new URL('../../data-samples/truth.json', import.meta.url), 'utf8'))
  const store = join(work, 'samples.sqlite')
  const { summary, scan: info } = await scan([samples], { store, workers: 2 })
  const records = await recordsOf(store)
  const told = compareWithTruth({ records: () => records }, truth)
  const missed = (what: string) => told.misses.filter((miss) => JSON.stringify(miss).includes(what)).slice(0, 20)

  test('every file has a record, and none more than one', () => {
    const uris = records.filter(({ parentId }) => parentId === null).map(({ uri }) => uri)
    expect(new Set(uris).size).toBe(uris.length)
    expect(uris.length).toBe(Object.keys(truth.files).length)
    expect(info.status).toBe('finished')
  })

  test('types, coverage and metadata are as they should be', () => {
    expect(told.mediaTypesRight, `${missed('media')}`).toBe(told.mediaTypesTotal)
    expect(told.coverageRight, `${missed('coverage')}`).toBe(told.coverageTotal)
    expect(told.metadataFound, `${missed('metadata')}`).toBe(told.metadataTotal)
    expect(told.duplicatesFound, `${missed('duplicate')}`).toBe(told.duplicatesTotal)
  })

  test('kinds, languages, values and fields are found, nearly all', () => {
    expect(told.languagesRight / told.languagesTotal, `${missed('language')}`).toBeGreaterThanOrEqual(0.97)
    expect(told.kindsRight / told.kindsTotal, `${missed('kind')}`).toBeGreaterThanOrEqual(0.97)
    expect(told.entitiesFound / told.entitiesTotal, `${missed('entit')}`).toBeGreaterThanOrEqual(0.97)
  })

  test('the counts of the summary add up to the records', () => {
    const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0)
    expect(summary.records).toBe(records.length)
    expect(sum(summary.kinds.map((kind) => kind.records))).toBe(records.length)
    expect(sum(Object.values(summary.severity))).toBe(records.length)
    expect(sum(Object.values(summary.coverage))).toBe(records.length)
    expect(sum(summary.causes.map((cause) => cause.records))).toBe(summary.coverage.partial + summary.coverage.none)
    for (const record of records) expect(record.coverage === 'full', record.uri).toBe(record.coverageCause === null)
  })

  test('taken for a clinic, its records are linked and scored so', () => {
    expect(summary.context).toBe('clinic')
    expect(summary.severity.very_high).toBeGreaterThan(10)
  })
})

test('names that are not what they seem come through the whole way', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(work, 'odd-'))
  const names = await makeOddNames(folder)
  const store = join(work, 'odd.sqlite')
  await scan([folder], { store, workers: 2, values: 'clear' })
  const records = await recordsOf(store)
  const found = new Map(records.map(({ uri, findings }) => [uri, findings.map(({ value }) => value)]))
  expect([...found.keys()].sort()).toEqual(names.map(({ uri }) => uri).sort())
  for (const { uri, email } of names) expect(found.get(uri), uri).toContain(email)
})
