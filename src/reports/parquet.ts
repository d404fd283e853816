import type { Reporter } from '../core/result.ts'

/** One row a record as Apache Parquet, for data frames; the columns of the CSV report. */
export const parquetExport: Reporter = Object.freeze({
  id: 'parquet',
  title: 'one row a record as Apache Parquet, for data frames',
  async render(_summary, records, write) {
    // Loaded on demand: no other report has to wait for it.
    const { writeParquet } = await import('./parquet-rows.ts')
    writeParquet(records(), write)
  },
} satisfies Reporter)
