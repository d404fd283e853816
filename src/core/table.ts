/** One value of a table as text; null where there is none. */
export type Cell = string | null

/** What the values of a column are written as. */
export const columnTypes = ['empty', 'boolean', 'integer', 'decimal', 'date', 'text'] as const
export type ColumnType = (typeof columnTypes)[number]

/** A value that a store may digest, so that records are linked and people counted across tables. Held in clear. */
export interface ColumnValue {
  readonly entityType: string
  readonly value: string
  readonly canonical: string
}

/** What one column holds. */
export interface ColumnProfile {
  /** As it stands in the item, or 'column 3' where the item names none. */
  readonly name: string
  /** Whether the name itself holds personal data, so that it is masked. */
  readonly isNamePersonal: boolean
  readonly type: ColumnType
  /** What most of its values are, where that is personal data. */
  readonly entityType: string | null
  /** Share of the filled cells of that entity type, 0…1; 0 where there is none. */
  readonly share: number
  /** Cells that are not empty, exactly. */
  readonly filled: number
  /** Different values among them: exact up to some hundreds, then estimated to within 2 %. */
  readonly distinct: number
  /** The first different values in clear; a store masks them. */
  readonly examples: readonly string[]
  /** The first different values of its findings, at most `limits.columnValues`. */
  readonly values: readonly ColumnValue[]
}

/** What a table holds, in counts. */
export interface TableProfile {
  /** Rows, exactly; without a line of column names. */
  readonly rows: number
  /** Rows with at least one value by which somebody is known. */
  readonly personRows: number
  readonly columns: readonly ColumnProfile[]
}
