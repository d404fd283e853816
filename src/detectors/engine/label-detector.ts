import type { Candidate, Detector } from '../../core/finding.ts'
import type { Words } from './lexicon.ts'
import { firstCueAfter, isLabelGap, lastCueBefore, runAtOrAfter } from './near.ts'
import { defineUnit, type Unit } from './plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from './scan.ts'
import { weigh } from './weigh.ts'

/** A number that nothing but its label tells from others. */
export interface LabelRule extends Omit<Detector, 'find'> {
  readonly words: Words
  /**
   * Topics of labels, with the confidence of a value right behind one and the digits the value must have. With `near`, a
   * word of that topic must stand somewhere around; the label alone says too little.
   */
  readonly labels: Readonly<
    Record<string, { readonly confidence: number; readonly digits: number; readonly near?: string }>
  >
  /** The value, as one bounded expression. */
  readonly value: RegExp
}

/** Signs behind a label in which the value must begin. */
const labelReach = 40
const dateShape = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/

/** Makes a detector of values that stand behind a label. */
export function labelDetector(rule: LabelRule): Unit {
  const { labels, value, ...described } = rule
  const sticky = new RegExp(value.source, `${value.flags.replace(/[gy]/g, '')}y`)
  const unit: Unit = defineUnit({
    ...described,
    anchors: [{ by: 'words', topics: Object.keys(labels) }],
    find(text, context: ScanContext) {
      const scan = scanFor(unit, text, context)
      const found = new Map<number, Candidate>()
      for (const [topic, { confidence, digits, near }] of Object.entries(labels)) {
        for (const cue of cuesOf(scan, topic)) {
          const candidate = valueBehind(scan, scan.cueEnd[cue] ?? 0, sticky, digits)
          if (candidate === undefined || found.has(candidate.start)) continue
          const share = near === undefined || isAround(scan, near, candidate.start) ? confidence : confidence / 2
          found.set(candidate.start, { ...candidate, ...weigh(`${rule.id} behind its label`, share, 'label') })
        }
      }
      return found.values()
    },
  })
  return unit
}

/** How far around a value words are looked for. */
const surroundings = 300

function isAround(scan: Scan, topic: string, at: number): boolean {
  const [before, after] = [lastCueBefore(scan, topic, at), firstCueAfter(scan, topic, at)]
  return (
    (before >= 0 && at - (scan.cueEnd[before] ?? 0) <= surroundings) ||
    (after >= 0 && (scan.cueStart[after] ?? 0) - at <= surroundings)
  )
}

/** The first run behind a label that begins a value, where only label signs and small words stand between. */
function valueBehind(scan: Scan, from: number, value: RegExp, digits: number) {
  const { text, runStart, runEnd } = scan
  for (let run = runAtOrAfter(scan, from); run < runStart.length; run += 1) {
    const at = runStart[run] ?? 0
    if (at - from > labelReach) return undefined
    const end = runEnd[run] ?? 0
    if (end - at === 1) continue
    if (end - at === 2 && isSmallLetter(text, end + 1)) return undefined
    const start = withPrefix(text, from, at)
    if (!isLabelGap(text, from, start)) return undefined
    value.lastIndex = start
    const written = value.exec(text)?.[0]
    if (written === undefined || dateShape.test(written) || countDigits(written) < digits) return undefined
    return { start, end: start + written.length, canonical: written.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') }
  }
  return undefined
}

/** 'paciente de 42 años': a small number and a word are no value. */
function isSmallLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x61 && code <= 0x7a
}

/** 'pat-001234': letters tied to the first run by a hyphen belong to the value. */
function withPrefix(text: string, from: number, at: number): number {
  const tied = /(?<![\p{L}\d])[A-Za-z]{1,6}[-_]$/u.exec(text.slice(Math.max(from, at - 8), at))
  return tied === null ? at : at - tied[0].length
}

function countDigits(written: string): number {
  return written.replace(/\D/g, '').length
}
