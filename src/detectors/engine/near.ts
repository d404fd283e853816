import { listed } from './lexicon.ts'
import { cuesOf, isCueOf, type Scan } from './scan.ts'
import { firstLetter, signs } from './signs.ts'

/** How far, in UTF-16 units, a word may stand from a value and still speak for it. */
export const reach = Object.freeze({ before: 72, after: 28 })

const longestGap = 40
/** Signs that may stand between a label and its value besides spaces. */
const labelSigns = new Set(':=#|>*_"\'()[]°º.,;~/-')
const mostSigns = 8
/** Small words that may stand there too: 'is', 'n°', 'est le', 'no.' */
const smallWords = new Set(
  listed(`
    is, was, it, its, s, n, no, nr, num, number, numero, numéro, número, nummer, est, es, son, era, était, étant, le, la, el, il, at, to, au, on, the, de, du,
    del, of, ist, lautet, è, é, o, em, den, der, am, op, in, id, ref, code, suivant, following, siguiente
  `),
)
/** What may stand in brackets behind a label: 'Nom (en capitales) :'. */
const longestBrackets = 24

/** Index of the last cue of a topic that ends at or before `at`, or -1. Cues lie in order: found by halving. */
export function lastCueBefore(scan: Scan, topic: string, at: number): number {
  const cues = cuesOf(scan, topic)
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.cueEnd[cues[middle] ?? 0] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low === 0 ? -1 : (cues[low - 1] ?? -1)
}

/** Index of the first cue of a topic that starts at or behind `at`, or -1. */
export function firstCueAfter(scan: Scan, topic: string, at: number): number {
  const cues = cuesOf(scan, topic)
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.cueStart[cues[middle] ?? 0] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low === cues.length ? -1 : (cues[low] ?? -1)
}

/** Index of the last cue of any topic that ends at or before `at`, or -1. */
export function cueEndingBefore(scan: Scan, at: number): number {
  let low = 0
  let high = scan.cueEnd.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.cueEnd[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Index of the first cue of any topic that starts at or behind `at`; the number of cues where there is none. */
export function cueStartingAt(scan: Scan, at: number): number {
  let low = 0
  let high = scan.cueStart.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.cueStart[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first run that starts at or behind `at`; the number of runs where there is none. */
export function runAtOrAfter(scan: Scan, at: number): number {
  let low = 0
  let high = scan.runStart.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((scan.runStart[middle] ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether only label signs, small words, one line feed and one pair of brackets stand between a label and its value. */
export function isLabelGap(text: string, from: number, to: number): boolean {
  if (to < from || to - from > longestGap) return false
  let marks = 0
  let lines = 0
  let at = from
  while (at < to) {
    const sign = text.charAt(at)
    const end = isLetter(text, at) ? endOfLetters(text, at, to) : sign === '(' ? endOfBrackets(text, at, to) : at + 1
    if (isLetter(text, at)) {
      if (!smallWords.has(text.slice(at, end).toLowerCase())) return false
    } else if (sign === '\n') lines += 1
    else if (sign !== ' ' && sign !== '\t' && sign !== '\r') {
      if (!labelSigns.has(sign)) return false
      marks += 1
    }
    if (lines > 1 || marks > mostSigns) return false
    at = end
  }
  return true
}

function isLetter(text: string, at: number): boolean {
  return (signs[text.charCodeAt(at)] ?? 0) >= firstLetter
}

function endOfLetters(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && isLetter(text, end)) end += 1
  return end
}

/** Behind the closing bracket where one follows, else behind the opening one. */
function endOfBrackets(text: string, at: number, to: number): number {
  const close = text.indexOf(')', at)
  return close > at && close < to && close - at <= longestBrackets && !text.slice(at, close).includes('\n')
    ? close + 1
    : at + 1
}

/** How a topic speaks for the value at `start`…`end`: by a label directly before, a word near, or not at all. */
export function support(scan: Scan, topic: string, start: number, end: number): 'label' | 'context' | undefined {
  const before = lastCueBefore(scan, topic, start)
  const after = firstCueAfter(scan, topic, end)
  if (before >= 0) {
    const cueEnd = scan.cueEnd[before] ?? 0
    if (isLabelGap(scan.text, cueEnd, start)) return 'label'
    if (start - cueEnd <= reach.before) return 'context'
  }
  return after >= 0 && (scan.cueStart[after] ?? 0) - end <= reach.after ? 'context' : undefined
}

/** Whether the label directly before `start` is one that belongs to something else than `topic`. */
export function hasOtherLabel(scan: Scan, topic: string, labelTopic: string, start: number): boolean {
  const cue = cueEndingBefore(scan, start)
  if (cue < 0 || isCueOf(scan, cue, topic) || !isCueOf(scan, cue, labelTopic)) return false
  return isLabelGap(scan.text, scan.cueEnd[cue] ?? 0, start)
}
