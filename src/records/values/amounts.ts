import { plainDigits } from './digits.ts'

/** An amount as it stands in a text. */
export interface Amount {
  /** A point and two digits, no groups: `-1234.56`. */
  readonly value: string
  /** UTF-16 units of the number, its sign and its currency; end exclusive. */
  readonly start: number
  readonly end: number
  /** ISO 4217, where a code or an unambiguous sign stands beside it. */
  readonly currency: string | undefined
  /** Whether it is written as money is: with decimals or a currency. */
  readonly isMoney: boolean
}

const groupMark = ` .,'’\u00a0\u202f`
const number = new RegExp(
  `\\d{1,3}(?:[${groupMark}]\\d{3}){1,4}(?!\\d)(?:[.,]\\d{1,4}(?!\\d))?|\\d{1,2}(?:,\\d{2}){1,4},\\d{3}(?:\\.\\d{1,2})?(?!\\d)|\\d{1,12}(?:[.,]\\d{1,4}(?!\\d))?`,
  'g',
)

/**
 * The amounts of a line or a cell, in every decimal style: 1.234,56 · 1,234.56 · 1 234,56 · 1'234.56 · 12,34,567.00.
 * Percentages, dates and parts of longer numbers are left out.
 */
export function amountsIn(text: string): readonly Amount[] {
  const plain = plainDigits(text)
  const found: Amount[] = []
  number.lastIndex = 0
  for (let match = number.exec(plain); match; match = number.exec(plain)) {
    const amount = amountAt(plain, match.index, match[0])
    if (amount) found.push(amount)
  }
  return found
}

/**
 * A number with groups and decimals as `1234.56`; undefined where it is none. Three digits behind a single mark are a
 * group: `1.234` is 1234.00; one that begins with 0 has decimals.
 */
