import { numberText } from './cell-value.ts'
import type { SheetRow } from './sheet-layout.ts'
import { type Attributes, attribute } from './xml.ts'

/** Rows of a sheet, and rows that those of one document stand for beside themselves. */
export const rowsAtMost = 2 ** 20

/** One row of a sheet, put together cell by cell. */
export interface OdfRow {
  /** How many rows this one stands for. */
  readonly times: number
  open(attributes: Attributes): void
  /** @param text the cell's paragraphs, as they are shown */
  close(text: string): void
  /** Its filled cells. */
  finish(): SheetRow
}

/** Columns over which one cell is repeated at most. */
const repeatedAtMost = 64

/** @see OdfRow */
export function odfRow(row: Attributes): OdfRow {
  const cells: [number, string][] = []
  let column = 1
  let cell: Attributes = {}
  return {
    times: timesOf(row, 'number-rows-repeated'),
    open(attributes) {
      cell = attributes
    },
    close(shown) {
      const text = cellText(shown.replace(/\s*[\t\n]\s*/g, ' '), cell)
      const times = timesOf(cell, 'number-columns-repeated')
      if (text !== '') for (let at = 0; at < Math.min(times, repeatedAtMost); at++) cells.push([column + at, text])
      column += times
    },
    finish: () => cells,
  }
}

function timesOf(attributes: Attributes, name: string): number {
  const times = Math.trunc(Number(attribute(attributes, name)))
  return times >= 1 && times <= rowsAtMost ? times : 1
}

/** As shown, but days in ISO 8601, and numbers whole where they are shown with an exponent or not at all. */
function cellText(shown: string, cell: Attributes): string {
  const type = attribute(cell, 'value-type')
  if (type === 'date') return attribute(cell, 'date-value').replace(/T00:00:00(\.0+)?$/, '') || shown
  if (type === 'float' && (shown === '' || /[#eE]/.test(shown))) {
    return numberText(attribute(cell, 'value'), undefined, false) || shown
  }
  return shown === '' && type === 'string' ? attribute(cell, 'string-value') : shown
}
