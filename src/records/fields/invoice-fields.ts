import type { Field, Sample } from '../../core/record.ts'
import { medicalContext } from '../medical-context.ts'
import type { Hit } from '../signals.ts'
import { currencyOf } from '../values/amounts.ts'
import { datesIn } from '../values/dates.ts'
import { dateFor, documentNumber, ibanNumber, numberOfTitle, wholeAmount } from './accept.ts'
import { issuerId } from './controller.ts'
import { issuerOf } from './issuer.ts'
import { labelsOf } from './labels.ts'
import { invoiceLines } from './lines.ts'
import { provenTotal, roundedTotal } from './paid.ts'
import { partyBeside } from './party.ts'
import { patientFields } from './patient-fields.ts'
import { FieldReader, type Found, type Labelled, nearnessConfidence, surest } from './reader.ts'

/** The fields of an invoice that its text gives: number, dates, total, tax, currency, parties, account. */
export function invoiceFields(sample: Sample): readonly Field[] {
  const reader = new FieldReader(sample)
  const total = totalOf(reader)
  const found = [
    numberOf(reader),
    ...dateOf(reader),
    ...dueDateOf(reader),
    total && reader.field('invoice.total', total.found, total.confidence),
    taxOf(reader, total?.found),
    currencyField(reader, total?.found),
    issuerOf(reader),
    recipientOf(reader),
    issuerId(reader),
    ibanOf(reader),
    ...invoiceLines(reader, 'invoice.lines'),
  ]
  const patient = reader.signals.count('patientName') > 0 && medicalContext(reader.signals) >= 1
  return [...found.filter((field) => field !== undefined), ...(patient ? patientFields(reader) : [])]
}

const titles = ['invoiceTitle', 'creditTitle', 'receiptTitle'] as const

function numberOf(reader: FieldReader): Field | undefined {
  const prominent = reader.signals.titles.filter(({ strength }) => strength >= 0.7).map(({ start }) => start)
  for (const title of titles) {
    const behind = reader
      .labelled(title, numberOfTitle, ['behind', 'beside'])
      .find(({ label }) => prominent.includes(label.start))
    if (behind) return reader.field('invoice.number', behind, 0.93)
  }
  const labelled = surest(reader.labelled('invoiceNumber', documentNumber))
  if (labelled) return reader.field('invoice.number', labelled, nearnessConfidence[labelled.nearness])
  const bare = bareNumber(reader)
  if (bare) return reader.field('invoice.number', bare, 0.75)
  for (const title of titles) {
    const behind = reader.labelled(title, documentNumber, ['behind', 'beside']).find(isNumberOfTitle)
    if (behind) return reader.field('invoice.number', behind, 0.7)
  }
  const [below] = titles.flatMap((title) => reader.labelled(title, longNumber, ['below']))
  if (below) return reader.field('invoice.number', below, 0.55)
  const booking = surest(labelsOf(reader, 'booking').flatMap((label) => reader.near(label, documentNumber) ?? []))
  return booking && reader.field('invoice.number', booking, 0.5)
}

