import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { makeExplain } from '../../../src/stores/sqlite/explanations.ts'
import { makeInserter } from '../../../src/stores/sqlite/inserter.ts'
import { makeMemo } from '../../../src/stores/sqlite/memo.ts'
import { addTree, noRows, uriKey } from '../../../src/stores/sqlite/rows.ts'
import { migrate } from '../../../src/stores/sqlite/schema.ts'
import { inUriOrder, type WalkRow, walkColumns } from '../../../src/stores/sqlite/walk.ts'
import { newVault } from '../../../src/stores/values/vault.ts'
import { item, seeded } from '../made-up.ts'

const next = seeded(3)
const signs = ['a', 'é', '\uFF5E', '\u{1F600}']
const names = Array.from({ length: 200 }, (_, n) => `${Math.floor(next() * 9)}/${signs[n % 4]}${n}`)
const inOrder = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))

function sealedStore() {
  const db = new Database(':memory:')
  migrate(db)
  db.exec(
    "INSERT INTO scan (id, tool_version, source, options, started_at, finished_at, status, digest) VALUES (1, '', '', '{}', '', NULL, 'running', NULL)",
  )
  const { vault } = newVault('sealed', { key: Buffer.alloc(32, 1), passphrase: Buffer.from('a passphrase') })
  const rows = noRows()
  const maker = { vault, memo: makeMemo(vault), explain: makeExplain(), scanId: 1 }
  for (const [n, name] of names.entries()) addTree(item(name), n + 1, maker, rows)
  makeInserter(db)(rows)
  return { db, vault }
}

const { db, vault } = sealedStore()
const everything = { select: `SELECT ${walkColumns} FROM record r`, where: 'TRUE' }

it.each([
  [1, 1],
  [7, 10],
  [10, 7],
  [1_000, 99],
  [50, 100_000],
])('sealed uris come in order: pieces of %i, %i sorted at once', (size, sorted) => {
  const walked = [...inUriOrder<WalkRow>(db, vault, everything, size, sorted)]
  expect(walked.flat().map(({ uri }) => uri)).toEqual(inOrder)
  expect(Math.max(...walked.map(({ length }) => length))).toBeLessThanOrEqual(size)
})

it('uris that stay sealed come each once, and not', () => {
  const closed = { ...vault, isOpen: false }
  const walked = [...inUriOrder<WalkRow>(db, closed, everything, 7)].flat()
  expect(walked.map(({ uri }) => uri)).toEqual(names.map(() => null))
  expect(walked.map(({ row }) => row.key)).toEqual(names.map((name) => uriKey(vault, name)).sort())
})
