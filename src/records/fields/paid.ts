import type { FieldReader, Found } from './reader.ts'

const change =
  /\b(?:change(?: due)?|balance returned|rückgeld|wechselgeld|zurück|monnaie(?: rendue)?|rendu|à rendre|cambio|vuelto|resto|troco|wisselgeld|terug|reszta)\b|الباقي/iu
const withoutTax =
  /\b(?:excl|excluding|exclusive|before tax|net|hors taxe|ht|ohne mwst|netto|sin iva|base imponible|senza iva|imponibile|sem iva|exclusief)\b/iu

const rounded = /\b(?:round|arrondi|gerundet|rundung|redonde|arrotond|arredond|afrond)/iu

/** Lines of a till receipt that are looked at: what is paid stands below all that is bought. */
const linesRead = 400
/** Lines with amounts above the change among which what was given stands. */
const linesOfGiven = 4
/** Rounding to the smallest coin moves a total by a few cents. */
const leastCoin = 0.051

/** A total that other figures of the document prove. */
export interface Proven {
  readonly found: Found
  /** The amounts that it was worked out from: none of them is the total, whatever its label says. */
  readonly from: readonly string[]
}

/**
 * What was paid, where the figures prove it: what was given less the change, or the net amount and the tax, come to an
 * amount that stands there too. Surer than any label, in a scan above all.
 */
export function provenTotal(reader: FieldReader): Proven | undefined {
  const rows = moneyRows(reader)
  return givenLessChange(reader, rows) ?? sumOfNet(reader, rows)
}

function givenLessChange(reader: FieldReader, rows: readonly Row[]): Proven | undefined {
  const at = rows.findLastIndex(({ text }) => change.test(text))
  const back = Math.abs(last(rows[at]?.amounts ?? []))
  for (let above = at - 1; above >= Math.max(1, at - linesOfGiven); above -= 1) {
    const row = rows[above]
    const given = Math.abs(last(row?.amounts ?? []))
    const paid = (given - back).toFixed(2)
    const isThere = rows.slice(0, above).some(({ amounts }) => amounts.some((amount) => amount.toFixed(2) === paid))
    const found = row && Number(paid) > 0 && isThere ? amountOf(reader, paid) : undefined
    if (found) return { found, from: [given.toFixed(2), back.toFixed(2)] }
  }
  return undefined
}

/** The total rounded to a coin, where a line below the total says so. */
export function roundedTotal(reader: FieldReader, total: Found): Found | undefined {
  const at = reader.layout.lineOf(total.start)
  for (const { text, line, amounts } of moneyRows(reader)) {
    if (line <= at || line > at + linesOfGiven || !rounded.test(text)) continue
    const step = Math.abs(last(amounts) - Number(total.value))
    if (step > 0.001 && step < leastCoin) return amountOf(reader, last(amounts).toFixed(2))
  }
  return undefined
}

interface Row {
  readonly text: string
  readonly line: number
  /** In the order in which they stand. */
  readonly amounts: readonly number[]
}

/** The lines that hold money. */
function moneyRows({ amounts, layout }: FieldReader): readonly Row[] {
  const byLine = new Map<number, number[]>()
  for (const { value, start, isMoney } of amounts) {
    if (!isMoney) continue
    const line = layout.lineOf(start)
    const row = byLine.get(line)
    if (row) row.push(Number(value))
    else if (byLine.size < linesRead) byLine.set(line, [Number(value)])
  }
  return [...byLine].map(([line, row]) => ({ line, amounts: row, text: layout.lineText(line) }))
}

/** «Total excl. tax 28.11», «Tax 1.69», and then «29.80». */
function sumOfNet(reader: FieldReader, rows: readonly Row[]): Proven | undefined {
  const at = rows.findIndex(({ text }) => withoutTax.test(text))
  const [net, tax, whole] = at < 0 ? [] : rows.slice(at, at + 3).map(({ amounts }) => last(amounts))
  if (net === undefined || tax === undefined || whole === undefined || tax <= 0 || tax > highestRate * net)
    return undefined
  const found = Math.abs(net + tax - whole) < 0.005 ? amountOf(reader, whole.toFixed(2)) : undefined
  return found && { found, from: [net.toFixed(2), tax.toFixed(2)] }
}

const highestRate = 0.35

function last(amounts: readonly number[]): number {
  return amounts.at(-1) ?? 0
}

function amountOf(reader: FieldReader, written: string): Found | undefined {
  const amount = reader.amounts.find((one) => one.isMoney && one.value === written)
  return amount && { value: written, start: amount.start, end: amount.end }
}
