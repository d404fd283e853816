import { runAtOrAfter } from '../engine/near.ts'
import { cuesOf, hitsOf, type Scan } from '../engine/scan.ts'
import { longestDigits, type Writings } from '../engine/writings.ts'

/** Digits in groups that may be a telephone number. Offsets in UTF-16 units, end exclusive. */
export interface PhoneSpan {
  readonly start: number
  readonly end: number
  /** Without country prefix sign; a trunk '(0)' behind a country code is left out. */
  readonly digits: string
  readonly isInternational: boolean
  /** The first group stands in brackets. */
  readonly isBracketed: boolean
  readonly grouped: boolean
  /** Written as telephone numbers are: told from other digits by its groups alone. */
  readonly isWritten: boolean
  /** Digits or a decimal sign follow or precede without a space. */
  readonly isTied: boolean
  /** Groups that tables have as well: single digits, or more digits before or behind. */
  readonly isDoubtful: boolean
  /** In groups as large amounts are. */
  readonly isThousands: boolean
}

/** Groups that telephone numbers without trunk prefix, country code or brackets are written in. */
export const phoneWritings: Writings = Object.freeze({
  phone: [
    ...['999 999 9999', '999-999-9999', '999.999.9999', '9-999-999-9999', '9 999 999 9999', '999-9999', '999 9999'],
    ...['999 999 999', '999.999.999', '999-999-999', '99 999 999', '999 99 99 99', '999.99.99.99', '999-99-99-99'],
    ...['99 999 99 99', '99 99 99 99', '99-99-99-99', '9999 999 999', '9999 9999', '99 9999 9999', '999 9999 9999'],
    ...['99 9{6,7}', '99 9999-9999'],
  ],
})

const most = 15
const least = 7
const mostRuns = 9
/** Signs between a label and its number. */
const labelReach = 24

/** The runs at which a number may begin, in order: by what stands before it, by its groups, beside a label. */
export function startsOf(scan: Scan): readonly number[] {
  const { codes, runStart, runEnd, runKind } = scan
  const starts: number[] = []
  for (let run = 0; run < runStart.length; run += 1) {
    const kind = runKind[run] ?? 0
    if (isDigits(kind) && opens(codes, runStart[run] ?? 0, runEnd[run] ?? 0, kind)) starts.push(run)
  }
  const opened = starts.length
  const hits = hitsOf(scan, 'phone')
  for (let at = 0; at < hits.length; at += 4) if (hits[at + 2] === 0) starts.push(runAtOrAfter(scan, hits[at] ?? 0))
  for (const cue of cuesOf(scan, 'phone')) {
    const behind = runAtOrAfter(scan, scan.cueEnd[cue] ?? 0)
    if ((runStart[behind] ?? Number.POSITIVE_INFINITY) - (scan.cueEnd[cue] ?? 0) <= labelReach) starts.push(behind)
    addBefore(scan, scan.cueStart[cue] ?? 0, starts)
  }
  return starts.length === opened ? starts : [...new Set(starts)].sort((one, other) => one - other)
}

/** '+', a bracket or a trunk prefix, and not a lone digit. */
function opens(codes: Uint16Array, start: number, end: number, digits: number): boolean {
  const before = start === 0 ? 0 : (codes[start - 1] ?? 0)
  if (before === 0x2b || before === 0x28) return true
  if (before === 0x20 && start > 1 && codes[start - 2] === 0x2b) return true
  if (codes[start] !== 0x30 || digits < 2) return false
  if (digits >= least || (digits > 2 && codes[start + 1] === 0x30)) return true
  // A trunk prefix with its area: a group of two digits at least must follow.
  const gap = codes[end] ?? 0
  return (gap === 0x20 || gap === 0x2e || gap === 0x2d || gap === 0x2f) && isNumeral(codes[end + 2] ?? 0)
}

