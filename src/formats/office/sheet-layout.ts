import { headerRows, isHeader, isNameOfColumn } from '../tables/header.ts'

/** One row of a sheet that is not empty: its filled cells from left to right, columns from 1. */
export type SheetRow = readonly (readonly [column: number, text: string])[]

/** How the data of a sheet lies that is a table. */
export interface SheetLayout {
  /** Rows above the table: its title. */
  readonly titleRows: number
  /** First and last column of the table, from 1. */
  readonly from: number
  readonly to: number
  /** Names of the columns where the sheet has them; they stand in the row below the title. */
  readonly names: readonly string[] | undefined
}

/** Rows above the names of the columns that may hold a title: one cell each. */
const titleRowsAtMost = 3
/** A sheet with a title and fewer rows than this may be a form, an invoice or a list to be read by people. */
const leastRowsUnderTitle = 20
/** Rows of a table whose columns nobody named. */
const leastUnnamedRows = 8
/** Rows from which names are believed that only their place shows. */
const leastRowsBelowNames = 5
const leastRegular = 0.9
const columnsAtMost = 4_096
/** Columns from which rows may be mostly empty. */
const manyColumns = 8

/**
 * How the sheet lies that begins with these rows, if it is a table: each row below the names one thing, each column one
 * property of it. Undefined for what is laid out for the eye, as invoices, forms and calendars are.
 */
export function layoutOf(rows: readonly SheetRow[]): SheetLayout | undefined {
  const titleRows = titleOf(rows)
  if (titleRows > 0 && rows.length - titleRows < leastRowsUnderTitle) return undefined
  const [first, ...below] = rows.slice(titleRows)
  if (!first || below.length === 0) return undefined
  const from = Math.min(...rows.slice(titleRows).map((row) => row[0]?.[0] ?? columnsAtMost))
  const width = Math.max(...rows.slice(titleRows).map((row) => row.at(-1)?.[0] ?? 0)) - from + 1
  if (width > columnsAtMost) return undefined
  const cells = below.map((row) => spread(row, from, width))
  const names = spread(first, from, width)
  if (namesColumns(names, cells)) return { titleRows, from, to: from + width - 1, names: named(names) }
  return isPlainData([names, ...cells]) ? { titleRows, from, to: from + width - 1, names: undefined } : undefined
}

function titleOf(rows: readonly SheetRow[]): number {
  const at = rows.findIndex((row) => row.length > 1)
  return at >= 0 && at <= titleRowsAtMost ? at : 0
}

/** A row's cells in their columns, '' where there is none. */
export function spread(row: SheetRow, from: number, width: number): string[] {
  const cells: string[] = new Array(width).fill('')
  for (const [column, text] of row) if (column >= from && column < from + width) cells[column - from] = text
  return cells
}

function named(names: readonly string[]): readonly string[] {
  return names.map((name, at) => (name === '' ? `column ${at + 1}` : name))
}

function namesColumns(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (names.length === 1 && !isList(rows)) return false
  if (names.length === 2 && isForm(rows)) return false
  if (names.length === 2 && rows.length < 2) return false
  if (!isRegular(rows, names.length) || !areAlike(rows)) return false
  return isHeader(names, rows.slice(0, headerRows)) || isHeadedByPlace(names, rows)
}

/** Values one below the other, and none of them a line of text. */
function isList(rows: readonly (readonly string[])[]): boolean {
  return rows.every(([cell = '']) => cell.length < 100 && (cell.includes('@') || shapeOf(cell) !== 'text'))
}

/** Labels on the left, one value beside each. */
function isForm(rows: readonly (readonly string[])[]): boolean {
  const labels = rows.map(([label]) => label ?? '').filter(Boolean)
  const known = labels.filter((label) => /[:：]\s*$/.test(label) || isNameOfColumn(label))
  return known.length >= 0.3 * labels.length
}

/** Names whose words nobody knows, above rows that are full: each is short, and no value below it. */
function isHeadedByPlace(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (rows.length < leastRowsBelowNames || names.length < 3) return false
  if (!names.every((name) => /^\p{L}[^\d@:]{0,39}$/u.test(name)) || new Set(names).size < names.length) return false
  const full = rows.filter((row) => row.every((cell) => cell !== ''))
  return full.length >= leastRegular * rows.length && names.every((name, at) => rows.every((row) => row[at] !== name))
}

/** Whether nearly every row has enough cells to be one of many like it. */
function isRegular(rows: readonly (readonly string[])[], columns: number): boolean {
  const least = columns >= manyColumns ? columns / 4 : Math.floor(columns / 2) + 1
  const regular = rows.filter((row) => row.filter((cell) => cell !== '').length >= least)
  return regular.length >= leastRegular * rows.length
}

type CellShape = 'number' | 'date' | 'text'

/** Whether most columns hold values of one shape each. */
function areAlike(rows: readonly (readonly string[])[]): boolean {
  const columns = rows[0]?.length ?? 0
  let [alike, filled] = [0, 0]
  for (let at = 0; at < columns; at++) {
    const shapes = rows
      .map((row) => row[at] ?? '')
      .filter(Boolean)
      .map(shapeOf)
    if (shapes.length === 0) continue
    filled += 1
    if (mostOf(shapes) >= 0.8) alike += 1
  }
  return filled > 0 && alike >= 0.6 * filled
}

function mostOf(shapes: readonly CellShape[]): number {
  const counts = { number: 0, date: 0, text: 0 }
  for (const shape of shapes) counts[shape] += 1
  return Math.max(...Object.values(counts)) / shapes.length
}

function shapeOf(cell: string): CellShape {
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell)) return 'date'
  return /^[+-]?[\d.,' €$£%]{1,30}$/.test(cell) ? 'number' : 'text'
}

/** Rows without names: many, all full, and not of text alone, which may be a page of prose in cells. */
function isPlainData(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < leastUnnamedRows || (rows[0]?.length ?? 0) < 3 || !areAlike(rows)) return false
  const full = rows.filter((row) => row.every((cell) => cell !== ''))
  if (full.length < leastRegular * rows.length) return false
  return rows.some((row) => row.some((cell) => shapeOf(cell) !== 'text' || cell.includes('@')))
}
