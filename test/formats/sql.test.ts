import { describe, expect, it } from 'vitest'
import { sql } from '../../src/formats/sql.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const dump =
  "-- Dump of the practice\nSET NAMES utf8;\nCREATE TABLE patient (id int, name text);\nINSERT INTO patient VALUES (1, 'Jane Roe');\n"

formatContract(sql, [{ name: 'a dump', bytes: Buffer.from(dump), mediaType: 'application/sql' }], { streamed: true })

describe('SQL dumps', () => {
  it.each([
    ['/*!40101 SET x */;\nINSERT INTO `a` VALUES (1);\n', 'application/sql'],
    ['COPY public.patient (id, name) FROM stdin;\n1\tJane\n\\.\n', 'application/sql'],
    ['create table if not exists a (b int);', 'application/sql'],
    ['PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE a(b);\n', 'application/sql'],
    ['-- a list\n-- another\n', undefined],
    ['Create a table for two.\nInsert coins.\n', undefined],
    ['Insert into the slot\n', undefined],
  ])('%j is %s', async (content, mediaType) => {
    expect((await read(sql, content)).mediaType).toBe(mediaType)
  })

  it('say that binary columns were not examined', async () => {
    expect((await read(sql, `${dump}INSERT INTO f VALUES (0x${'89504E47'.repeat(300)});`)).gaps).toEqual([
      'unsupported_type',
    ])
    expect((await read(sql, dump)).gaps).toEqual([])
  })
})