const bareLabel =
  /(?:^|\n|\t| {3})[ \t]{0,80}(?:#(?= {0,3}[\p{L}\p{N}])|(?:No|Nr|N[°º]|Number|Num|Numéro|Número|Numero|Nummer|الرقم|رقم)\.? ?[:#°º]) {0,20}(?=[^\s]{0,20}\d)/gu
const charactersOfHead = 2_500

/** «No: 42» that stands by itself near the top, with a title somewhere above it. */
function bareNumber(reader: FieldReader): Found | undefined {
  const [title] = reader.signals.titles
  bareLabel.lastIndex = 0
  const match = title && bareLabel.exec(reader.text.slice(0, charactersOfHead))
  if (!match) return undefined
  const end = match.index + match[0].length
  return documentNumber(reader.text.slice(end, end + 48), end)
}

/** «2 invoices 2024» is none: the number follows its title at once. */
function isNumberOfTitle({ label, start }: Labelled): boolean {
  return start - label.end < 24
}

/** Below a title stand many things: only what has several digits may be its number. */
const longNumber: typeof documentNumber = (stretch, offset) => {
  const found = documentNumber(stretch, offset)
  return found && /\d{3}/.test(found.value) && stretch.trim().length < found.value.length + 6 ? found : undefined
}

function dateOf(reader: FieldReader): readonly Field[] {
  const told = likeliestDate(reader)
  return told ? reader.dates('invoice.date', wholeOf(told.found, reader), told.confidence) : []
}

function likeliestDate(reader: FieldReader): { readonly found: Found; readonly confidence: number } | undefined {
  const accept = dateFor(reader.dateOrder)
  const own = surest(reader.labelled('invoiceDate', accept))
  if (own) return { found: own, confidence: nearnessConfidence[own.nearness] }
  const beside = dateBesideTitle(reader)
  if (beside) return { found: beside, confidence: 0.88 }
  const general = surest(reader.labelled('date', accept))
  if (general) return { found: general, confidence: nearnessConfidence[general.nearness] - 0.1 }
  const first = firstFreeDate(reader)
  return first && { found: first, confidence: 0.5 }
}

/**
 * Read from pixels, a date may have lost its first digit: the same date whole elsewhere on the page, where no label says
 * that it is another, is the better reading.
 */
function wholeOf(found: Found, reader: FieldReader): Found {
  const { text, layout, dateOrder } = reader
  const written = text.slice(found.start, found.end)
  if (!reader.isFromPixels || !/^\d\D/.test(written)) return found
  const whole = datesIn(text, dateOrder).find(
    ({ start, end }) =>
      end - start === written.length + 1 &&
      text.slice(start + 1, end) === written &&
      !isTaken(reader, layout.lineStart(layout.lineOf(start)), start),
  )
  return whole ?? found
}

/** «Rechnung Nr. 42 vom 3.5.2024»: a date on the line of the title or of the number. */
function dateBesideTitle(reader: FieldReader): Found | undefined {
  for (const feature of ['invoiceNumber', 'invoiceTitle', 'creditTitle', 'receiptTitle'] as const) {
    for (const { end } of reader.signals.of(feature)) {
      const line = reader.layout.lineOf(end)
      const rest = reader.text.slice(end, reader.layout.lineEnd(line))
      const [date] = datesIn(rest, reader.dateOrder, 1)
      const hasLabel = date !== undefined && /\S:\s.{0,80}\S:\s|\S {3,}\S.{0,80}:\s/.test(rest.slice(0, date.start))
      if (date && !hasLabel && !isTaken(reader, end, end + date.start)) {
        return { value: date.value, start: end + date.start, end: end + date.end }
      }
    }
  }
  return undefined
}

const takenBy = ['dueDate', 'birthDate', 'customerNumber', 'purchaseOrder', 'deliveryNote', 'planWording'] as const

/** Whether a label of another date stands between two places, or begins the line of the second. */
function isTaken(reader: FieldReader, from: number, to: number): boolean {
  return takenBy.some((feature) => reader.signals.of(feature).some(({ start }) => start >= from && start < to))
}

/** Till receipts have their date at the foot. */
const linesOfDates = 120

/** The first date that no other label claims. */
function firstFreeDate(reader: FieldReader): Found | undefined {
  const { layout } = reader
  for (let line = 0; line < Math.min(layout.lineCount, linesOfDates); line += 1) {
    const start = layout.lineStart(line)
    const [date] = datesIn(layout.lineText(line), reader.dateOrder, 1)
    if (date && !isTaken(reader, start, start + date.start)) {
      return { value: date.value, start: start + date.start, end: start + date.end }
    }
  }
  return undefined
}

function dueDateOf(reader: FieldReader): readonly Field[] {
  const due = surest(reader.labelled('dueDate', dateFor(reader.dateOrder)))
  return due ? reader.dates('invoice.due_date', due, nearnessConfidence[due.nearness]) : []
}

/** The total of a document, and how sure it is. */
export interface Total {
  readonly found: Found
  readonly confidence: number
}

/** The largest amount that a label of a total has; else of a plain «total»; else the largest amount of money. */
export function totalOf(reader: FieldReader): Total | undefined {
  const proven = provenTotal(reader)
  const strong = totalAmount([
    ...amountsOf(reader, reader.signals.of('total')),
    ...amountsOf(reader, labelsOf(reader, 'inclusive')),
  ])
  if (proven && (!strong || strong.value === proven.found.value || proven.from.includes(strong.value)))
    return { found: proven.found, confidence: 0.95 }
  const weak = largest(amountsOf(reader, reader.signals.of('weakTotal')))
  if (strong) {
    const agrees = strong.value === weak?.value || isSumOf(reader, Number(strong.value))
    return { found: roundedTotal(reader, strong) ?? strong, confidence: agrees ? 0.95 : 0.88 }
  }
  if (weak) return { found: weak, confidence: isSumOf(reader, Number(weak.value)) ? 0.9 : 0.75 }
  const any = reader.largestMoney(0, reader.text.length)
  return any && { found: any, confidence: 0.4 }
}

/** The largest, unless one is said to be rounded: that is what was paid. */
function totalAmount(found: readonly Labelled[]): Labelled | undefined {
  return found.find(({ label }) => /round|arrondi|gerundet|redond|arroton/.test(label.term)) ?? largest(found)
}

function amountsOf(reader: FieldReader, labels: readonly Hit[]): readonly Labelled[] {
  const found: Labelled[] = []
  const whole = reader.amounts.filter(({ isMoney }) => isMoney).length >= moneyOfDecimals ? decimalAmount : wholeAmount
  for (const label of labels) {
    const end = label.end
    if (counted.test(reader.text.slice(end, end + 16)) || netOnly.test(reader.text.slice(end, end + 12))) continue
    const money = reader.largestMoney(label.end, reader.layout.lineEnd(reader.layout.lineOf(label.end)))
    const amount: Labelled | undefined = money
      ? { ...money, label, nearness: 'behind' }
      : (reader.near(label, whole, ['behind', 'beside']) ?? amountBelow(reader, label))
    if (amount) found.push(amount)
  }
  return found
}

/** «Total items: 10», «Total Qty 2» are counts, «Total savings» was never paid. */
const counted =
  /^[^\p{L}\n]{0,3}(?:qty|quantit|items?\b|item\(|articles?\b|art[íi]culos|artikel|count|pcs|pieces|units?\b|saving|discount|points|nights?\b|hours?\b|weight|poids|stück|menge|aantal)/iu
const netOnly = /^[^\p{L}\n]{0,3}(?:excl|exkl|hors|ohne|before)/iu
/** Amounts with decimals from which on a bare figure is a count. */
const moneyOfDecimals = 4
const decimalAmount: typeof wholeAmount = (stretch, offset) => {
  const found = wholeAmount(stretch, offset)
  return found && /[.,]\d{2}/.test(stretch.slice(0, 40)) ? found : undefined
}

const rowsOfTotals = 4

/** Totals as a table: the heading above, rates and their sum below. The sum is the largest. */
function amountBelow(reader: FieldReader, label: Hit): Labelled | undefined {
  const found: Labelled[] = []
  for (const { cell } of reader.cellsBelow(label, rowsOfTotals)) {
    const amount = reader.largestMoney(cell.start, cell.end)
    if (amount) found.push({ ...amount, label, nearness: 'below' })
  }
  return largest(found)
}

function largest<Value extends Found>(found: readonly Value[]): Value | undefined {
  return found.reduce<Value | undefined>(
    (best, one) => (!best || Math.abs(Number(one.value)) > Math.abs(Number(best.value)) ? one : best),
    undefined,
  )
}

/** Whether a total is what a subtotal and a tax of the same document come to. */
function isSumOf(reader: FieldReader, total: number): boolean {
  const taxes = amountsOf(reader, reader.signals.of('tax')).map(({ value }) => Number(value))
  return amountsOf(reader, reader.signals.of('subtotal')).some(({ value }) =>
    taxes.some((tax) => Math.abs(Number(value) + tax - total) < 0.015),
  )
}

/** A tax is less than this share of the net amount. */
const highestRate = 0.35

/** The tax that fills up another amount of the document to the total; else the largest labelled one below the total. */
function taxOf(reader: FieldReader, total: Found | undefined): Field | undefined {
  const whole = Number(total?.value ?? Number.NaN)
  const taxes = reader.signals
    .of('tax')
    .flatMap((label) => moneyBehind(reader, label))
    .filter(({ value }) => isTax(Number(value), whole))
  const amounts = new Set(reader.amounts.map(({ value }) => value))
  const filling = taxes.find(({ value }) => amounts.has((whole - Number(value)).toFixed(2)))
  if (filling) return reader.field('invoice.tax', filling, 0.93)
  const most = largest(taxes)
  return most && reader.field('invoice.tax', most, 0.6)
}

function isTax(tax: number, whole: number): boolean {
  return tax / whole > 0 && tax / (whole - tax) < highestRate
}

/** All amounts of money behind a label on its line, else below it. */
function moneyBehind(reader: FieldReader, label: Hit): readonly Found[] {
  const behind = moneyBetween(reader, label.end, reader.layout.lineEnd(reader.layout.lineOf(label.end)))
  if (behind.length > 0) return behind
  return [...reader.cellsBelow(label, rowsOfTotals)].flatMap(({ cell }) => moneyBetween(reader, cell.start, cell.end))
}

function moneyBetween(reader: FieldReader, from: number, to: number): readonly Found[] {
  return reader.amounts.filter(({ isMoney, start, end }) => isMoney && start >= from && end <= to)
}

/** The currency beside the total; else the one that stands beside most amounts. */
function currencyField(reader: FieldReader, total: Found | undefined): Field | undefined {
  const beside = total && reader.amounts.find(({ start, end }) => start <= total.end && end >= total.start)?.currency
  if (total && beside) return reader.field('invoice.currency', { ...total, value: beside }, 0.95)
  const counts = new Map<string, number>()
  for (const { currency } of reader.amounts) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  if (most) return { name: 'invoice.currency', value: most[0], confidence: 0.85 }
  const code = currencyWord.exec(reader.text)?.[0]
  if (code) return { name: 'invoice.currency', value: currencyOf(code) ?? code, confidence: 0.6 }
  const isDollar = reader.language === 'en' && reader.text.includes('$') && !otherDollars.test(reader.text)
  return isDollar ? { name: 'invoice.currency', value: 'USD', confidence: 0.6 } : undefined
}

const currencyWord = /[€£]|\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|BRL|INR|AED|SAR|MAD)\b/
const otherDollars = /\b(?:CAD|AUD|NZD|SGD|HKD|ABN|GST|HST)\b|\b(?:C|A|CA|AU|NZ|HK|S)\$/

function recipientOf(reader: FieldReader): Field | undefined {
  const found = surest(reader.signals.of('billTo').flatMap((label) => partyBeside(reader, label) ?? []))
  return found && reader.field('invoice.recipient', found, nearnessConfidence[found.nearness] - 0.15)
}

const ibanStart = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2} ?(?=[A-Z0-9]{4})/gu

function ibanOf(reader: FieldReader): Field | undefined {
  ibanStart.lastIndex = 0
  for (let match = ibanStart.exec(reader.text); match; match = ibanStart.exec(reader.text)) {
    const found = ibanNumber(reader.text.slice(match.index, match.index + 44), match.index)
    if (found) return reader.field('invoice.iban', found, 0.97)
  }
  return labelledIban(reader)
}

const ibanLabel = /IBAN[^A-Z\n]{0,16}([A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8})(?![\p{L}\p{N}])/u

/** What a label calls an IBAN, though its check digits do not hold. */
function labelledIban(reader: FieldReader): Field | undefined {
  const match = ibanLabel.exec(reader.text)
  const written = match?.[1]
  if (!match || written === undefined) return undefined
  const start = match.index + match[0].length - written.length
  return reader.field('invoice.iban', { value: written.replaceAll(' ', ''), start, end: start + written.length }, 0.6)
}