/** '28-64-66-98 office': the groups that end right before a label. */
function addBefore(scan: Scan, cueStart: number, starts: number[]): void {
  let run = runAtOrAfter(scan, cueStart) - 1
  if (cueStart - (scan.runEnd[run] ?? Number.NEGATIVE_INFINITY) > 3) return
  for (let count = 0; count < mostRuns && run >= 0 && isDigits(scan.runKind[run]); count += 1, run -= 1) {
    starts.push(run)
    if (run > 0 && !isGroupGap(scan.text, scan.runEnd[run - 1] ?? 0, scan.runStart[run] ?? 0)) return
  }
}

/** The spans that begin at a run, the likeliest first. None where the run can't begin one. */
export function* spansFrom(scan: Scan, run: number): Iterable<PhoneSpan> {
  const { text, runStart, runEnd, runKind } = scan
  const runAt = runStart[run] ?? 0
  const head = headBefore(text, runAt)
  if (!isDigits(runKind[run]) || isTiedBefore(text, head)) return
  const ends: { end: number; last: number; digits: number }[] = []
  let digits = 0
  for (let index = run; index < runStart.length && index - run < mostRuns; index += 1) {
    const kind = runKind[index] ?? 0
    if (!isDigits(kind) || (index > run && !isGroupGap(text, runEnd[index - 1] ?? 0, runStart[index] ?? 0))) break
    digits += kind
    if (digits > most + 1) break
    if (digits >= least) ends.push({ end: runEnd[index] ?? 0, last: index, digits })
  }
  for (const { end, last } of byLikelihood(ends, head !== runAt)) {
    const span = makeSpan(text, head, runAt, end, last - run + 1, hasNeighbour(scan, run, last))
    if (span !== undefined) yield span
  }
}

/** Ten digits first, then the longest; international numbers the longest first. */
function byLikelihood<T extends { digits: number }>(ends: readonly T[], isOpened: boolean): readonly T[] {
  const longestFirst = [...ends].reverse()
  if (isOpened || ends.length < 2) return longestFirst
  return [...longestFirst.filter(({ digits }) => digits === 10), ...longestFirst.filter(({ digits }) => digits !== 10)]
}

/** Where the number begins if '+', '00' or a bracket stands before its first group. */
function headBefore(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  if (before === 0x2b) return isCodeSign(text.charCodeAt(at - 2)) ? at : at - 1
  if (before === 0x28) return text.charCodeAt(at - 2) === 0x2b ? at - 2 : at - 1
  return before === 0x20 && text.charCodeAt(at - 2) === 0x2b && !isCodeSign(text.charCodeAt(at - 3)) ? at - 2 : at
}

/** A letter, digit, '/' or '+' before a plus sign: base64, or a sum. */
function isCodeSign(code: number): boolean {
  const lower = code | 0x20
  return isNumeral(code) || (lower >= 0x61 && lower <= 0x7a) || code === 0x2f || code === 0x2b
}

/** A letter, digit or decimal sign right before: the digits are the end of something else. */
function isTiedBefore(text: string, head: number): boolean {
  const before = text.charCodeAt(head - 1)
  if (isNumeral(before)) return true
  const ties = before === 0x2e || before === 0x2c || before === 0x2d || before === 0x2f || before === 0x5f
  return ties && isNumeral(text.charCodeAt(head - 2))
}

const groupGap = /^(?: ?[-./] ?|\) ?[-./]? ?| ?\(|\)?\(| {1,2}| ?\(0\) ?)$/

function isGroupGap(text: string, from: number, to: number): boolean {
  const length = to - from
  if (length === 1) {
    const code = text.charCodeAt(from)
    return code === 0x20 || code === 0x2e || code === 0x2d || code === 0x2f || code === 0x29 || code === 0x28
  }
  return length <= 4 && groupGap.test(text.slice(from, to))
}

