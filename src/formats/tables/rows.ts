import type { Gap, TableRows } from '../../core/content.ts'
import type { Cell } from '../../core/table.ts'
import { embeddedGap, looksEmbedded } from '../embedded.ts'

/** Rows that are handed on at once. */
const rowsAtOnce = 2_000
/** Characters of rows that are handed on at once. */
const charactersAtOnce = 2 ** 20
/** Characters from which a cell is looked at for what is embedded in it. */
const longCell = 1_000

/** Collects the rows of one table into batches. */
export interface RowWriter {
  /** @param isNamed false where the columns are only numbered */
  add(row: readonly Cell[], columns: readonly string[], isNamed?: boolean): void
  /** Batches that are full; with `isLast` also what is left, even where it is nothing. */
  take(isLast: boolean): Generator<TableRows | Gap>
  /** What waits, if anything does. */
  takeAny(): Generator<TableRows | Gap>
}

/** @param table the table's own name, where the item has several */
export function createRowWriter(table?: string): RowWriter {
  let rows: (readonly Cell[])[] = []
  let characters = 0
  let known: readonly string[] = []
  let named = true
  let hasEmbedded: 'no' | 'yes' | 'told' = 'no'

  function* give(): Generator<TableRows | Gap> {
    if (hasEmbedded === 'yes') yield embeddedGap
    if (hasEmbedded === 'yes') hasEmbedded = 'told'
    const batch: TableRows = { what: 'rows', columns: known, rows, isNamed: named }
    yield table === undefined ? batch : { ...batch, table }
    rows = []
    characters = 0
  }

  return {
    add(row, columns, isNamed = true) {
      for (const cell of row) {
        // A cell costs something beside its characters, so that wide rows of little text are bounded too.
        characters += 1
        if (cell === null) continue
        characters += cell.length
        if (cell.length >= longCell && hasEmbedded === 'no' && looksEmbedded(cell)) hasEmbedded = 'yes'
      }
      rows.push(row)
      known = columns
      named = isNamed
    },
    *take(isLast) {
      if (!isLast && rows.length < rowsAtOnce && characters < charactersAtOnce) return
      yield* give()
    },
    *takeAny() {
      if (rows.length > 0) yield* give()
    },
  }
}
