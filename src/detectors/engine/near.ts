import { cuesOf, isCueOf, type Scan } from './scan.ts'

/** How far, in UTF-16 units, a word may stand from a value and still speak for it. */
export const reach = Object.freeze({ before: 72, after: 28 })

/** Signs that may stand between a label and its value besides spaces. */
const labelSigns = /^[ \t]*(?:\([^()\n]{0,24}\))?[ \t]*(?:[:=#|>*_"'()[\]°º.,;~/-][ \t]*){0,6}\n?[ \t]*["'*([#]{0,2}$/
/** Small words that may stand there too: 'is', 'n°', 'est le', 'no.' */
const smallWords =
  /(?<!\p{L})(?:is|was|it|its|s|n|no|nr|num|number|numero|numéro|número|nummer|est|es|son|était|étant|le|la|el|il|at|to|au|on|the|de|du|del|of|ist|lautet|è|é|o|em|den|der|am|op|in|id|ref|code|suivant|following|siguiente)(?!\p{L})/giu
const longestGap = 40

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

/** Whether only label signs and small words stand in `text` between a label and its value. */
export function isLabelGap(text: string, from: number, to: number): boolean {
  if (to < from || to - from > longestGap) return false
  if (isPlainGap(text, from, to)) return true
  const gap = text.slice(from, to)
  return labelSigns.test(gap) || labelSigns.test(gap.replace(smallWords, ''))
}

/** A space, a colon and a space: most gaps, told without a pattern. */
function isPlainGap(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code !== 0x20 && code !== 0x3a) return false
  }
  return true
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
