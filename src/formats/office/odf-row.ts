import { numberText } from './cell-value.ts'
import { type Attributes, attribute } from './xml.ts'

/** One row of a sheet, put together cell by cell. */
export interface SheetRow {
  open(attributes: Attributes): void
  /** @param text the cell's paragraphs, as they are shown */
  close(text: string): void
  /** The cells, separated by tabs and in their columns; '' for a row without content. */
  finish(): string
}

/** Empty cells in a row that are written as tabs; a longer stretch is shortened to this. */
const emptyCells = 64

/** @see SheetRow */
export function sheetRow(): SheetRow {
  let line = ''
  let empty = 0
  let cell: Attributes = {}
  return {
    open(attributes) {
      cell = attributes
    },
    close(shown) {
      const text = cellText(shown.replace(/\s*[\t\n]\s*/g, ' '), cell)
      // A cell that is repeated over columns is told once.
      const repeated = Math.max(1, Number(attribute(cell, 'number-columns-repeated')) || 1)
      if (text === '') empty += repeated
      else {
        line += '\t'.repeat(Math.min(empty, emptyCells)) + text
        empty = repeated
      }
    },
    finish: () => line,
  }
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
