import { ByteWriter, parquetWriteRows } from 'hyparquet-writer'
import type { StoredRecord } from '../core/result.ts'
import { flatColumns, flatRow } from './flat-row.ts'

/** Rows that are held at a time. */
const rowGroup = 10_000

/** Writes records as Apache Parquet, a row group at a time. */
export function writeParquet(records: Iterable<StoredRecord>, write: (piece: Uint8Array) => void): void {
  const writer = new PieceWriter(write)
  const columns = Object.entries(flatColumns).map(([name, type]) => ({ name, type, nullable: true }))
  parquetWriteRows({ writer, rows: rowsOf(records), columns, rowGroupSize: rowGroup })
  writer.flush()
}

/** Gives away what was written after each row group, so that only one is held. */
class PieceWriter extends ByteWriter {
  readonly #write: (piece: Uint8Array) => void
  constructor(write: (piece: Uint8Array) => void) {
    super()
    this.#write = write
  }
  flush(): void {
    if (this.index > 0) this.#write(this.getBytes())
    this.index = 0
  }
}

function* rowsOf(
  records: Iterable<StoredRecord>,
): Generator<Record<string, string | number | bigint | boolean | null>> {
  for (const record of records) {
    const row = flatRow(record)
    yield { ...row, size_bytes: BigInt(row.size_bytes) }
  }
}
