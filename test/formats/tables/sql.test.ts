import { describe, expect, it } from 'vitest'
import type { TableRows } from '../../../src/core/content.ts'
import type { Cell } from '../../../src/core/table.ts'
import { sql } from '../../../src/formats/tables/sql.ts'
import { createSqlReader } from '../../../src/formats/tables/sql-reader.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { type Read, read } from '../reading.ts'

const dump =
  "-- Dump of the practice\nSET NAMES utf8;\nCREATE TABLE patient (id int, name text);\nINSERT INTO patient VALUES (1, 'Jane Roe');\n"

formatContract(sql, [{ name: 'a dump', bytes: Buffer.from(dump), mediaType: 'application/sql' }], { streamed: true })

/** Rows by table, the columns first. */
function tablesOf({ extracts }: Read): Record<string, (readonly Cell[])[]> {
  const tables: Record<string, (readonly Cell[])[]> = {}
  for (const { table = '', columns, rows } of extracts.filter((part): part is TableRows => part.what === 'rows')) {
    tables[table] = [columns, ...(tables[table] ?? []).slice(1), ...rows]
  }
  return tables
}

describe('SQL dumps', () => {
  it.each([
    ['/*!40101 SET x */;\nINSERT INTO `a` VALUES (1);\n', 'application/sql'],
    ['COPY public.patient (id, name) FROM stdin;\n1\tJane\n\\.\n', 'application/sql'],
    ['create table if not exists a (b int);', 'application/sql'],
    ['PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a(b);\n', 'application/sql'],
    ['USE [practice]\nGO\nINSERT [dbo].[a] ([b]) VALUES (1)\n', 'application/sql'],
    ['-- a list\n-- another\n', undefined],
    ['Create a table for two.\nInsert coins.\n', undefined],
    ['Insert into the slot\n', undefined],
  ])('%j is %s', async (content, mediaType) => {
    expect((await read(sql, content)).mediaType).toBe(mediaType)
  })

  it('say that binary columns were not examined', async () => {
    const embedded = `${dump}INSERT INTO f VALUES ('${'QUJD'.repeat(400)}');`
    expect((await read(sql, embedded)).gaps).toEqual(['unsupported_type'])
    expect((await read(sql, dump)).gaps).toEqual([])
  })

  it.each<[string, string, Record<string, (readonly Cell[])[]>]>([
    [
      'of MySQL',
      "/*!40101 SET x */;\nCREATE TABLE `p` (\n  `id` int(11) NOT NULL,\n  `note` varchar(9) DEFAULT 'a,b' COMMENT 'x',\n  PRIMARY KEY (`id`),\n  KEY `n` (`note`)\n) ENGINE=InnoDB;\nINSERT INTO `p` VALUES (1,'it\\'s; \\\\'),(2,NULL),\n(3,_binary 'a\\nb');\n",
      {
        p: [
          ['id', 'note'],
          ['1', "it's; \\"],
          ['2', null],
          ['3', 'a\nb'],
        ],
      },
    ],
    [
      'of PostgreSQL',
      'CREATE TABLE public.p (\n    id integer,\n    note text\n);\nCOPY public.p (note, id) FROM stdin;\na\\tb\t1\n\\N\t2\n\\.\n\nSELECT 1;\n',
      {
        p: [
          ['id', 'note'],
          ['1', 'a\tb'],
          ['2', null],
        ],
      },
    ],
    [
      'of SQLite',
      "PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE p(id INTEGER PRIMARY KEY, note TEXT CHECK(note <> ','));\nINSERT INTO p VALUES(1,'it''s; ok');\nINSERT INTO \"p\"(note) VALUES('\\');\nCOMMIT;\n",
      {
        p: [
          ['id', 'note'],
          ['1', "it's; ok"],
          [null, '\\'],
        ],
      },
    ],
    [
      'of SQL Server',
      "USE [x]\nGO\nCREATE TABLE [dbo].[p]([id] [int] IDENTITY(1,1) NOT NULL,[when] [datetime] NULL,\n CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([id] ASC)) ON [PRIMARY]\nGO\nINSERT [dbo].[p] ([id], [when]) VALUES (1, CAST(N'2019-01-02T00:00:00.000' AS DateTime))\nINSERT [dbo].[p] ([id], [when]) VALUES (2, NULL)\nGO\n",
      {
        p: [
          ['id', 'when'],
          ['1', '2019-01-02T00:00:00.000'],
          ['2', null],
        ],
      },
    ],
    [
      'whose tables take turns',
      '-- x\nINSERT INTO a VALUES (1);\nINSERT INTO s.b (c) VALUES (2);\n/*** a ***/\nINSERT INTO a VALUES (3) ON CONFLICT DO NOTHING;\n',
      { a: [['column 1'], ['1'], ['3']], 's.b': [['c'], ['2']] },
    ],
    ['with bytes', "-- x\nINSERT INTO a (b) VALUES (0x00FF01),(X'414243');\n", { a: [['b'], ['<3 bytes>'], ['ABC']] }],
  ])('%s are read by rows', async (_name, content, tables) => {
    const found = await read(sql, content)
    expect(found.gaps).toEqual([])
    expect(tablesOf(found)).toEqual(tables)
  })

  it('give everything that is no row as text', async () => {
    const { text } = await read(sql, `${dump}-- made by Jim Doe\nCREATE VIEW v AS SELECT 1;\n`)
    expect(text.text).toContain('-- made by Jim Doe')
    expect(text.text).toContain('CREATE VIEW')
    expect(text.text).not.toContain('Jane')
  })

  it('say that they end within a row', async () => {
    expect((await read(sql, `${dump}INSERT INTO patient VALUES (2, 'Ja`)).gaps).toEqual(['truncated'])
    expect((await read(sql, 'COPY p (a) FROM stdin;\n1\n2')).gaps).toEqual(['truncated'])
  })

  it('give the same however they come in pieces', () => {
    const text = `${dump}INSERT INTO "a b" (x, y) VALUES (1, 'it''s'), (2, f('a', 2)) ;\nCOPY q FROM stdin;\n1\t2\n\\.\n-- end\nINSERT INTO z VALUES (-1.5e3);`
    const inPieces = (step: number) => {
      const rows: unknown[] = []
      const handler = {
        row: (...row: unknown[]) => rows.push(row),
        created: (...made: unknown[]) => rows.push(made),
        text: () => {},
      }
      const reader = createSqlReader(handler, { hasBackslashes: false }, 1_000)
      for (let at = 0; at < text.length; at += step) reader.write(text.slice(at, at + step))
      reader.end()
      expect(reader.faults).toEqual({ truncated: false, cut: false })
      return rows
    }
    const whole = inPieces(text.length)
    expect(whole).toHaveLength(6)
    for (const step of [1, 2, 3, 7, 20]) expect(inPieces(step)).toEqual(whole)
  })
})
