import { isDay } from '../engine/check-digits.ts'
import { cuesOf, hitsOf, oncePerScan, phraseOf, type Scan } from '../engine/scan.ts'
import type { Writings } from '../engine/writings.ts'
import { boxedParts, boxedWritings } from './boxes.ts'
import { everydayMonths, monthByName } from './words.ts'

/** A date in a text. Parts that are not written are absent; `month` and `day` as they are read, `canonical` for digests. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly form: 'numeric' | 'named' | 'month' | 'partial' | 'year' | 'boxed'
  /** ISO 8601 as far as it is certain, else the parts as written, joined by '-'. */
  readonly canonical: string
  /** Share of such writings that are a date, before anything near is looked at. */
  readonly confidence: number
}

const dayMonth = '9{1,2}'
/** Each writing with the order of its parts and how often it is a date. */
const numeric: Readonly<Record<string, readonly [order: 'dmy' | 'ymd', confidence: number]>> = {
  [`${dayMonth}/${dayMonth}/9{4}`]: ['dmy', 0.9],
  [`${dayMonth}-${dayMonth}-9{4}`]: ['dmy', 0.9],
  [`${dayMonth}.${dayMonth}.9{4}`]: ['dmy', 0.9],
  [`${dayMonth}. ${dayMonth}. 9{4}`]: ['dmy', 0.85],
  [`${dayMonth}|${dayMonth}|9{4}`]: ['dmy', 0.6],
  [`${dayMonth} ${dayMonth} 9{4}`]: ['dmy', 0.3],
  [`${dayMonth}/${dayMonth}/99`]: ['dmy', 0.75],
  [`${dayMonth}-${dayMonth}-99`]: ['dmy', 0.5],
  [`${dayMonth}.${dayMonth}.99`]: ['dmy', 0.55],
  [`${dayMonth}|${dayMonth}|99`]: ['dmy', 0.4],
  [`9{4}-${dayMonth}-${dayMonth}`]: ['ymd', 0.9],
  [`9{4}/${dayMonth}/${dayMonth}`]: ['ymd', 0.9],
  [`9{4}.${dayMonth}.${dayMonth}`]: ['ymd', 0.75],
  '9{4}-99-99A99': ['ymd', 0.9],
}

export const dateWritings: Writings = Object.freeze({
  date: Object.keys(numeric),
  'month-year': ['9{1,2}/9{4}'],
  'day-month': ['9{1,2}/9{1,2}'],
  ...boxedWritings,
})

/** All dates of a text, in order. Read once for all that ask. */
export const datesIn = oncePerScan((scan): readonly WrittenDate[] =>
  [...numericDates(scan), ...namedDates(scan), ...years(scan), ...boxed(scan)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  ),
)

const orders = Object.values(numeric)

function* numericDates(scan: Scan): Iterable<WrittenDate> {
  const hits = hitsOf(scan, 'date')
  for (let at = 0; at < hits.length; at += 4) {
    const [start, hitEnd, longer, writing] = [hits[at] ?? 0, hits[at + 1] ?? 0, hits[at + 2] ?? 0, hits[at + 3] ?? 0]
    const [order, confidence] = orders[writing] ?? ['dmy', 0]
    const end = order === 'ymd' ? start + dayLength(scan.text, start, hitEnd) : hitEnd
    const parts = (scan.text.slice(start, end).match(/\d+/g) ?? []).map(Number)
    const canonical = order === 'ymd' ? readYmd(parts) : readDmy(parts)
    if (canonical === undefined) continue
    const timed = behindTime(scan.text, end)
    const sure = longer ? 0.1 : isLogLine(scan.text, start, end, timed) ? 0.35 : confidence
    yield { start, end: timed, form: 'numeric', canonical, confidence: sure }
  }
  yield* loose(scan, 'month-year', 0.5, (month, year) =>
    month >= 1 && month <= 12 && isYear(year) ? `${year}-${two(month)}` : '',
  )
  yield* loose(scan, 'day-month', 0.25, (one, other) =>
    readDmy([one, other, 2000]) === undefined ? '' : `${two(one)}-${two(other)}`,
  )
}