const notPhone =
  /^(?:\d{5}-\d{4}|\d{1,2}[./|-]\d{1,2}[./|-](?:19|20)?\d\d(?:[ T].*)?|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?: .*)?|\d{1,2}[./]\d{1,2}[./]\d{2} .*|(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d|(?:(?:1?\d?\d|2[0-4]\d|25[0-5])(?:\.(?!$)|$)){4})$/
const written =
  /^(?:\+|\(|0\d{1,4}[ ./-]|0[1-9]\d{8}$|\d{3}[ .-]\d{3}[ .-]\d{3,4}$|\d{3}-\d{4}$|\d{3} \d{4}$|\d{2,3} \d{3} \d{3}$|\d{2}([ .-])\d{2}(?:\1\d{2}){2,3}$|\d{2,3} \d{6,7}$|\d{3} \d{2} \d{3}$|\d{2} \d{3} \d{3} \d{4}$)/
const extension = / ?(?:x|ext\.?|poste|durchwahl|dw\.?|int\.?)[ .:]{0,2}\d{1,5}(?![\d\p{L}])/iuy

/** Whether digits stand one space before the first or behind the last group. */
function hasNeighbour({ text, runStart, runEnd, runKind }: Scan, first: number, last: number): boolean {
  const isNext = (left: number, right: number) =>
    isDigits(runKind[left]) &&
    isDigits(runKind[right]) &&
    (runStart[right] ?? 0) - (runEnd[left] ?? 0) === 1 &&
    text.charCodeAt(runEnd[left] ?? 0) === 0x20
  return (first > 0 && isNext(first - 1, first)) || (last + 1 < runStart.length && isNext(last, last + 1))
}

function isDigits(kind = 0): boolean {
  return kind >= 1 && kind <= longestDigits
}

const pairs = /^0[1-9](?:[ .-]\d\d){4}$/
const doubtful = /(?:^|[ .])\d[ .]\d(?:[ .]|$)|^\d[ .]|[ .]\d[ .]\d+[ .]\d[ .]|[ .]\d$/
const thousands = /^\d{1,3}(?:[ .]\d{3}){2,3}$/

function makeSpan(
  text: string,
  head: number,
  runAt: number,
  end: number,
  groups: number,
  hasNeighbours: boolean,
): PhoneSpan | undefined {
  const start = head
  const raw = text.slice(start, end)
  if (hasLooseBracket(raw) || notPhone.test(raw)) return undefined
  const isInternational = /^\+|^\(\+/.test(raw) || /^00[1-9]/.test(raw)
  const digits = raw
    .replace(/(?<=\d[ ]?)\(0\)/, '')
    .replace(/\D/g, '')
    .replace(isInternational ? /^00/ : /^$/, '')
  if (digits.length < least || digits.length > most || /^(\d)\1*$/.test(digits)) return undefined
  extension.lastIndex = end
  const behind = extension.test(text) ? extension.lastIndex : end
  return {
    start,
    end: behind,
    digits,
    isInternational,
    isBracketed: raw.startsWith('(') && !isInternational,
    grouped: groups > 1 || head !== runAt,
    isWritten: written.test(raw),
    isTied: isTiedBehind(text, end),
    isThousands: thousands.test(raw),
    isDoubtful: head === runAt && (doubtful.test(raw) || (hasNeighbours && !pairs.test(raw))),
  }
}

/** A closing bracket without its opening one: '12) 345 678'. */
function hasLooseBracket(raw: string): boolean {
  if (!raw.includes('(') && !raw.includes(')')) return false
  return raw.split('(').length !== raw.split(')').length
}

function isTiedBehind(text: string, end: number): boolean {
  const after = text.charCodeAt(end)
  if (isNumeral(after) || after === 0x25 || after === 0x20ac) return true
  const ties = after === 0x2e || after === 0x2c || after === 0x2d || after === 0x2f || after === 0x3a
  return ties && isNumeral(text.charCodeAt(end + 1))
}

function isNumeral(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}
