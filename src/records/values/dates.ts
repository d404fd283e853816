import { fold } from '../text/fold.ts'
import { plainDigits } from './digits.ts'
import { monthOf } from './months.ts'

/** Which comes first in a date written in figures, where the year comes last. */
export type DateOrder = 'dmy' | 'mdy'

/** A date as it stands in a text. */
export interface FoundDate {
  /** ISO 8601: `2024-03-12`. */
  readonly value: string
  /** UTF-16 units, end exclusive. */
  readonly start: number
  readonly end: number
}

/** The dates of a text, from left to right, in figures or with the month's name in some thirty languages. */
export function datesIn(text: string, order: DateOrder, limit = 100): readonly FoundDate[] {
  const plain = plainDigits(text)
  const found: FoundDate[] = []
  candidate.lastIndex = 0
  for (let match = candidate.exec(plain); match && found.length < limit; match = candidate.exec(plain)) {
    const date = dateAt(plain, match.index, order)
    if (!date) continue
    found.push(date)
    candidate.lastIndex = date.end
  }
  return found
}

/** A text that is a date and nothing else, as ISO 8601. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  const trimmed = text.trim()
  const [date] = datesIn(trimmed, order, 1)
  return date?.start === 0 && date.end === trimmed.length ? date.value : undefined
}

/**
 * The order of day and month in a document: by its own dates that allow one order only; else by language and by what
 * goes with it (an American address or telephone number, a British or Indian word).
 */
export function dateOrderOf(text: string, language: string | undefined): DateOrder {
  figures.lastIndex = 0
  for (let match = figures.exec(text), read = 0; match && read < 40; match = figures.exec(text), read += 1) {
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && first < 32 && second < 13) return 'dmy'
    if (second > 12 && second < 32 && first < 13) return 'mdy'
  }
  if (language !== 'en') return 'dmy'
  return notAmerican.test(text) ? 'dmy' : 'mdy'
}

const figures = /(?<![\d./-])(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/-])/g
const notAmerican =
  /£|€|\b(?:VAT|NHS|GST|ABN|GSTIN|IBAN|Ltd|PLC|plc|GBP|EUR|AUD|INR|AED|Pty|Pvt|GmbH|SARL|United Kingdom|England|Ireland|Australia|India|GP surgery)\b|\bRs\.? ?\d/

// A figure that does not go on from another, or a word that may be a month before one.
const candidate =
  /(?<![\d\p{L}]|\d[./-])(?:\d{1,4}(?=[ ./\-年년\u00a0]|\p{L}|er |º)|\p{L}{3,12}(?=[. -]{1,2}\d{1,2}\b)|\d{8}(?!\d))/gu
const yearFirst = /(\d{4})( ?[-./] ?|년 ?|年)(\d{1,2})(?: ?[-./] ?|월 ?|月)(\d{1,2})(?:일|日)?(?!\d)/y
// A mark may be read twice from pixels: «01- -06- 2018»; figures that go on after blanks are a telephone number.
const inFigures =
  /(\d{1,2})(?: ?([./-])(?: ?\2)? ?(\d{1,2}) ?\2(?: ?\2)? ?(\d{4}|\d{2})(?![\d]|[./-]\d)| (\d{1,2}) (\d{4})(?!\d|[./-]\d| ?\d{3}))/y
const dayFirst =
  /(\d{1,2})(?:er|st|nd|rd|th|re|º|ª|\.)?[ \u00a0-]{0,2}(?:(?:de|of|di|do) |d['’] ?)?(\p{L}[\p{L}\p{M}]{2,11})\.?,?[ \u00a0-]{0,2}(?:(?:de|del|of|do) |d['’] ?)?(\d{4}|['’]?\d{2})(?!\d)/uy
const monthFirst = /(\p{L}{3,12})\.?[ -]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| {1,2}|-)(\d{4})(?!\d)/uy
const packed = /((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/y

/** The date that begins at this place, or undefined. */
function dateAt(text: string, at: number, order: DateOrder): FoundDate | undefined {
  const made = (match: RegExpExecArray, year: string, month: number, day: string): FoundDate | undefined => {
    const value = isoDate(fullYear(year), month, Number(day))
    return value === undefined ? undefined : { value, start: at, end: at + match[0].length }
  }
  const year = sticky(yearFirst, text, at)
  if (year) return made(year, year[1] ?? '', Number(year[3]), year[4] ?? '')
  const figure = sticky(inFigures, text, at)
  if (figure) return byFigures(figure, order, made)
  const day = sticky(dayFirst, text, at)
  if (day) return made(day, day[3] ?? '', monthOf(fold(day[2] ?? '')), day[1] ?? '')
  const month = sticky(monthFirst, text, at)
  if (month) return made(month, month[3] ?? '', monthOf(fold(month[1] ?? '')), month[2] ?? '')
  const digits = sticky(packed, text, at)
  return digits ? made(digits, digits[1] ?? '', Number(digits[2]), digits[3] ?? '') : undefined
}

type Make = (match: RegExpExecArray, year: string, month: number, day: string) => FoundDate | undefined

/** The order of the document, or the other where only that one makes a date. */
function byFigures(match: RegExpExecArray, order: DateOrder, made: Make): FoundDate | undefined {
  const first = match[1] ?? ''
  const second = match[3] ?? match[5] ?? ''
  const year = match[4] ?? match[6] ?? ''
  const dmy = (): FoundDate | undefined => made(match, year, Number(second), first)
  const mdy = (): FoundDate | undefined => made(match, year, Number(first), second)
  return order === 'dmy' ? (dmy() ?? mdy()) : (mdy() ?? dmy())
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const turnOfCentury = 50

/** Two digits are of 1950 … 2049. */
function fullYear(year: string): number {
  const digits = year.replace(/\D/g, '')
  const value = Number(digits)
  if (digits.length > 2) return value
  return value < turnOfCentury ? 2000 + value : 1900 + value
}

/** The date as ISO 8601 where the calendar has it and it lies in 1900 … 2100. */
function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
