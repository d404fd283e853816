import type { Database } from 'better-sqlite3'
import type { IdSet } from './id-set.ts'
import { rowsPerRecord } from './schema.ts'

type Entry = [id: number, lastId: number, gone: number]

/** Entries looked at between two commits. */
const chunk = 5_000

/**
 * Flags the entries that a complete run did not meet, with everything inside them, as `gone`, and takes the flag from
 * those that are back. They stay as evidence, and count no more.
 */
export function markGone(db: Database, seen: IdSet): void {
  const next = db
    .prepare<[number, number], Entry>(
      'SELECT id, last_id, gone FROM record WHERE parent_id IS NULL AND id > ? ORDER BY id LIMIT ?',
    )
    .raw()
  const mark = db.prepare<[number, number, number]>('UPDATE record SET gone = ? WHERE id BETWEEN ? AND ?')
  // The last number a record's rows can have: detectors and formats never reach it.
  const flag = db.prepare<[number, number]>(
    `INSERT OR REPLACE INTO flag (id, record_id, name)
     SELECT id * ${rowsPerRecord} + ${rowsPerRecord - 1}, id, 'gone' FROM record WHERE id BETWEEN ? AND ?`,
  )
  const unflag = db.prepare<[number, number]>(
    `DELETE FROM flag WHERE id IN (SELECT id * ${rowsPerRecord} + ${rowsPerRecord - 1} FROM record WHERE id BETWEEN ? AND ?)`,
  )
  const settle = db.transaction((entries: readonly Entry[]) => {
    for (const [id, lastId, gone] of entries) {
      const isGone = seen.has(id) ? 0 : 1
      if (isGone === gone) continue
      mark.run(isGone, id, lastId)
      if (isGone) flag.run(id, lastId)
      else unflag.run(id, lastId)
    }
  })
  let last = 0
  for (let entries = next.all(last, chunk); entries.length > 0; entries = next.all(last, chunk)) {
    settle.immediate(entries)
    last = entries.at(-1)?.[0] ?? last
  }
}
