import type { Field } from '../../core/record.ts'
import type { Feature } from '../terms/features.ts'
import type { FieldReader } from './reader.ts'

const linesKept = 60
const leastLetters = 3
const longestText = 120

/** Terms that make a line a sum, a payment or a heading, not something that was bought. */
const notLines: ReadonlySet<Feature> = new Set<Feature>([
  'total',
  'weakTotal',
  'subtotal',
  'tax',
  'taxId',
  'dueDate',
  'payment',
  'invoiceNumber',
  'invoiceDate',
])

const paying =
  /\b(?:cash|change|tendered|card|visa|mastercard|rounding|saving|discount total|gegeben|rückgeld|espèces|rendu|efectivo|cambio|contanti|resto|troco|wisselgeld)\b|^\W*$/iu

/**
 * What was bought or done: lines with words and an amount at their end, from the headings of the table on, or from the
 * title where there are none, to the first total. Each as its words and its amount: «Zahnreinigung = 98.50».
 */
export function invoiceLines(reader: FieldReader, name: string): readonly Field[] {
  const { layout, text, signals } = reader
  const [from, to] = table(reader)
  const fields: Field[] = []
  let known = -1
  for (const { value, start, end, isMoney } of reader.amounts.toReversed()) {
    const line = layout.lineOf(start)
    if (line < from || line >= to || line === known || fields.length === linesKept) continue
    if (!isMoney || text.slice(end, layout.lineEnd(line)).length > 6) continue
    known = line
    const first = layout.lineStart(line)
    const lineEnd = layout.lineEnd(line)
    const isOther = reader.hitsIn(first, lineEnd).some(({ features }) => features.some((one) => notLines.has(one)))
    if (isOther || paying.test(text.slice(first, start))) continue
    const words = wordsOf(reader, line, start)
    if (words) fields.push(reader.field(name, { value: `${words.text} = ${value}`, start: words.start, end }, 0.7))
  }
  return signals.count('total') + signals.count('weakTotal') > 0 ? fields.reverse() : []
}

/** The lines between the headings of the items, or the title, and the first total. */
function table({ layout, signals, text }: FieldReader): readonly [number, number] {
  const heads = signals.of('lineHeader').map(({ start }) => layout.lineOf(start))
  const head = heads.find((line, at) => heads[at + 1] === line)
  const title = signals.titles[0]
  const from = head !== undefined ? head + 1 : title ? layout.lineOf(title.start) + 1 : 0
  const totals = [...signals.of('total'), ...signals.of('subtotal'), ...signals.of('weakTotal')]
    .map(({ start }) => layout.lineOf(start))
    .filter((line) => line >= from && line !== head && /\d/.test(layout.lineText(line)))
  return [from, Math.min(layout.lineOf(text.length), ...totals.map((line) => line))]
}

/** The words of a line before its amount, or of the line above where it has figures only. */
function wordsOf({ layout, text }: FieldReader, line: number, amount: number) {
  const own = widest(layout.cells(line).filter(({ start }) => start < amount))
  if (own) return own
  const above = line > 0 ? layout.cells(line - 1) : []
  return widest(above)

  function widest(cells: readonly { readonly start: number; readonly end: number }[]) {
    return cells
      .map(({ start, end }) => ({ start, text: text.slice(start, Math.min(end, start + longestText)).trim() }))
      .filter((cell) => (cell.text.match(/\p{L}/gu)?.length ?? 0) >= leastLetters)
      .sort((one, other) => other.text.length - one.text.length)[0]
  }
}
