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

const day = 86_400_000
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
  const shift = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, seconds < 60 * 86_400 ? 31 : 30)
  const iso = new Date(shift + Math.floor(seconds / 86_400) * day).toISOString().slice(0, 10)
  const rest = seconds % 86_400
  return moment === 'date' || rest === 0 ? iso : `${iso}T${clock(rest)}`
}

/** Hours may exceed a day: elapsed time. */
function clock(seconds: number): string {
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  return `${two(seconds / 3_600)}:${two((seconds % 3_600) / 60)}:${two(seconds % 60)}`
}
