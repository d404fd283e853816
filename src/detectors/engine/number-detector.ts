import type { Candidate, Detector } from '../../core/finding.ts'
import { commonWords } from './common-words.ts'
import { judge, type Rule, saysEnough } from './judge.ts'
import type { Unit } from './plan.ts'
import { hitsOf, type ScanContext, scanFor } from './scan.ts'
import { ratios, reweigh } from './weigh.ts'

/** A number of a fixed shape: a national, tax or card number. */
export interface NumberRule extends Rule, Omit<Detector, 'find' | 'id'> {
  /**
   * Accepted ways to write it ({@link Writings}), each with the share of such writings in ordinary text that are this
   * number: high for telling groups, low for bare digits.
   */
  readonly writings: Readonly<Record<string, number>>
  /** Words and phrases that stand beside it, in every language it is met in. */
  readonly context: readonly string[]
  /** Looked for only where one of its words stands in the text, or where it is asked for. Default: where the writings say too little. */
  readonly needsWords?: boolean
}

/** Makes a detector of numbers that are known by how they are written, by check digits and by the words beside them. */
export function numberDetector(rule: NumberRule): Unit {
  const { writings, context, normalize: _, isPossible: __, check: ___, keepsDamaged: ____, ...described } = rule
  const confidences = Object.values(writings)
  const unit: Unit = {
    ...described,
    words: { ...commonWords, [rule.id]: context },
    writings: { [rule.id]: Object.keys(writings) },
    anchors: [{ by: 'writings', topics: [rule.id] }],
    needsWords: rule.needsWords ?? !confidences.some((share) => saysEnough(rule, share)),
    isRepairable: rule.check !== undefined && rule.check.falseRate <= provingRate,
    hasUnspacedLabels: rule.signs !== undefined,
    find(text, given: ScanContext) {
      const scan = scanFor(unit, text, given)
      const hits = hitsOf(scan, rule.id)
      const found: Candidate[] = []
      for (let at = 0; at < hits.length; at += 4) {
        const confidence = confidences[hits[at + 3] ?? 0] ?? 0
        const match = { start: hits[at] ?? 0, end: hits[at + 1] ?? 0, confidence, isPartOfLonger: hits[at + 2] === 1 }
        const candidate = judge(scan, rule, match, given.asked)
        if (candidate !== undefined) found.push(candidate)
      }
      if (rule.check !== undefined && isChance(found.length, hits.length / 4)) return found.map(doubted)
      return found
    },
  }
  return Object.freeze(unit)
}

/** Share of made-up numbers that pass a check which still proves a repair. */
const provingRate = 1 / 10

/** Numbers written alike from which on it tells something how many of them are valid. */
const telling = 8
const fewestValid = 1 / 3

/** A column of order numbers holds some that pass any check digit; a column of real values holds hardly one that fails. */
function isChance(valid: number, written: number): boolean {
  return valid > 0 && written >= telling && valid < written * fewestValid
}

/** A value with a word of its kind beside it is beyond this doubt. */
function doubted(candidate: Candidate): Candidate {
  const { confidence, evidence } = candidate
  if (evidence.some(({ step, note }) => (step === 'label' || step === 'context') && note.includes('stands')))
    return candidate
  return {
    ...candidate,
    ...reweigh({ confidence, evidence }, 'checksum', 'most numbers written alike fail the check', ratios.byChance),
  }
}