export function parseAmount(raw: string): string | undefined {
  const plain = plainDigits(raw).trim()
  if (!/^\d[\d .,'’\u00a0\u202f]{0,30}$/.test(plain)) return undefined
  const mark = decimalMark(plain)
  const [whole = '', decimals = ''] = mark < 0 ? [plain] : [plain.slice(0, mark), plain.slice(mark + 1)]
  if (/\D/.test(decimals) || !whole.split(/\D/).every(isGroup)) return undefined
  return rounded(whole.replace(/\D/g, ''), decimals)
}

/** Groups behind the first have three digits, or two in Indian style. */
function isGroup(digits: string, index: number, all: readonly string[]): boolean {
  if (index === 0) return digits.length > 0 && (all.length === 1 || digits.length < 4)
  return digits.length === 3 || (digits.length === 2 && index < all.length - 1)
}

/** Where the decimals begin, or -1. */
function decimalMark(plain: string): number {
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  if (mark < 0) return -1
  const sign = plain.charAt(mark)
  const isRepeated = plain.indexOf(sign) !== mark
  const decimals = plain.length - mark - 1
  if (isRepeated || (decimals === 3 && !/^0[.,]/.test(plain) && !/[.,'’ \u00a0]/.test(plain.slice(0, mark)))) return -1
  return mark
}

function rounded(whole: string, decimals: string): string {
  if (decimals.length > 2) return Number(`${whole}.${decimals}`).toFixed(2)
  const bare = whole.replace(/^0+(?=\d)/, '')
  return `${bare === '' ? '0' : bare}.${decimals.padEnd(2, '0')}`
}

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₺': 'TRY',
  '₽': 'RUB',
  '₩': 'KRW',
  '₪': 'ILS',
  '₴': 'UAH',
  R$: 'BRL',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  Rs: 'INR',
  euro: 'EUR',
  euros: 'EUR',
  Euro: 'EUR',
  ريال: 'SAR',
  درهم: 'AED',
  جنيه: 'EGP',
}
const codes = new Set(
  `EUR USD GBP CHF CAD AUD NZD BRL MXN COP CLP PEN ARS PLN CZK SEK NOK DKK HUF RON BGN TRY RUB UAH AED SAR QAR KWD MAD
  DZD TND EGP JOD ILS INR PKR JPY CNY KRW HKD SGD MYR THB IDR ZAR NGN KES`.split(/\s+/),
)
const currencyBefore = /(?:(\p{Lu}{3}|R\$|Rs\.?)|([€$£¥₹₺₽₩₪₴])) {0,3}[:.]? {0,3}[-–−]? ?$/u
const currencyAfter =
  /^ {0,2}(?:([€$£¥₹₺₽₩₪₴])|(\p{Lu}{3}|R\$|zł|Kč|Ft|lei|kr|euros?|Euro|ريال|درهم|جنيه|دينار|DH|Dh)(?![\p{L}\p{N}]))/u

function amountAt(plain: string, start: number, raw: string): Amount | undefined {
  const end = start + raw.length
  if (isPartOfMore(plain, start, end)) return undefined
  const value = parseAmount(raw)
  if (value === undefined) return undefined
  const leading = isPlain(plain.charCodeAt(start - 1))
    ? null
    : currencyBefore.exec(plain.slice(Math.max(0, start - 12), start))
  const isGlued =
    isLetterCode(plain.charCodeAt(start - 1)) || /[\p{L}_][./#-]$/u.test(plain.slice(Math.max(0, start - 2), start))
  const before = markOf(leading)
  if (isGlued && before === undefined) return undefined
  const after = plain.slice(end, end + 10)
  if (/^ ?%|^(?:\p{L}{1,2}\d|-\p{L})/u.test(after)) return undefined
  const trailing = currencyAfter.exec(after)
  const mark = before ?? markOf(trailing)
  const isNegative =
    isMinus(plain, start, leading?.[0].length ?? 0) || /^-(?![\d\p{L}])/u.test(after) || isBracketed(plain, start, end)
  return {
    value: isNegative && /[1-9]/.test(value) ? `-${value}` : value,
    start: start - (before === undefined ? 0 : (leading?.[0].length ?? 0)),
    end: end + (markOf(trailing) === undefined ? 0 : (trailing?.[0].length ?? 0)),
    currency: mark === undefined ? undefined : currencyOf(mark),
    isMoney: mark !== undefined || /[.,]\d{2}$/.test(raw),
  }
}

/** The currency that a match holds, or undefined. */
function markOf(match: RegExpExecArray | null): string | undefined {
  const mark = match?.[1] ?? match?.[2]
  return mark !== undefined && isCurrency(mark) ? mark : undefined
}

/** The text's beginning, a line feed, or a bracket: no currency stands before. */
function isPlain(code: number): boolean {
  return Number.isNaN(code) || code === 0x0a || code === 0x28
}

function isLetterCode(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f || code >= 0xc0
}

/** A minus before the number, or before its currency. */
function isMinus(plain: string, start: number, leading: number): boolean {
  const close = plain.charAt(start - 1) === ' ' ? plain.charAt(start - 2) : plain.charAt(start - 1)
  if (/[-–−]/.test(close)) return true
  return leading > 0 && /[-–−] ?$/.test(plain.slice(Math.max(0, start - leading - 2), start - leading))
}

/** Whether a number goes on as a date, a time or a code does: `12/03`, `12:30`, `4.5.6`, `1_a`. */
function isPartOfMore(plain: string, start: number, end: number): boolean {
  const next = plain.charCodeAt(end)
  if (next === 0x5f) return true
  const isJoint = next === 0x2f || next === 0x3a || next === 0x2e || next === 0x2c || next === 0x2d
  if (isJoint && isDigitCode(plain.charCodeAt(end + 1))) return true
  const previous = plain.charCodeAt(start - 1)
  const follows = previous === 0x2f || previous === 0x3a || (previous >= 0x2c && previous <= 0x2e)
  return follows && isDigitCode(plain.charCodeAt(start - 2))
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function isBracketed(plain: string, start: number, end: number): boolean {
  if (plain.charCodeAt(start - 1) !== 0x28 && plain.charCodeAt(start - 2) !== 0x28) return false
  return /^ ?[€$£]? ?\)/.test(plain.slice(end, end + 4))
}

function isCurrency(mark: string): boolean {
  return currencyOf(mark) !== undefined || /^(?:[$¥]|kr|DH|Dh|دينار)$/.test(mark)
}

/** ISO 4217 for a code or sign; undefined for a sign that several currencies share ($, kr). */
export function currencyOf(mark: string): string | undefined {
  const bare = mark.replace('.', '')
  return codes.has(bare) ? bare : signs[bare]
}