/** '2024-05-15T14' ends at the 'T'. */
function dayLength(text: string, start: number, end: number): number {
  const letter = text.slice(start, end).search(/[A-Za-z]/)
  return letter < 0 ? end - start : letter
}

function* loose(
  scan: Scan,
  topic: string,
  confidence: number,
  read: (one: number, other: number) => string,
): Iterable<WrittenDate> {
  const hits = hitsOf(scan, topic)
  for (let at = 0; at < hits.length; at += 4) {
    const [start, end] = [hits[at] ?? 0, hits[at + 1] ?? 0]
    if (hits[at + 2] === 1) continue
    const [one = 0, other = 0] = (scan.text.slice(start, end).match(/\d+/g) ?? []).map(Number)
    const canonical = read(one, other)
    if (canonical !== '') yield { start, end, form: 'partial', canonical, confidence }
  }
}

/** Year first: nothing to doubt. */
function readYmd([year = 0, month = 0, day = 0]: readonly number[]): string | undefined {
  return isYear(year) && isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined
}

/** Day or month first: ISO where only one way is a date, else the parts as they stand. */
function readDmy([one = 0, other = 0, written = 0]: readonly number[]): string | undefined {
  const year = written < 100 ? written + (written > 30 ? 1900 : 2000) : written
  if (!isYear(year)) return undefined
  const dayFirst = isDay(year, other, one)
  const monthFirst = isDay(year, one, other)
  if (dayFirst && monthFirst && one !== other) return `${two(one)}-${two(other)}-${year}`
  if (dayFirst) return `${year}-${two(other)}-${two(one)}`
  return monthFirst ? `${year}-${two(one)}-${two(other)}` : undefined
}

function isYear(year: number): boolean {
  return year >= 1850 && year <= 2100
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const time =
  /(?:T|,? {1,2}(?:à |a las |at |um |alle |às |om )?)\d{1,2} ?[:hH] ?\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?: ?(?:Z\b|UTC\b|[AaPp]\.?[Mm]\b|[+-]\d\d:?\d\d))?/y

function behindTime(text: string, end: number): number {
  time.lastIndex = end
  return time.test(text) ? time.lastIndex : end
}

/** A date with a time to the second at the head of a line that goes on is when a machine wrote it. */
function isLogLine(text: string, start: number, end: number, timed: number): boolean {
  const before = text.charAt(start - 1)
  const isHead = start === 0 || before === '\n' || (before === '[' && (start === 1 || text.charAt(start - 2) === '\n'))
  return isHead && timed - end >= 9 && /^[\]Z,.\d ]{0,8}[ \t|[]+\S/.test(text.slice(timed, timed + 16))
}

const dayBefore = /(?:^|[^\d.,])(\d{1,2})(?:er|re|st|nd|rd|th|ème|º|°|\.)?[ \t]?(?:de |of |d'|[-./,|]|\. |, )?[ \t]?$/i
const yearAfter =
  /^\.?(?:[ \t]|[-./,|])?(?: ?(?:de|del|do|of) |[-./,| ])?(\d{4}|'?\d{2})(?![\d]|[ \t]?(?:h|%|mg|ml|g|kg|cm|mm|€|\$)\b|[:.,]\d)/i
const dayAfter = /^\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\d]|[:.,]\d)/i

/** '3 mai 2024', 'May 3rd, 2024', '05-May', 'mai 2024'. */
function* namedDates(scan: Scan): Iterable<WrittenDate> {
  for (const cue of cuesOf(scan, 'month')) {
    const [from, to] = [scan.cueStart[cue] ?? 0, scan.cueEnd[cue] ?? 0]
    const name = phraseOf(scan, cue)
    const month = monthByName.get(name) ?? 0
    const before = dayBefore.exec(scan.text.slice(Math.max(0, from - 12), from))
    const after = scan.text.slice(to, to + 14)
    const date = before === null ? monthFirst(after, month, name) : dayFirst(before, after, month, name)
    if (date === undefined || !standsAlone(scan.text, from - date.back, to + date.length)) continue
    const end = date.hasYear ? behindTime(scan.text, to + date.length) : to + date.length
    yield { start: from - date.back, end, form: date.form, canonical: date.canonical, confidence: date.confidence }
  }
}

