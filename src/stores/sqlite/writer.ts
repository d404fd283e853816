import type { Database } from 'better-sqlite3'
import type { ItemOutcomes, Outcome } from '../../core/outcome.ts'
import type { InsideOutcomes } from '../../core/overflow.ts'
import type { Vault } from '../values/vault.ts'
import { isUniqueViolation } from './errors.ts'
import { makeExplain } from './explanations.ts'
import { makeInserter } from './inserter.ts'
import { makeMemo } from './memo.ts'
import { addTree, noRows, type RowMaker, type Rows, treeRows, uriKey } from './rows.ts'
import { ensureRecordIndexes } from './schema.ts'

/** Where a tree's records are: their ids follow each other. */
interface Extent {
  readonly id: number
  readonly last_id: number
  readonly parent_id: number | null
}

/** Writes batches; holds the next free id and prepared statements. */
export interface Writer {
  /**
   * @param mayReplace whether some of the entries may be there already; finding out costs a look-up for each
   * @returns the ids of the entries
   */
  write(batch: readonly ItemOutcomes[], scanId: number, mayReplace: boolean): readonly number[]
  /**
   * Writes an entry piece by piece in one transaction, which is open between the pieces: no other call may come before
   * it settles.
   * @returns the entry's id
   */
  writeLarge(entry: Outcome, inside: InsideOutcomes, scanId: number): Promise<number>
}

/** The writer of one connection. */
export function makeWriter(db: Database, vault: Vault): Writer {
  const insert = makeInserter(db)
  const memo = makeMemo(vault)
  const explain = makeExplain()
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const find = db.prepare<[string], Extent>('SELECT id, last_id, parent_id FROM record WHERE uri = ?')
  const remove = db.prepare<[number, number]>('DELETE FROM record WHERE id BETWEEN ? AND ?')
  let hasIndexes = false
  let nextId = Number(db.prepare('SELECT coalesce(max(id), 0) + 1 FROM record').pluck().get())

  function inTransaction(work: () => void): void {
    begin.run()
    try {
      work()
      commit.run()
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK')
      throw error
    }
  }

  function removeKnown(batch: readonly ItemOutcomes[]): void {
    for (const [entry] of batch) {
      const known = find.get(uriKey(vault, entry.uri))
      if (!known) continue
      // Without them each deletion would look through every row there is.
      if (!hasIndexes) ensureRecordIndexes(db)
      hasIndexes = true
      if (known.parent_id !== null) throw new Error('an entry has the uri of something inside another')
      remove.run(known.id, known.last_id)
    }
  }

  return {
    write(batch, scanId, mayReplace) {
      const trees = mayReplace ? lastOfEach(batch) : batch
      const { rows, ids, next } = rowsOf(trees, nextId, { vault, memo, explain, scanId })
      if (mayReplace) {
        inTransaction(() => {
          removeKnown(trees)
          insert(rows)
        })
      } else {
        try {
          inTransaction(() => insert(rows))
        } catch (error) {
          if (!isUniqueViolation(error)) throw error
          return this.write(batch, scanId, true)
        }
      }
      nextId = next
      return ids
    },
    async writeLarge(entry, inside, scanId) {
      const id = nextId
      const tree = treeRows(id, 1 + inside.count, { vault, memo, explain, scanId })
      begin.run()
      try {
        removeKnown([[entry]])
        insert(tree.add([entry]))
        for await (const outcomes of inside.read()) insert(tree.add(outcomes))
        tree.end()
        commit.run()
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
      nextId = id + 1 + inside.count
      return id
    },
  }
}

function rowsOf(
  trees: readonly ItemOutcomes[],
  firstId: number,
  maker: RowMaker,
): { readonly rows: Rows; readonly ids: readonly number[]; readonly next: number } {
  const rows = noRows()
  const ids: number[] = []
  let id = firstId
  for (const tree of trees) {
    ids.push(id)
    addTree(tree, id, maker, rows)
    id += tree.length
  }
  return { rows, ids, next: id }
}

/** Of an entry that comes twice, the later one holds. */
function lastOfEach(batch: readonly ItemOutcomes[]): readonly ItemOutcomes[] {
  const byUri = new Map(batch.map((tree) => [tree[0].uri, tree]))
  return byUri.size === batch.length ? batch : [...byUri.values()]
}
