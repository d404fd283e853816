import type { Extract, Format, Gap, ReadContext, TableRows } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import { textPieces } from '../text-stream.ts'
import { createDelimitedRecords, type DelimitedRecords } from './delimited-records.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { headerRows, isHeader } from './header.ts'
import { createRowWriter } from './rows.ts'

/** Tables as delimited text (RFC 4180 and its relatives), read row by row. */
export const delimited: Format = Object.freeze({
  id: 'delimited',
  title: 'Delimited tables (CSV, TSV)',
  medium: 'table',
  mediaTypes: Object.freeze({ 'text/csv': ['csv'], 'text/tab-separated-values': ['tsv', 'tab'] }),
  recognizes(head) {
    const known = head.text()
    const dialect = known && dialectOf(known.text)
    if (dialect === undefined) return undefined
    return dialect.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
  },
  read: readDelimited,
} satisfies Format)

const unannounced: Dialect = Object.freeze({ delimiter: ',', quote: '"', start: 0 })

async function* readDelimited(reader: Reader, context: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const beginning = context.head.text()?.text ?? ''
  const dialect = dialectOf(beginning) ?? unannounced
  const records = createDelimitedRecords(dialect, context.limits.cellCharacters)
  const hasLineFeeds = beginning.includes('\n')
  const table = createTable()
  for await (const piece of textPieces(reader, context)) {
    if (typeof piece !== 'string') {
      yield piece
      continue
    }
    // Texts of old Macintosh programs end their lines with carriage returns only.
    records.write(hasLineFeeds ? piece : piece.replaceAll('\r', '\n'))
    yield* table.add(records.take(), false)
  }
  records.end()
  yield* table.add(records.take(), true)
  yield* faultsOf(records)
}

function* faultsOf({ faults }: DelimitedRecords): Generator<Gap> {
  if (faults.unclosed) yield { what: 'gap', cause: 'malformed', message: 'a quoted cell was not closed' }
  if (faults.cut) yield { what: 'gap', cause: 'too_large', message: 'a cell was too long and was cut' }
}

/** Columns that later rows may have more than the first. */
const furtherColumns = 64

/** Turns records into rows: the first ones decide whether the columns have names. */
function createTable() {
  const writer = createRowWriter()
  let first: string[][] | undefined = []
  let columns: string[] = []
  let isNamed = false
  let widest = 0

  function* addRows(records: readonly string[][]): Generator<TableRows | Gap> {
    for (const row of records) {
      while (columns.length < row.length && columns.length < widest) columns = [...columns, numbered(columns.length)]
      writer.add(row, columns, isNamed)
      yield* writer.take(false)
    }
  }

  function* begin(records: readonly string[][]): Generator<TableRows | Gap> {
    const [names, ...rows] = records
    first = undefined
    if (!names) return
    isNamed = isHeader(names, rows.slice(0, headerRows))
    columns = isNamed ? names : names.map((_name, at) => numbered(at))
    widest = columns.length + furtherColumns
    // A table of names alone is a table all the same.
    if (isNamed && rows.length === 0) yield { what: 'rows', columns, rows: [], isNamed }
    yield* addRows(isNamed ? rows : records)
  }

  return {
    *add(records: readonly string[][], isLast: boolean): Generator<TableRows | Gap> {
      if (first) {
        first = [...first, ...records]
        if (first.length > headerRows || isLast) yield* begin(first)
      } else yield* addRows(records)
      if (isLast) yield* writer.take(true)
    },
  }
}

function numbered(at: number): string {
  return `column ${at + 1}`
}
