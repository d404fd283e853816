import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { TableRows } from '../../../src/core/content.ts'
import { sqlite } from '../../../src/formats/tables/sqlite.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read } from '../reading.ts'

function made(statements: string, fill?: (db: Database.Database) => void): Buffer {
  const db = new Database(':memory:')
  db.exec(statements)
  fill?.(db)
  const bytes = db.serialize()
  db.close()
  return bytes
}

const people = made(
  "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO people VALUES (7, 'Jane Roe')",
)

formatContract(sqlite, [{ name: 'a database', bytes: people, mediaType: 'application/vnd.sqlite3' }])

async function rowsByTable(bytes: Buffer) {
  const { extracts, gaps } = await read(sqlite, bytes)
  const tables: Record<string, unknown[]> = {}
  for (const { table = '', rows } of extracts.filter((part): part is TableRows => part.what === 'rows'))
    tables[table] = [...(tables[table] ?? []), ...rows]
  return { tables, gaps }
}

describe('SQLite databases', () => {
  it('give every value as SQLite has it', async () => {
    const bytes = made(
      `CREATE TABLE t (a INTEGER, b REAL, c TEXT, d BLOB, e);
       INSERT INTO t VALUES (1, 1.5, 'é', x'00ff', NULL), (-9007199254740993, -0.25, '', x'', 0), (70000, 2, 'x', x'4142', 1)`,
    )
    expect(await rowsByTable(bytes)).toEqual({
      tables: {
        t: [
          ['1', '1.5', 'é', '<2 bytes>', null],
          ['-9007199254740993', '-0.25', '', '', '0'],
          ['70000', '2', 'x', 'AB', '1'],
        ],
      },
      gaps: [],
    })
  })

  it.each(["'UTF-8'", "'UTF-16le'", "'UTF-16be'"])('of %s, with rows over many pages', async (encoding) => {
    const bytes = made(
      `PRAGMA encoding = ${encoding}; CREATE TABLE "a b" (id INTEGER PRIMARY KEY, note TEXT)`,
      (db) => {
        const insert = db.prepare('INSERT INTO "a b" VALUES (?, ?)')
        for (let at = 1; at <= 3_000; at += 1) insert.run(at, `zoë ${at}${at % 500 === 0 ? 'x'.repeat(20_000) : ''}`)
      },
    )
    const { tables, gaps } = await rowsByTable(bytes)
    expect(gaps).toEqual([])
    expect(tables['a b']).toEqual(
      Array.from({ length: 3_000 }, (_none, at) => [
        String(at + 1),
        `zoë ${at + 1}${(at + 1) % 500 === 0 ? 'x'.repeat(20_000) : ''}`,
      ]),
    )
  })

  it('without row numbers, in the order of their columns', async () => {
    const bytes = made(
      "CREATE TABLE t (a TEXT, b INT, c TEXT, PRIMARY KEY (c, b)) WITHOUT ROWID; INSERT INTO t VALUES ('x', 1, 'y')",
    )
    expect((await rowsByTable(bytes)).tables).toEqual({ t: [['x', '1', 'y']] })
  })

  it('have rows that lack columns added later, and no rows of virtual tables', async () => {
    const bytes = made(
      "CREATE TABLE t (a); INSERT INTO t VALUES (1); ALTER TABLE t ADD COLUMN b; CREATE VIRTUAL TABLE f USING fts5(n); INSERT INTO f VALUES ('Jane')",
    )
    const { tables, gaps } = await rowsByTable(bytes)
    expect(gaps).toEqual([])
    expect(tables.t).toEqual([['1', null]])
    expect(JSON.stringify(tables.f_content)).toContain('Jane')
  })

  it('are read as far as their pages go', async () => {
    const bytes = made('CREATE TABLE t (a TEXT)', (db) => {
      const insert = db.prepare('INSERT INTO t VALUES (?)')
      for (let at = 0; at < 2_000; at += 1) insert.run(`value ${at}`)
    })
    const { tables, gaps } = await rowsByTable(bytes.subarray(0, Math.floor(bytes.length / 2)))
    expect(gaps).toEqual(['malformed'])
    expect(tables.t?.length).toBeGreaterThan(500)
  })
})
