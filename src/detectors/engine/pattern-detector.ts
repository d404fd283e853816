import type { Candidate, Detector } from '../../core/finding.ts'
import { commonWords } from './common-words.ts'
import { judge, type Rule, saysEnough } from './judge.ts'
import { isLabelGap } from './near.ts'
import type { Unit } from './plan.ts'
import { cuesOf, type Scan, type ScanContext, scanFor } from './scan.ts'

/**
 * Where a pattern is tried, so that no pattern is run over the whole text for nothing:
 * `stretches`: where a stretch of signs of `of` begins that holds the string `around`, `from` to `to` signs long;
 * `runs`: where a stretch of letters and digits with a digit in it begins, `from` to `to` signs long;
 * `label`: behind each of the context words, where only label signs stand between.
 */
export type Try =
  | {
      readonly at: 'stretches'
      readonly around: string
      readonly of: RegExp
      readonly from: number
      readonly to: number
    }
  | { readonly at: 'runs'; readonly from: number; readonly to: number }
  | { readonly at: 'label' }

/** A value that a pattern describes better than a list of writings. */
export interface PatternRule extends Rule, Omit<Detector, 'find' | 'id'> {
  /** With bounded quantifiers and no nested ones. Flags: `i` and `u` at will; where it is tried is for `tried` to say. */
  readonly pattern: RegExp
  readonly tried: Try
  /** Share of matches in ordinary text that are this value. */
  readonly confidence: number
  readonly context: readonly string[]
}

/** Signs behind a label in which the value must begin. */
const labelReach = 32

/** Makes a detector of values that match a pattern: pattern, then normalize, then check, then context. */
export function patternDetector(rule: PatternRule): Unit {
  const { pattern, tried, context, confidence, normalize: _, isPossible: __, check: ___, keepsDamaged: ____ } = rule
  const { id, version, entityType, title, sensitivity, country, reference, examples } = rule
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`)
  const places = { stretches: atStretches, runs: atRuns, label: atLabels }
  const unit: Unit = {
    ...{ id, version, entityType, title, sensitivity, reference, examples },
    ...(country === undefined ? {} : { country }),
    words: { ...commonWords, [id]: context },
    ...anchorsOf(rule),
    find(text, given: ScanContext) {
      const scan = scanFor(unit, text, given)
      const found: Candidate[] = []
      for (const [start, end] of places[tried.at](scan, rule, sticky)) {
        const candidate = judge(scan, rule, { start, end, confidence, isPartOfLonger: false }, given.asked)
        if (candidate !== undefined) found.push(candidate)
      }
      return found
    },
  }
  return Object.freeze(unit)
}

function anchorsOf(rule: PatternRule): Pick<Unit, 'anchors' | 'needsWords'> {
  const { tried, id, confidence } = rule
  if (tried.at === 'stretches') return { anchors: [{ by: 'literals', literals: [tried.around] }] }
  if (tried.at === 'runs' && saysEnough(rule, confidence))
    return { anchors: [{ by: 'runs', from: tried.from, to: tried.to }] }
  return { anchors: [{ by: 'words', topics: [id] }], needsWords: tried.at === 'runs' }
}

function* atStretches({ text }: Scan, { tried }: PatternRule, pattern: RegExp): Iterable<readonly [number, number]> {
  if (tried.at !== 'stretches') return
  let behind = 0
  for (let at = text.indexOf(tried.around); at >= 0; at = text.indexOf(tried.around, behind)) {
    let start = at
    while (start > behind && tried.of.test(text.charAt(start - 1))) start -= 1
    behind = at + tried.around.length
    while (behind < text.length && tried.of.test(text.charAt(behind))) behind += 1
    if (behind - start < tried.from || behind - start > tried.to) continue
    const end = endOfMatch(pattern, text, start)
    if (end === start) continue
    yield [start, end]
    behind = Math.max(behind, end)
  }
}

function* atRuns(scan: Scan, { tried }: PatternRule, pattern: RegExp): Iterable<readonly [number, number]> {
  if (tried.at !== 'runs') return
  for (let run = 0; run < scan.runStart.length; run += 1) {
    const start = scan.runStart[run] ?? 0
    const length = (scan.runEnd[run] ?? 0) - start
    if (length < tried.from || length > tried.to) continue
    const end = endOfMatch(pattern, scan.text, start)
    if (end > start) yield [start, end]
  }
}

function* atLabels(scan: Scan, { id }: PatternRule, pattern: RegExp): Iterable<readonly [number, number]> {
  for (const cue of cuesOf(scan, id)) {
    const from = scan.cueEnd[cue] ?? 0
    const limit = Math.min(scan.text.length, from + labelReach)
    for (let start = from; start < limit; start += 1) {
      if (scan.text.charCodeAt(start) <= 0x20 || !isLabelGap(scan.text, from, start)) continue
      const end = endOfMatch(pattern, scan.text, start)
      if (end === start) continue
      yield [start, end]
      break
    }
  }
}

/** Where the pattern's match at `start` ends; `start` where it does not match. */
function endOfMatch(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : start
}
