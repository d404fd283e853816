import { codesOf } from './text/codes.ts'

/** What the numbers of a text are about, counted in one pass. */
export interface NumberCounts {
  /** Amounts of money: two decimals, or a currency beside them; not zero. */
  readonly amounts: number
  /** Lines with words that end in such an amount. */
  readonly itemLines: number
  /** Strengths of medicines (500 mg) and, twice, schedules (1-0-1). */
  readonly doses: number
  /** Lines of a laboratory's table: a value, a unit, a range. */
  readonly labLines: number
  /** Ages of persons: 45 ans, 45-year-old, Edad: 45. */
  readonly ages: number
}

const lineFeed = 0x0a
const space = 0x20
const hyphen = 0x2d
const dot = 0x2e
const comma = 0x2c
const percent = 0x25
const arabicDecimal = 0x66b

/** Counts what the numbers in the first `characters` of a text are about. */
export function countNumbers(text: string, characters: number): NumberCounts {
  const codes = codesOf(text)
  const end = Math.min(text.length, characters)
  const counts = { amounts: 0, itemLines: 0, doses: 0, labLines: 0, ages: 0 }
  let letters = 0
  let hasRange = false
  for (let at = 0; at < end; at += 1) {
    const code = codes[at] as number
    if (code === lineFeed) {
      letters = 0
      hasRange = false
    } else if (!isDigit(code)) {
      if (code > 0x40) letters += 1
    } else {
      const number = readNumber(codes, at, end)
      if (isSchedule(codes, at, number.end, end)) counts.doses += 2
      else if (!number.isOdd) {
        const after = codes[number.end] === space ? number.end + 1 : number.end
        if (isAmount(codes, at, number, after, end)) {
          counts.amounts += 1
          if (letters > 2 && endsLine(codes, number.end, end)) counts.itemLines += 1
        } else if (isDose(text, after)) counts.doses += 1
        else if (!number.hasDecimals && number.end - at < 4 && isAge(text, at, number.end)) counts.ages += 1
        if (!hasRange && isLabValue(text, codes, number.end)) {
          hasRange = true
          counts.labLines += 1
        }
      }
      at = number.end - 1
    }
  }
  return counts
}

interface Read {
  /** UTF-16 unit behind the number. */
  readonly end: number
  readonly hasDecimals: boolean
  readonly isZero: boolean
  /** A date, a version, a telephone number: more parts than an amount has. */
  readonly isOdd: boolean
}

/** A number with its groups of thousands and its decimals. */
function readNumber(codes: Uint16Array, start: number, end: number): Read {
  let at = start
  let isZero = true
  const digits = (): number => {
    const from = at
    for (; at < end && isDigit(codes[at] as number); at += 1) if (digitOf(codes[at] as number) !== 0) isZero = false
    return at - from
  }
  let length = digits()
  for (let groups = 0; length <= 3 && groups < 4; groups += 1) {
    if (!isGroupMark(codes[at] as number) || digitsAfter(codes, at + 1, end) !== 3) break
    at += 1
    length = digits()
  }
  const mark = codes[at] as number
  const decimals = mark === dot || mark === comma || mark === arabicDecimal ? digitsAfter(codes, at + 1, end) : 0
  const hasDecimals = decimals === 2
  if (decimals > 0) {
    at += 1
    digits()
  }
  const next = codes[at] as number
  const isOdd =
    at < end && (next === dot || next === comma || next === 0x2f || next === 0x3a) && isDigit(codes[at + 1] as number)
  if (isOdd) for (; at < end && (isDigit(codes[at] as number) || isJoint(codes[at] as number)); ) at += 1
  return { end: at, hasDecimals, isZero, isOdd }
}

function isJoint(code: number): boolean {
  return code === dot || code === comma || code === 0x2f || code === 0x3a
}

function isGroupMark(code: number): boolean {
  return (
    code === dot ||
    code === comma ||
    code === space ||
    code === 0x27 ||
    code === 0x2019 ||
    code === 0xa0 ||
    code === 0x202f
  )
}

function digitsAfter(codes: Uint16Array, from: number, end: number): number {
  let at = from
  while (at < end && at - from < 4 && isDigit(codes[at] as number)) at += 1
  return at - from
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)
}

function digitOf(code: number): number {
  return code < 0x40 ? code - 0x30 : code & 0xf
}

function isAmount(codes: Uint16Array, start: number, number: Read, after: number, end: number): boolean {
  if (number.isZero || codes[after] === percent) return false
  const before = codes[start - 1] === space ? start - 2 : start - 1
  const isBeside = isCurrency(codes[before] as number) || (after < end && isCurrency(codes[after] as number))
  if (isBeside) return true
  if (number.hasDecimals) return !isLetter(codes[number.end] as number)
  return isCurrencyWord(codes, after)
}

function isCurrency(code: number): boolean {
  return code === 0x24 || code === 0xa3 || code === 0xa5 || (code >= 0x20a0 && code <= 0x20bf) || code === 0xfdfc
}