/** No letter, digit or sign of machine text beside it. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\p{L}\d+/=_@#]/u.test(text.charAt(start - 1)) && !/[\d+/=_@]/.test(text.charAt(end))
}

interface Named {
  readonly back: number
  readonly length: number
  readonly form: WrittenDate['form']
  readonly canonical: string
  readonly confidence: number
  readonly hasYear: boolean
}

function dayFirst(before: RegExpExecArray, after: string, month: number, name: string): Named | undefined {
  const written = before[1] ?? ''
  const back = before[0].length - before[0].indexOf(written)
  const day = Number(written)
  const year = yearOf(yearAfter.exec(after)?.[1])
  if (!isDay(year ?? 2000, month, day)) return undefined
  const length = year === undefined ? 0 : (yearAfter.exec(after)?.[0].length ?? 0)
  const confidence = year !== undefined ? 0.9 : everydayMonths.has(name) ? 0.4 : 0.6
  const canonical = `${year ?? '-'}-${two(month)}-${two(day)}`
  return { back, length, form: 'named', canonical, confidence, hasYear: year !== undefined }
}

function monthFirst(after: string, month: number, name: string): Named | undefined {
  const day = dayAfter.exec(after)
  if (day !== null && isDay(2000, month, Number(day[1]))) {
    const year = yearOf(day[2])
    const confidence = year !== undefined ? 0.9 : everydayMonths.has(name) ? 0.3 : 0.5
    const canonical = `${year ?? '-'}-${two(month)}-${two(Number(day[1]))}`
    return { back: 0, length: day[0].length, form: 'named', canonical, confidence, hasYear: year !== undefined }
  }
  const written = yearAfter.exec(after)
  const year = written?.[1]?.length === 4 ? yearOf(written[1]) : undefined
  if (written === null || year === undefined) return undefined
  return {
    back: 0,
    length: written[0].length,
    form: 'month',
    canonical: `${year}-${two(month)}`,
    confidence: 0.75,
    hasYear: false,
  }
}

function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const digits = Number(written.replace("'", ''))
  const year = digits < 100 ? digits + (digits > 30 ? 1900 : 2000) : digits
  return isYear(year) ? year : undefined
}

const yearWord =
  /(?:^|[^\p{L}])(?:en|in|année|since|during|depuis|year|years? of|desde|del? año|año|anno|seit|jahre?|nel|dal|em|ano|sinds|jaar|of|début|fin|printemps|été|automne|hiver|عام|سنة) $/iu
const notYear = /^(?:[\d\p{L}/%°€$-]|[.,]\d| ?(?:[€$%°]|mg\b|ml\b|m²))/u

/** 'en 1940', 'since 2004': a year behind a word that years stand behind. */
function* years({ text, codes, runStart, runKind }: Scan): Iterable<WrittenDate> {
  for (let run = 0; run < runStart.length; run += 1) {
    const start = runStart[run] ?? 0
    if (runKind[run] !== 4 || start === 0 || codes[start - 1] !== 0x20) continue
    const century = text.slice(start, start + 2)
    if ((century !== '19' && century !== '20') || notYear.test(text.slice(start + 4, start + 8))) continue
    if (!yearWord.test(text.slice(Math.max(0, start - 16), start))) continue
    yield { start, end: start + 4, form: 'year', canonical: text.slice(start, start + 4), confidence: 0.52 }
  }
}

/** Eight digits in the boxes of a form. */
function* boxed(scan: Scan): Iterable<WrittenDate> {
  for (const { kind, start, end, digits } of boxedParts(scan)) {
    if (kind !== 'date') continue
    const canonical = readDmy([Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))])
    if (canonical !== undefined) yield { start, end, form: 'boxed', canonical, confidence: 0.6 }
  }
}
