import type { Database } from 'better-sqlite3'
import type { ItemRef } from '../../core/item.ts'
import type { CoverageCause } from '../../core/problem.ts'
import type { ScanStart } from '../store.ts'
import type { Vault } from '../values/vault.ts'
import type { IdSet } from './id-set.ts'
import { uriKey } from './rows.ts'

/** Causes that may be gone when the same bytes are tried again, on a better day or with more passwords. */
const retried: readonly CoverageCause[] = [
  'time_limit',
  'memory_limit',
  'crashed',
  'unreadable',
  'changed_while_reading',
  'encrypted',
]

type Known = [id: number, lastId: number, sizeBytes: number, modifiedAt: string | null, coverage: string]

/** Tells which entries an earlier run has not done; those that it has are marked as seen. */
export function makePending(
  db: Database,
  vault: Vault,
  redo: ScanStart['redo'],
  seen: IdSet,
): (items: readonly ItemRef[]) => readonly ItemRef[] {
  const find = db
    .prepare<[string], Known>(
      'SELECT id, last_id, size_bytes, modified_at, coverage FROM record WHERE uri = ? AND parent_id IS NULL',
    )
    .raw()
  const hasFailed = db
    .prepare<[number, number]>(
      `SELECT 1 FROM record WHERE id BETWEEN ? AND ? AND coverage_cause IN (${retried.map((c) => `'${c}'`).join(', ')})`,
    )
    .pluck()

  function isDone(item: ItemRef): boolean {
    const known = find.get(uriKey(vault, item.uri))
    if (!known) return false
    const [id, lastId, sizeBytes, modifiedAt, coverage] = known
    if (sizeBytes !== item.size || modifiedAt !== item.modifiedAt) return false
    // What can't be listed any more is not what was read then.
    if (item.problem && coverage === 'full') return false
    if (redo === 'failed' && (coverage === 'none' || hasFailed.get(id, lastId) !== undefined)) return false
    seen.add(id)
    return true
  }

  return (items) => items.filter((item) => !isDone(item))
}