const currencyWords = new Set(
  `eur euro euros usd gbp chf cad aud brl mxn pln czk sek nok dkk huf ron try aed sar mad dzd tnd egp qar kwd inr jpy cny krw dh
  dhs zl kc kr ft lei tl rs درهم ريال دينار جنيه ليرة руб грн円 元 원`.split(/\s+/),
)

function isCurrencyWord(codes: Uint16Array, at: number): boolean {
  if (!isLetter(codes[at] as number)) return false
  let word = ''
  for (let here = at; here < at + 6 && isLetter(codes[here] as number); here += 1)
    word += String.fromCharCode(codes[here] as number)
  return currencyWords.has(word.toLowerCase())
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0xc0
}

/** Whether little more than a currency or a tax letter stands behind the number on its line. */
function endsLine(codes: Uint16Array, from: number, end: number): boolean {
  let letters = 0
  for (let at = from; at < end && at < from + 24; at += 1) {
    const code = codes[at] as number
    if (code === lineFeed) return true
    if (isDigit(code)) return false
    if (isLetter(code)) letters += 1
    if (letters > 5) return false
  }
  return from + 24 >= end
}

const doseUnit = /(?:mg|mcg|µg|μg|ml|g|UI|IU|IE|ui|MG|ML|mL|Mg|G|ملغ|مجم|ملجم|مل|غ|جم)(?![\p{L}\p{N}])|mg\/|ml\//uy

function isDose(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (!isLetter(code) && code !== 0xb5) return false
  doseUnit.lastIndex = at
  return doseUnit.test(text)
}

/** 1-0-1, 1-0-0-1, ½-0-½: tablets in the morning, at noon, in the evening, at night. */
function isSchedule(codes: Uint16Array, start: number, numberEnd: number, end: number): boolean {
  if (numberEnd - start !== 1 || codes[numberEnd] !== hyphen || codes[start - 1] === hyphen) return false
  let parts = 1
  let at = numberEnd
  while (at + 1 < end && codes[at] === hyphen && isSmall(codes[at + 1] as number)) {
    parts += 1
    at += 2
  }
  return (
    isSmall(codes[start] as number) &&
    (parts === 3 || parts === 4) &&
    !isDigit(codes[at] as number) &&
    codes[at] !== hyphen
  )
}

function isSmall(code: number): boolean {
  return (code >= 0x30 && code <= 0x34) || code === 0xbd
}

const ageAfter =
  /[ -]?(?:ans|años|anni|anos|jaar|jahre|lat|let|år|ani|éves|evs|yaşında|лет|года|років|سنة|عاما|عاماً|عام|세|岁|歳|yo|y\/o|y|(?:years?|yrs?)[ -]old|jährige[rnms]?|jähr\.|jarige)(?![\p{L}\p{N}])/iuy
const ageLabel =
  /(?:^|[^\p{L}])(?:age|âge|edad|età|idade|alter|leeftijd|العمر|wiek|ålder|alder|ikä|vârsta|yaş|возраст|вік)[ :.]{1,4}$/iu
const duration =
  /(?:^|[^\p{L}])(?:depuis|pendant|il y a|dans les|sous|durée de|hace|desde|durante|cada|da|per|há|por|seit|vor|für|sinds|gedurende|for|in|over|last|past|within|next|منذ|لمدة|خلال) {1,3}(?:environ |circa |about |les |los |gli |as |mais de |più di |más de )?$/iu

function isAge(text: string, start: number, end: number): boolean {
  ageAfter.lastIndex = end
  const before = text.slice(Math.max(0, start - 24), start)
  if (!ageAfter.test(text)) return ageLabel.test(before)
  return !duration.test(before)
}

const labUnit =
  /(?:[mµun]?g\/[dm]?l|pg\/ml|ng\/[dm]l|[mµunp]mol\/(?:l|mol)|[mµ]?[iu]?ui?\/m?l|miu\/m?l|µ?iu\/ml|%|fl|pg|[gt]\/l|\/[np]l|\/[µu]l|[kmx]?10[\^*e]?[0-9]{1,2}\/[µu]?l|k\/[µu]l|m\/[µu]l|mm\/h|ml\/min|(?:mill?|mil)?\/mm3|meq\/l|x10\S{0,8})(?![\p{L}\p{N}])/iuy
const range = /^[^\n]{0,40}?(?:\d ?(?:[-–aà]|to|bis) ?\d|[<>≤≥] ?\d)/u

/** Spaces between the columns of a table of results, and a mark on values out of their range. */
const columnGap = 40
const marks = new Set([...'|*HL+↑↓'].map((mark) => mark.charCodeAt(0)))

function isLabValue(text: string, codes: Uint16Array, end: number): boolean {
  let at = end
  while (at < end + columnGap && (codes[at] === space || codes[at] === 0x09)) at += 1
  if (marks.has(codes[at] as number)) at += 1
  while (at < end + columnGap && (codes[at] === space || codes[at] === 0x09)) at += 1
  const code = codes[at] as number
  if (!isLetter(code) && code !== percent && code !== 0x2f && code !== 0x31 && code !== 0xb5) return false
  labUnit.lastIndex = at
  return labUnit.test(text) && range.test(text.slice(labUnit.lastIndex, labUnit.lastIndex + 48))
}
