import type { TermHit } from './term-index.ts'
import { elsewhere, type Feature } from './terms/features.ts'
import { foldCode, silent } from './text/fold.ts'

/** A term that stands where a document says what it is. */
export interface Title {
  readonly feature: Feature
  readonly term: string
  /** 0…1: alone on a line at the top of the first page is 1. */
  readonly strength: number
  /** UTF-16 units. */
  readonly start: number
}

/** The features whose terms name a kind of document. */
export const titleFeatures: ReadonlySet<Feature> = new Set<Feature>([
  'invoiceTitle',
  'invoiceNumber',
  'receiptTitle',
  'creditTitle',
  'planTitle',
  'quoteTitle',
  'reportTitle',
  'prescriptionTitle',
  'consentTitle',
  'identityTitle',
  ...elsewhere,
])

/** Labels of a number that are titles as well: «Facture n° 12», but not «N° de facture». */
const beginsAsTitle =
  /^(?:facture|reçu|avoir|note d'honoraires|quittance|rechnung|gutschrift|liquidation|quittung|factura|recibo|fattura|ricevuta|parcella|fatura|factuur|nota|declaratie|invoice|tax invoice|receipt|bill|credit note|faktura|faktúra|счет|فاتورة|إيصال)/

const charactersRead = 8_000
const cellGap = 3

/** The terms that stand as titles, the most prominent first; of equals, the first in the text. */
export function titlesOf(text: string, hits: readonly TermHit<Feature>[]): readonly Title[] {
  const titles: Title[] = []
  let lines = 0
  let counted = 0
  for (const { features, term, start, end } of hits) {
    if (start > charactersRead) break
    for (const feature of features) {
      if (!titleFeatures.has(feature) || (feature === 'invoiceNumber' && !beginsAsTitle.test(term))) continue
      lines += filledLines(text, counted, start)
      counted = Math.max(counted, start)
      const strength = shape(text, start, end) * position(lines)
      if (strength > 0) titles.push({ feature, term, strength, start })
    }
  }
  return titles.sort((a, b) => b.strength - a.strength || a.start - b.start)
}

function position(filledLinesBefore: number): number {
  if (filledLinesBefore < 6) return 1
  if (filledLinesBefore < 14) return 0.85
  if (filledLinesBefore < 30) return 0.6
  return 0.35
}

/** How much the term is a line, or a column's cell, of its own. */
function shape(text: string, start: number, end: number): number {
  const [cellStart, cellEnd] = cellAround(text, start, end)
  if (cellEnd - cellStart > 120) return 0
  return inCell(text, start, end, cellStart, cellEnd) * (hasAmountBehind(text, cellEnd) ? shareOfItems : 1)
}

/** What is left of a title on a line that goes on with an amount: it is rather an item of a list. */
const shareOfItems = 0.3
const behind = 60
/** Two decimals, and no part of a date such as 05.06.2018. */
const amount = /(?<!\d[.,]\d?)\d[.,]\d\d(?![.,]?\d)/

function hasAmountBehind(text: string, from: number): boolean {
  if (text.charCodeAt(from) === 0x0a || from >= text.length) return false
  const rest = text.slice(from, from + behind)
  const end = rest.indexOf('\n')
  return amount.test(end < 0 ? rest : rest.slice(0, end))
}

function inCell(text: string, start: number, end: number, cellStart: number, cellEnd: number): number {
  const before = wordCount(text, cellStart, start)
  const after = wordCount(text, end, cellEnd)
  const isSmall = isLowerCase(text, start) ? 0.35 : 1
  if (before === 0 && after === 0) return isSmall < 1 ? 0.7 : 1
  const rest = text.slice(end, cellEnd)
  if (before === 0 && /^[’'s]{0,2}\s{0,2}(?:[:#(/|*–—-]|n[°ºo.r]|№|\d)/i.test(rest)) return 0.85 * isSmall
  if (/[.;,]\s{0,4}$/.test(rest) && after > 2) return 0
  if (before === 0) return after <= 5 ? 0.75 * isSmall : after <= 8 ? 0.4 * isSmall : 0
  if (after === 0) return before <= 4 ? 0.7 : before <= 6 ? 0.4 : 0
  if (before <= 2 && after <= 3) return 0.45
  return before <= 5 && after <= 3 && !isLowerCase(text, cellStart) ? 0.35 : 0
}

/** The stretch of the line between two gaps as between columns. */
export function cellAround(text: string, start: number, end: number): readonly [start: number, end: number] {
  let from = start
  for (let spaces = 0; from > 0; from -= 1) {
    const code = text.charCodeAt(from - 1)
    if (code === 0x0a || code === 0x09 || code === 0x7c) break
    spaces = code === 0x20 ? spaces + 1 : 0
    if (spaces === cellGap) {
      from += cellGap - 1
      break
    }
  }
  let to = end
  for (let spaces = 0; to < text.length; to += 1) {
    const code = text.charCodeAt(to)
    if (code === 0x0a || code === 0x09 || code === 0x7c) break
    spaces = code === 0x20 ? spaces + 1 : 0
    if (spaces === cellGap) {
      to -= cellGap - 1
      break
    }
  }
  return [from, to]
}

/** Words of two letters or more. */
function wordCount(text: string, from: number, to: number): number {
  let words = 0
  let letters = 0
  for (let at = from; at < to; at += 1) {
    const code = foldCode(text.charCodeAt(at))
    if (code > 0x3a) {
      letters += 1
      if (letters === 2) words += 1
    } else if (code !== silent) letters = 0
  }
  return words
}

function isLowerCase(text: string, at: number): boolean {
  const letter = text.charAt(at)
  return letter !== letter.toUpperCase()
}

/** Lines with something on them that begin between two places. */
function filledLines(text: string, from: number, to: number): number {
  let lines = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    const next = text.charCodeAt(at + 1)
    if (next !== 0x0a && next !== 0x0d) lines += 1
  }
  return lines
}
