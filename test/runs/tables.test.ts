import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import type { StoredRecord } from '../../src/core/result.ts'
import { scan } from '../../src/scan.ts'
import { openStoreReader } from '../../src/stores/registry.ts'
import { makeZip } from '../formats/office/fixtures.ts'

const work = mkdtempSync(join(tmpdir(), 'leaksift-tables-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const rows = 12_000
const people = Array.from({ length: rows }, (_none, at) => ({
  id: at + 1,
  mail: `user${at % 9_000}@example.org`,
  born: `19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10}`,
}))
const csv = `id,email,birth_date\n${people.map(({ id, mail, born }) => `${id},${mail},${born}`).join('\n')}\n`
const dump = `-- x\nCREATE TABLE people (id int, email text, birth_date date);\nCREATE TABLE empty (id int);\n${people
  .map(({ id, mail, born }) => `INSERT INTO people VALUES (${id}, '${mail}', '${born}');`)
  .join('\n')}\n`

function database(): Buffer {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT, birth_date TEXT); CREATE TABLE empty (id)')
  const insert = db.prepare('INSERT INTO people VALUES (?, ?, ?)')
  db.transaction(() => {
    for (const { id, mail, born } of people) insert.run(id, mail, born)
  })()
  const bytes = db.serialize()
  db.close()
  return bytes
}

describe('tables in a dump', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(work, 'dump-'))
  writeFileSync(join(folder, 'people.csv'), csv)
  writeFileSync(
    join(folder, 'people.ndjson'),
    people.map(({ id, mail, born }) => JSON.stringify({ id, email: mail, birth_date: born })).join('\n'),
  )
  writeFileSync(join(folder, 'dump.sql'), dump)
  writeFileSync(join(folder, 'people.sqlite'), database())
  writeFileSync(join(folder, 'people.zip'), await makeZip({ 'people.csv': csv }))
  const stores = [0, 1, 2].map((workers) => ({ workers, store: join(work, `${workers}.sqlite`) }))
  const results: Awaited<ReturnType<typeof scan>>[] = []
  for (const { workers, store } of stores) results.push(await scan([folder], { store, workers, ocr: 'off' }))
  await using reader = await openStoreReader(stores[0]?.store ?? '')
  const records = new Map([...reader.records()].map((record): [string, StoredRecord] => [record.uri, record]))
  const wheres = ['people.csv', 'people.ndjson', 'dump.sql!/people', 'people.sqlite!/people', 'people.zip!/people.csv']

  it('have one digest, whoever examines them', () => {
    expect(new Set(results.map((result) => result.scan.digest)).size).toBe(1)
    expect(results[0]?.summary.coverage).toMatchObject({ partial: 0, none: 0 })
  })

  it('hold the same, however they are written or packed', () => {
    for (const uri of wheres) {
      const record = records.get(uri)
      expect(record?.table, uri).toMatchObject({
        rows,
        personRows: rows,
        columns: [
          { name: 'id', entityType: null, filled: rows },
          { name: 'email', entityType: 'EMAIL_ADDRESS', share: 1, filled: rows },
          { name: 'birth_date', type: 'date', entityType: 'DATE_OF_BIRTH', share: 1, filled: rows },
        ],
      })
      const [mail] = record?.findings.filter(({ entityType }) => entityType === 'EMAIL_ADDRESS') ?? []
      expect(mail?.cells, uri).toBe(rows)
      expect(Math.abs((mail?.distinct ?? 0) - 9_000), uri).toBeLessThan(180)
      expect(record?.findings.length, uri).toBeLessThan(5)
    }
  })

  it('are counted by cells in the summary, and their people once', () => {
    const { entities, people } = results[0]?.summary ?? {}
    const mails = entities?.find(({ entityType }) => entityType === 'EMAIL_ADDRESS')
    expect(mails?.findings).toBe(wheres.length * rows)
    expect(Math.abs((people?.emails ?? 0) - 9_000)).toBeLessThan(180)
  })

  it('leave nothing in clear in the store', async () => {
    const db = new Database(stores[0]?.store ?? '', { readonly: true })
    const text = JSON.stringify(
      ['finding', 'table_column', 'column_value'].map((table) => db.prepare(`SELECT * FROM ${table}`).all()),
    )
    db.close()
    expect(text).not.toMatch(/user\d|@example|19\d\d-/)
  })
})
