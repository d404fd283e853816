/** How numbers of one cell style are shown, as far as it changes what they mean. */
export interface CellStyle {
  /** Set where the number is a day, a time of day, or both. */
  readonly moment?: 'date' | 'time' | 'date_time'
  /** Set where its digits go into a pattern, as those of a postal code or a telephone number do. */
  readonly patterns?: readonly DigitPattern[]
}

/** Digits between fixed signs: '0#" "##" "##'. Each sign is a placeholder ('0', '#', '?') or stands for itself. */
interface DigitPattern {
  readonly signs: readonly { readonly text: string; readonly isDigit: boolean }[]
  /** The pattern is for numbers up to this. */
  readonly atMost: number
}

/** 1899-12-30 and 1904-01-01, in days after 1970-01-01. */
const dayBefore1900 = -25_569
const dayOf1904 = -24_107
/** Serial number of 9999-12-31. */
const lastSerial = 2_958_465
const plain: CellStyle = Object.freeze({})

/** Number formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30, with the East Asian ones). */
export function builtInStyle(id: number): CellStyle {
  if (id === 22) return { moment: 'date_time' }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { moment: 'date' }
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { moment: 'time' }
  return plain
}

/** What a number format's code makes of a number. */
export function styleOf(code: string): CellStyle {
  // Literal text, colours, currencies and conditions say nothing about time; elapsed time is in brackets too.
  const bare = code
    .slice(0, 1_024)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|standard/gi, '')
  const hasDay = /[yd]/i.test(bare)
  const hasTime = /[hs]/i.test(bare)
  if (hasDay || hasTime) return { moment: hasDay && hasTime ? 'date_time' : hasDay ? 'date' : 'time' }
  if (/m/i.test(bare)) return { moment: 'date' }
  const patterns = digitPatterns(code)
  return patterns.length > 0 ? { patterns } : plain
}

function digitPatterns(code: string): readonly DigitPattern[] {
  const patterns: DigitPattern[] = []
  for (const section of code.slice(0, 1_024).split(';').slice(0, 2)) {
    const condition = /\[<=?(\d{1,15})\]/.exec(section)
    const pattern = digitPattern(section)
    if (pattern) patterns.push({ signs: pattern, atMost: condition ? Number(condition[1]) : Number.POSITIVE_INFINITY })
    if (!condition) break
  }
  return patterns
}

/** Undefined for formats of amounts, which have no fixed signs between their digits. */
function digitPattern(section: string): DigitPattern['signs'] | undefined {
  const signs: { text: string; isDigit: boolean }[] = []
  for (const [piece] of section.replace(/\[[^\]]*\]|[_*]./g, '').matchAll(/"[^"]*"|\\.|./gs)) {
    if (/^[0#?]$/.test(piece)) signs.push({ text: piece, isDigit: true })
    else if (piece.length > 1)
      signs.push({ text: piece.startsWith('"') ? piece.slice(1, -1) : piece.slice(1), isDigit: false })
    else if (/^[-/() +:.]$/.test(piece)) signs.push({ text: piece, isDigit: false })
    else return undefined
  }
  const digits = signs.filter(({ isDigit }) => isDigit)
  const isDecimal = signs.some(({ text, isDigit }) => !isDigit && text === '.')
  const last = signs.findLastIndex(({ isDigit }) => isDigit)
  const first = signs.findIndex(({ isDigit }) => isDigit)
  const hasSignBetween = signs.slice(first, last).some(({ isDigit }) => !isDigit)
  const keepsZeros = digits.length > 2 && digits.every(({ text }) => text === '0')
  return digits.length > 2 && !isDecimal && (hasSignBetween || keepsZeros) ? signs : undefined
}

/** A number of a cell as text: days and times in ISO 8601, patterns filled, else as a person would see all its digits. */
export function numberText(raw: string, style: CellStyle | undefined, isFrom1904: boolean): string {
  const value = raw === '' ? Number.NaN : Number(raw)
  if (Number.isNaN(value)) return raw
  if (style?.moment) return momentText(value, style.moment, isFrom1904) ?? digitsOf(value, raw)
  const pattern = Number.isInteger(value) && value >= 0 && style?.patterns?.find(({ atMost }) => value <= atMost)
  return pattern ? filled(pattern, digitsOf(value, raw)) : digitsOf(value, raw)
}

/** Fifteen digits, which is what spreadsheets keep; whole numbers never with an exponent. */
function digitsOf(value: number, raw: string): string {
  if (raw.length <= 15 && !/[eE]/.test(raw)) return raw
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

function filled({ signs }: DigitPattern, digits: string): string {
  let rest = digits
  let text = ''
  const firstDigit = signs.findIndex(({ isDigit }) => isDigit)
  for (let at = signs.length - 1; at >= 0; at -= 1) {
    const sign = signs[at]
    if (!sign?.isDigit) text = (rest !== '' || at < firstDigit || text !== '' ? (sign?.text ?? '') : '') + text
    else if (at === firstDigit) {
      text = (rest === '' && sign.text === '0' ? '0' : rest) + text
      rest = ''
    } else {
      text = (rest.slice(-1) || (sign.text === '0' ? '0' : '')) + text
      rest = rest.slice(0, -1)
    }
  }
  return text
}

function momentText(serial: number, moment: 'date' | 'time' | 'date_time', isFrom1904: boolean): string | undefined {
  if (serial < 0 || serial > lastSerial) return undefined
  const seconds = Math.round(serial * 86_400)
  if (moment === 'time') return clock(seconds)
  // The calendar of 1900 has a 29 February that never was, as serial 60: days before it count one less.
  const dayOne = isFrom1904 ? dayOf1904 : seconds < 60 * 86_400 ? dayBefore1900 + 1 : dayBefore1900
  const date = calendarDay(dayOne + Math.floor(seconds / 86_400))
  const rest = seconds % 86_400
  return moment === 'date' || rest === 0 ? date : `${date}T${clock(rest)}`
}

/** The day so many days after 1970-01-01, in ISO 8601: ten times as fast as Date. Howard Hinnant's `civil_from_days`. */
function calendarDay(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)}`
}

/** Hours may exceed a day: elapsed time. */
function clock(seconds: number): string {
  return `${two(seconds / 3_600)}:${two((seconds % 3_600) / 60)}:${two(seconds % 60)}`
}

function two(part: number): string {
  const whole = Math.floor(part)
  return whole < 10 ? `0${whole}` : String(whole)
}
