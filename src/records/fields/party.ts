import type { Hit } from '../signals.ts'
import type { Feature } from '../terms/features.ts'
import { partyName } from './accept.ts'
import type { Cell } from './layout.ts'
import type { FieldReader, Found, Labelled } from './reader.ts'

const linesOfAddress = 6

/** Features whose terms make a line a title or a label, not a name. */
export const notNames: ReadonlySet<Feature> = new Set<Feature>([
  'invoiceTitle',
  'receiptTitle',
  'creditTitle',
  'invoiceNumber',
  'invoiceDate',
  'dueDate',
  'total',
  'weakTotal',
  'subtotal',
  'tax',
  'taxId',
  'customerNumber',
  'lineHeader',
  'date',
  'payment',
  'billTo',
  'seller',
  'shipTo',
  'phone',
  'email',
  'address',
])

/**
 * The firm or person that a label names («Bill to», «Verkäufer»): behind it, beside it, or the first line of the address
 * below it that is neither a label nor a number; where that address has a line «Name:», what stands there.
 */
export function partyBeside(reader: FieldReader, label: Hit): Labelled | undefined {
  if (!isLabel(reader, label)) return undefined
  const near = reader.near(label, partyName, ['behind', 'beside'])
  if (near && !isLabelCell(reader, near.start, near.end)) return near
  const block = [...reader.cellsBelow(label, linesOfAddress)]
  for (const { cell, line } of block) {
    const named = nameLine(reader, cell, line)
    if (named) return { ...named, label, nearness: 'below' }
  }
  for (const { cell } of block) {
    if (isLabelCell(reader, cell.start, cell.end)) continue
    const found = partyName(reader.text.slice(cell.start, cell.end), cell.start)
    if (found && !/\d{3}/.test(found.value)) return { ...found, label, nearness: 'below' }
  }
  return undefined
}

/** A label begins its cell and ends with a colon, or fills the cell. */
function isLabel({ layout, text }: FieldReader, { start, end }: Hit): boolean {
  const cell = layout.cells(layout.lineOf(start)).find((one) => one.end >= end)
  if (!cell) return false
  if (/^ ?:/.test(text.slice(end, cell.end))) return true
  if (/[\p{L}\p{N}]/u.test(text.slice(cell.start, start))) return false
  return (
    end === cell.end || /^[^\p{L}\p{N}]{0,3}[:：]|^[^\p{L}\p{N}]{0,4}$|^[/(]|^ \p{Lu}/u.test(text.slice(end, cell.end))
  )
}

/** Whether a cell is a label or a number rather than a name. */
function isLabelCell(reader: FieldReader, start: number, end: number): boolean {
  const written = reader.text.slice(start, end)
  if (/:$|^\p{L}[\p{L} .-]{0,24} ?:/u.test(written) || /^[A-Z]{2,5} \d{5,}/.test(written)) return true
  const [hit] = reader.hitsIn(start, end)
  if (!hit?.features.some((feature) => notNames.has(feature))) return false
  return hit.end - hit.start > (end - start) * 0.6
}

/** The value of a line «Name: …», behind the colon or in the next cell. */
function nameLine({ layout, signals, text }: FieldReader, cell: Cell, line: number): Found | undefined {
  const isName = signals.of('personName').some(({ start }) => start === cell.start)
  if (!isName) return undefined
  const colon = text.slice(cell.start, cell.end).indexOf(':')
  if (colon < 0) return undefined
  const rest = text.slice(cell.start + colon + 1, cell.end).trim()
  if (rest !== '') return partyName(rest, cell.end - rest.length)
  const next = layout.cells(line).find(({ start }) => start > cell.start)
  return next && partyName(text.slice(next.start, next.end), next.start)
}
