import type { Gap, TableRows } from '../../core/content.ts'
import type { Cell } from '../../core/table.ts'
import { createRowWriter, type RowWriter } from './rows.ts'

/** Rows that wait in all tables together. */
const waitingAtMost = 20_000
/** Characters that wait in all tables together. */
const charactersAtMost = 2 ** 22
/** Tables of one dump. */
const tablesAtMost = 20_000

/** One table whose rows come in any order of its columns, and between those of others. */
interface OpenTable {
  columns: string[]
  isNamed: boolean
  readonly writer: RowWriter
  /** Where the values of a statement's columns go; kept while statements name the same columns. */
  last: { readonly names: readonly string[] | undefined; readonly order: readonly number[]; readonly isSame: boolean }
}

/** Collects rows by table. */
export interface OpenTables {
  create(name: string, columns: readonly string[]): void
  add(name: string, columns: readonly string[] | undefined, cells: readonly Cell[]): void
  take(isLast: boolean): Generator<TableRows | Gap>
}

/** The tables of one item. */
export function createOpenTables(): OpenTables {
  const tables = new Map<string, OpenTable>()
  const fresh: string[] = []
  let [waiting, characters, full] = [0, 0, false]

  function tableOf(name: string): OpenTable | undefined {
    const known = tables.get(name)
    if (known || tables.size >= tablesAtMost) {
      full ||= !known
      return known
    }
    const made = {
      columns: [],
      isNamed: false,
      writer: createRowWriter(name),
      last: { names: undefined, order: [], isSame: true },
    }
    tables.set(name, made)
    return made
  }

  function orderOf(table: OpenTable, names: readonly string[] | undefined, width: number): readonly number[] {
    const { last } = table
    if (last.names === names && (names !== undefined || last.order.length >= width)) return last.order
    if (names && last.names?.length === names.length && names.every((name, at) => name === last.names?.[at]))
      return last.order
    const order = names ? names.map((name) => columnOf(table, name)) : numbered(table, width)
    table.last = { names, order, isSame: order.every((to, from) => to === from) }
    return order
  }

  return {
    create(name, columns) {
      const table = tableOf(name)
      if (!table || table.columns.length > 0) return
      table.columns = [...columns]
      table.isNamed = true
      fresh.push(name)
    },
    add(name, columns, cells) {
      const table = tableOf(name)
      if (!table) return
      const order = orderOf(table, columns, cells.length)
      for (const cell of cells) characters += cell?.length ?? 0
      table.writer.add(table.last.isSame ? cells : reordered(cells, order, table), table.columns, table.isNamed)
      waiting += 1
    },
    *take(isLast) {
      // A table is told before its rows, and where it has none.
      for (const name of fresh.splice(0)) {
        yield { what: 'rows', table: name, columns: tables.get(name)?.columns ?? [], rows: [] }
      }
      const isFull = waiting >= waitingAtMost || characters >= charactersAtMost
      if (!isLast && !isFull) return
      for (const { writer } of tables.values()) yield* writer.takeAny()
      waiting = 0
      characters = 0
      if (isLast && full) yield { what: 'gap', cause: 'too_many', message: `more than ${tablesAtMost} tables` }
    },
  }
}

function reordered(cells: readonly Cell[], order: readonly number[], { columns }: OpenTable): readonly Cell[] {
  const row: Cell[] = new Array(columns.length).fill(null)
  for (const [from, to] of order.entries()) row[to] = cells[from] ?? null
  return row
}

function columnOf(table: OpenTable, name: string): number {
  const lower = name.toLowerCase()
  const at = table.columns.findIndex((column) => column.toLowerCase() === lower)
  if (at >= 0) return at
  table.columns = [...table.columns, name]
  table.isNamed = true
  return table.columns.length - 1
}

function numbered(table: OpenTable, width: number): readonly number[] {
  while (table.columns.length < width) table.columns = [...table.columns, `column ${table.columns.length + 1}`]
  return Array.from({ length: width }, (_none, at) => at)
}
