import { csvCell, printable } from '../core/escape.ts'
import type { Reporter } from '../core/result.ts'
import { flatColumns, flatRow } from './flat-row.ts'

/** One line a record, for a spreadsheet (RFC 4180, formulas defused, control characters escaped); no values. */
export const csvReport: Reporter = Object.freeze({
  id: 'csv',
  title: 'one line a record, for a spreadsheet',
  render(_summary, records, write) {
    write(`${Object.keys(flatColumns).join(',')}\r\n`)
    for (const record of records()) write(`${Object.values(flatRow(record)).map(cell).join(',')}\r\n`)
  },
} satisfies Reporter)

function cell(value: string | number | boolean | null): string {
  return csvCell(typeof value === 'string' ? printable(value) : value)
}
