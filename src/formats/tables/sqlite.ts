import type { Extract, Format, ReadContext } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { Cell } from '../../core/table.ts'
import { binaryCell } from './binary-cell.ts'
import { createRowWriter } from './rows.ts'
import { type CreatedTable, createdTable } from './sql-names.ts'
import { openPages, type Pages, rowsOfTree, type TreeFaults } from './sqlite-pages.ts'
import { cellsOf } from './sqlite-record.ts'

/**
 * SQLite databases (https://www.sqlite.org/fileformat2.html), read page by page by a reader of our own: no engine runs
 * on hostile bytes, files of any size are read in bounded memory, and broken pages cost only themselves.
 */
export const sqlite: Format = Object.freeze({
  id: 'sqlite',
  title: 'SQLite database',
  medium: 'table',
  mediaTypes: Object.freeze({ 'application/vnd.sqlite3': ['sqlite', 'sqlite3', 'db', 'db3', 's3db', 'sl3'] }),
  recognizes: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 16)).toString('latin1') === 'SQLite format 3\0'
      ? 'application/vnd.sqlite3'
      : undefined,
  read: readSqlite,
} satisfies Format)

/** A table as the file's own list of its parts has it. */
interface ListedTable {
  readonly root: number
  readonly table: CreatedTable
}

async function* readSqlite(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const pages = await openPages(reader)
  const faults: TreeFaults = { malformed: false, cut: false }
  // A row may hold pictures: what is not read of it is told.
  const longest = 4 * limits.cellCharacters
  for (const { root, table } of await listTables(pages, longest, faults, limits.children)) {
    const writer = createRowWriter(table.name)
    const order = storedOrder(table)
    yield { what: 'rows', table: table.name, columns: table.columns, rows: [] }
    for await (const { rowNumber, payload } of rowsOfTree(pages, root, longest, faults)) {
      const cells = cellsOf(payload, pages.charset, limits.cellCharacters, binaryCell)
      writer.add(rowOf(cells, rowNumber, table, order), table.columns)
      yield* writer.take(false)
    }
    yield* writer.take(true)
  }
  if (faults.malformed) yield { what: 'gap', cause: 'malformed', message: 'pages of it are damaged or missing' }
  if (faults.cut) yield { what: 'gap', cause: 'too_large', message: 'a row was too long and was cut' }
}

async function listTables(
  pages: Pages,
  longest: number,
  faults: TreeFaults,
  atMost: number,
): Promise<readonly ListedTable[]> {
  const listed: ListedTable[] = []
  for await (const { payload } of rowsOfTree(pages, 1, longest, faults)) {
    const [type, , , root, statement] = cellsOf(payload, pages.charset, longest, () => null)
    if (type !== 'table' || Number(root) < 1 || listed.length > atMost) continue
    const table = createdTable(statement ?? '')
    // A virtual table has no rows of its own; those it is made of are listed too.
    if (table) listed.push({ root: Number(root), table })
    else faults.malformed ||= !/^\s*create\s+virtual/i.test(statement ?? '')
  }
  return listed
}

/** Without row numbers the columns of the primary key are stored first. */
function storedOrder({ columns, primaryKey, withoutRowNumber }: CreatedTable): readonly number[] | undefined {
  if (!withoutRowNumber) return undefined
  const at = (name: string) => columns.findIndex((column) => column.toLowerCase() === name.toLowerCase())
  const first = [...new Set(primaryKey.map(at).filter((index) => index >= 0))]
  return [...first, ...columns.keys().filter((index) => !first.includes(index))]
}

function rowOf(
  cells: readonly Cell[],
  rowNumber: number | bigint | null,
  { columns, rowNumber: column }: CreatedTable,
  order: readonly number[] | undefined,
): readonly Cell[] {
  const row = columns.map((_name, at) => cells[order ? order.indexOf(at) : at] ?? null)
  if (column !== undefined && rowNumber !== null) row[column] = String(rowNumber)
  return row
}
