import { createRowWriter, type RowWriter } from '../tables/rows.ts'
import { layoutOf, type SheetLayout, type SheetRow, spread } from './sheet-layout.ts'
import type { Sink } from './sink.ts'
import type { TextFlow } from './text-flow.ts'

/** Takes the rows of one sheet, from the first to the last: a table as rows, anything else as lines of text. */
export interface SheetRows {
  /** @param row its filled cells; a row without any is left out */
  add(row: SheetRow): void
  /** Decides by what has come so far, so that what is told next stands behind it. */
  settle(): void
  /** What is left. Nothing may follow. */
  finish(): void
}

/** Rows, and characters of them, from which it is told whether a sheet is a table. */
const [rowsSeen, charactersSeen] = [100, 2 ** 20]
/** Columns that later rows may have more than the first. */
const furtherColumns = 64
/** Empty cells in a row that are written as tabs; a longer stretch is shortened to this. */
const emptyCells = 64

/**
 * @param name the sheet's own name, which a table in it gets
 * @param flow where rows go that are no table's
 */
export function sheetRows(name: string, flow: TextFlow, sink: Sink): SheetRows {
  let waiting: SheetRow[] | undefined = []
  let characters = 0
  let table: SheetTable | undefined

  const decide = () => {
    const rows = waiting ?? []
    waiting = undefined
    const layout = layoutOf(rows)
    if (layout) table = sheetTable(name, layout, flow, sink)
    rows.forEach((row, at) => {
      if (!layout || at < layout.titleRows) flow.line(lineOf(row))
      else if (!layout.names || at > layout.titleRows) table?.add(row)
    })
  }
  return {
    add(row) {
      if (row.length === 0) return
      if (waiting) {
        waiting.push(row)
        for (const [, text] of row) characters += text.length
        if (waiting.length >= rowsSeen || characters > charactersSeen) decide()
      } else if (table) table.add(row)
      else flow.line(lineOf(row))
    },
    settle() {
      if (waiting && waiting.length > 0) decide()
    },
    finish() {
      if (waiting) decide()
      table?.finish()
    },
  }
}

interface SheetTable {
  add(row: SheetRow): void
  finish(): void
}

function sheetTable(name: string, { from, to, names }: SheetLayout, flow: TextFlow, sink: Sink): SheetTable {
  const writer = createRowWriter(sink.tableName(name))
  const atMost = to - from + 1 + furtherColumns
  let columns: readonly string[] = names ?? Array.from({ length: to - from + 1 }, (_one, at) => numbered(at))
  const widen = (width: number) => {
    while (columns.length < width) columns = [...columns, numbered(columns.length)]
  }
  return {
    add(row) {
      const first = row[0]?.[0] ?? from
      const last = row.at(-1)?.[0] ?? from
      if (last >= from) widen(Math.min(atMost, last - from + 1))
      // What lies beside the table is read all the same.
      if (first < from || last >= from + atMost)
        flow.line(lineOf(row.filter(([at]) => at < from || at >= from + atMost)))
      const cells = spread(row, from, columns.length).map((cell) => (cell === '' ? null : cut(cell, sink)))
      if (cells.some((cell) => cell !== null)) writer.add(cells, columns, names !== undefined)
      tell(writer, false, sink)
    },
    finish: () => tell(writer, true, sink),
  }
}

function tell(writer: RowWriter, isLast: boolean, sink: Sink): void {
  for (const part of writer.take(isLast)) {
    if (part.what === 'rows') sink.rows(part)
    else sink.gap(part.cause, part.message)
  }
}

/** A cell that no program would write so long. */
function cut(cell: string, { limits, gap }: Sink): string {
  if (cell.length <= limits.cellCharacters) return cell
  gap('too_large', 'a cell was too long and was cut')
  return cell.slice(0, limits.cellCharacters).toWellFormed()
}

function numbered(at: number): string {
  return `column ${at + 1}`
}

/** A row's cells in their columns, separated by tabs. */
export function lineOf(row: SheetRow): string {
  let line = ''
  let last = 1
  for (const [column, text] of row) {
    line += `${'\t'.repeat(Math.max(0, Math.min(column - last, emptyCells)))}${text}`
    last = column
  }
  return line
}
