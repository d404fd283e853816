import { mask } from '../../core/mask.ts'
import type { ColumnProfile, TableProfile } from '../../core/table.ts'
import { listJson, millionths, type Owner, text } from './row-parts.ts'
import type { Rows, Value } from './rows.ts'
import { marks, rowsPerRecord } from './schema.ts'

/** Adds the rows of what a table holds: one for the table, one for each column, one for each value that may link it. */
export function addTable({ rows: count, personRows, columns }: TableProfile, owner: Owner, rows: Rows): void {
  rows.table_profile.push(owner.id, count, personRows)
  owner.told.push(`table ${count} ${personRows}`)
  for (const [n, column] of columns.entries()) addColumn(column, n, owner, rows.table_column)
  addValues(columns, owner, rows.column_value)
}

function addColumn(column: ColumnProfile, n: number, { id, vault, told }: Owner, out: Value[]): void {
  const { name, isNamePersonal, type, entityType, filled, distinct } = column
  const masked = isNamePersonal ? mask('column', name) : name
  const share = millionths(column.share)
  const examples = listJson(column.examples.map((example) => mask(entityType ?? 'cell', example)))
  told.push(`column ${text(masked)} ${type} ${entityType} ${share} ${filled} ${distinct} ${examples}`)
  const shown = vault.mode === 'clear' ? name : masked
  out.push(id * rowsPerRecord + n, id, shown, type, entityType, share, filled, distinct, examples)
}

/** Each value once, in whichever columns it stands. */
function addValues(columns: readonly ColumnProfile[], { id, memo, shapes }: Owner, out: Value[]): void {
  const seen = new Set<string>()
  for (const { values } of columns) {
    for (const { entityType, value, canonical } of values) {
      const { digest, isFullName } = memo(entityType, value, canonical)
      const key = `${entityType} ${digest}`
      if (seen.has(key)) continue
      const rowId = id * rowsPerRecord + seen.size
      out.push(rowId, id, entityType, digest, markOf(isFullName))
      shapes.columnValue(entityType, value, rowId)
      seen.add(key)
    }
  }
}

function markOf(isFullName: boolean): number {
  return marks.sure | (isFullName ? marks.fullName | marks.statedName : 0)
}
