import type { Database, Statement } from 'better-sqlite3'
import { columns, type Rows, type Table, type Value } from './rows.ts'

/** Rows in one statement; a call costs about as much as four rows. The last takes what is left over. */
const sizes = [16, 4, 1] as const

/** Writes rows into their tables; runs inside the caller's transaction. */
export type Inserter = (rows: Rows) => void

/**
 * Prepares the statements. A row that is there already rolls the whole transaction back (`OR ROLLBACK`): SQLite then
 * needs no journal for each statement, which is a fifth of the cost of loading.
 */
export function makeInserter(db: Database): Inserter {
  const tables = (Object.keys(columns) as Table[]).map((table) => [table, makeTableInserter(db, table)] as const)
  return (rows) => {
    for (const [table, insert] of tables) insert(rows[table])
  }
}

function makeTableInserter(db: Database, table: Table): (values: readonly Value[]) => void {
  const width = columns[table].length
  const row = `(${columns[table].map(() => '?').join(', ')})`
  const statements = new Map<number, Statement<Value[]>>()

  function statementFor(size: number): Statement<Value[]> {
    const known = statements.get(size)
    if (known) return known
    const all = Array.from({ length: size }, () => row).join(', ')
    const made = db.prepare<Value[]>(`INSERT OR ROLLBACK INTO ${table} (${columns[table].join(', ')}) VALUES ${all}`)
    statements.set(size, made)
    return made
  }

  return (values) => {
    let at = 0
    for (const size of sizes) {
      const step = size * width
      for (; at + step <= values.length; at += step) {
        statementFor(size).run(...values.slice(at, at + step))
      }
    }
  }
}
