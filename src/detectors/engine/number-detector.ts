import type { Candidate, Detector } from '../../core/finding.ts'
import { commonWords } from './common-words.ts'
import { judge, type Rule, saysEnough } from './judge.ts'
import type { Unit } from './plan.ts'
import { hitsOf, type ScanContext, scanFor } from './scan.ts'

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
    needsWords: rule.needsWords ?? (rule.signs === undefined && !confidences.some((share) => saysEnough(rule, share))),
    find(text, given: ScanContext) {
      const scan = scanFor(unit, text, given)
      const hits = hitsOf(scan, rule.id)
      const found: Candidate[] = []
      for (let at = 0; at < hits.length; at += 4) {
        const [start = 0, end = 0, longer, writing = 0] = hits.slice(at, at + 4)
        const confidence = confidences[writing] ?? 0
        const candidate = judge(scan, rule, { start, end, confidence, isPartOfLonger: longer === 1 }, given.asked)
        if (candidate !== undefined) found.push(candidate)
      }
      return found
    },
  }
  return Object.freeze(unit)
}
