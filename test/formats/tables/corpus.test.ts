import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/core/outcome.ts'
import { examineBytes } from '../../support/examining.ts'

const corpus = new URL('../../../../shared/corpus/structured/', import.meta.url)

async function examined(path: string): Promise<readonly Outcome[]> {
  return examineBytes(path.slice(path.lastIndexOf('/') + 1), readFileSync(new URL(path, corpus)))
}

/** Cells by entity type, over all columns of a table. */
function cellsOf({ findings }: Outcome): ReadonlyMap<string, number> {
  const cells = new Map<string, number>()
  for (const { entityType, origin, cells: count = 1 } of findings) {
    if (origin === 'table') cells.set(entityType, (cells.get(entityType) ?? 0) + count)
  }
  return cells
}

describe.skipIf(!existsSync(corpus))('tables of the corpus, which must lie beside the checkout', () => {
  it.each([
    'chinook/Chinook_PostgreSql.sql',
    'chinook/Chinook_Sqlite.sqlite',
    'file-type/fixture.avro',
    'file-type/fixture.parquet',
    'file-type/fixture.sqlite',
    'presidio-research/FakeNameGenerator.com_100.csv',
    'tika/testCSV.csv',
    'tika/testDBF.dbf',
    'tika/testSQLITE3.db',
    'tika/testSqlite3b.db',
  ])('%s is read whole, as tables', async (path) => {
    const outcomes = await examined(path)
    expect(outcomes.map(({ coverage, kind }) => `${coverage} ${kind}`)).toEqual(outcomes.map(() => 'full table'))
    expect(outcomes.some(({ table }) => table !== undefined)).toBe(true)
  })

  it('a hundred made-up people are found, each of them', async () => {
    const [people] = await examined('presidio-research/FakeNameGenerator.com_100.csv')
    expect(people?.table).toMatchObject({ rows: 100, personRows: 100 })
    const cells = people ? cellsOf(people) : new Map()
    for (const type of ['EMAIL_ADDRESS', 'DATE_OF_BIRTH', 'CREDIT_CARD', 'ADDRESS', 'CREDENTIAL'])
      expect(cells.get(type), type).toBeGreaterThanOrEqual(100)
    expect(cells.get('PERSON')).toBeGreaterThanOrEqual(185)
    expect(cells.get('PHONE_NUMBER')).toBeGreaterThanOrEqual(90)
  })

  it('the same shop is found in two kinds of database', async () => {
    const [dump, file] = await Promise.all([
      examined('chinook/Chinook_PostgreSql.sql'),
      examined('chinook/Chinook_Sqlite.sqlite'),
    ])
    const rows = (outcomes: readonly Outcome[]) =>
      outcomes.flatMap(({ uri, table }) => (table ? [`${plain(uri)} ${table.rows}`] : [])).sort()
    const plain = (uri: string) =>
      uri
        .slice(uri.lastIndexOf('/') + 1)
        .replaceAll('_', '')
        .toLowerCase()
    expect(rows(dump)).toEqual(rows(file))
    for (const [name, people] of [
      ['customer', 59],
      ['employee', 8],
    ] as const) {
      for (const outcomes of [dump, file]) {
        const found = outcomes.find(({ uri }) => plain(uri) === name)
        expect(found?.table, name).toMatchObject({ rows: people, personRows: people })
        const cells = found ? cellsOf(found) : new Map()
        expect(cells.get('PERSON'), name).toBeGreaterThanOrEqual(people)
        expect(cells.get('EMAIL_ADDRESS'), name).toBe(people)
      }
    }
  })
})
