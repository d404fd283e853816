import { csvCell } from '../core/escape.ts'
import type { Reporter } from '../core/result.ts'
import { flatColumns, flatRow } from './flat-row.ts'

/** One line a record, for a spreadsheet (RFC 4180, formulas defused); no values. */
export const csvReport: Reporter = Object.freeze({
  id: 'csv',
  title: 'one line a record, for a spreadsheet',
  render(_summary, records, write) {
    write(`${Object.keys(flatColumns).join(',')}\r\n`)
    for (const record of records()) write(`${Object.values(flatRow(record)).map(csvCell).join(',')}\r\n`)
  },
} satisfies Reporter)
