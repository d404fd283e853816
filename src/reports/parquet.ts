import { ByteWriter, parquetWriteRows } from 'hyparquet-writer'
import type { Reporter, StoredRecord } from '../core/result.ts'
import { type FlatRow, flatColumns, flatRow } from './flat-row.ts'

/** Rows that are held at a time. */
const rowGroup = 50_000

/** One row a record as Apache Parquet, for data frames; the columns of the CSV report. */
export const parquetExport: Reporter = Object.freeze({
  id: 'parquet',
  title: 'one row a record as Apache Parquet, for data frames',
  render(_summary, records, write) {
    const writer = new PieceWriter(write)
    const columns = Object.entries(flatColumns).map(([name, type]) => ({ name, type, nullable: true }))
    parquetWriteRows({ writer, rows: rowsOf(records()), columns, rowGroupSize: rowGroup })
    writer.flush()
  },
} satisfies Reporter)

/** Gives away what was written after each row group, so that only one is held. */
class PieceWriter extends ByteWriter {
  readonly #write: (piece: Uint8Array) => void
  constructor(write: (piece: Uint8Array) => void) {
    super()
    this.#write = write
  }
  flush(): void {
    if (this.index > 0) this.#write(this.getBytes().slice())
    this.index = 0
  }
}

function* rowsOf(records: Iterable<StoredRecord>): Generator<Record<string, FlatRow[keyof FlatRow]>> {
  for (const record of records) yield { ...flatRow(record) }
}
