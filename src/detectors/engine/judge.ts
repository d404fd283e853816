import type { Candidate } from '../../core/finding.ts'
import { otherTopic, sampleTopic } from './common-words.ts'
import { hasOtherLabel, support } from './near.ts'
import { cuesOf, type Scan } from './scan.ts'
import { ratios, reweigh, reweighSample, type Weighed, weigh } from './weigh.ts'

/** Arithmetic that a real value passes. */
export interface Check {
  /** Undefined where this value carries no check digits, so that nothing can be said. */
  readonly isValid: (value: string) => boolean | undefined
  /** Share of made-up values of the same shape that pass too: 1/97 for mod 97, 1/10 for Luhn. */
  readonly falseRate: number
}

/** What is known of an entity type beyond the way it is written. */
export interface Rule {
  readonly id: string
  /** One spelling for equal values. Default: letters and digits alone, upper case. */
  readonly normalize?: (raw: string) => string
  /** What no real value breaks (a month of 13, an area that is never issued). Others are no candidates at all. */
  readonly isPossible?: (value: string, raw: string) => boolean
  readonly check?: Check
  /** How much the value itself moves the odds: below 1 for ranges that are rarely in use. */
  readonly ratioOf?: (value: string) => number
  /** Labels in scripts that put no spaces between words: looked for right before the value as they stand. */
  readonly signs?: readonly string[]
  /** A value whose check fails is told all the same where its label stands directly before it: mistyped or misread. */
  readonly keepsDamaged?: boolean
}

/** A stretch of text that is written like a value. */
export interface Match {
  readonly start: number
  readonly end: number
  /** Confidence of the writing alone. */
  readonly confidence: number
  /** Groups of the same kind go on before or behind it. */
  readonly isPartOfLonger: boolean
}

/** Letters and digits alone, upper case. */
export function alphanumeric(raw: string): string {
  return raw.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
}

/** Candidates below this are not worth working out, unless weak ones were asked for. */
const worthwhile = 0.3

/** Whether a writing of this share, its check digits holding, is worth working out where no word of its kind stands. */
export function saysEnough(rule: Rule, share: number): boolean {
  const odds = share / (1 - share) / (rule.check?.falseRate ?? 1)
  return odds / (1 + odds) >= worthwhile
}

/** Pattern, then normalize, then check digit, then context: the same way for every number. */
export function judge(scan: Scan, rule: Rule, match: Match, asked = false): Candidate | undefined {
  if (!asked && !mayBeWorthwhile(scan, rule, match)) return undefined
  const { start, end } = match
  const raw = scan.text.slice(start, end)
  const canonical = (rule.normalize ?? alphanumeric)(raw)
  const isValid = rule.check?.isValid(canonical)
  if (isValid === false && rule.keepsDamaged !== true) return undefined
  if (rule.isPossible !== undefined && !rule.isPossible(canonical, raw)) return undefined
  const role = isBehindSigns(scan.text, rule, start) ? 'label' : support(scan, rule.id, start, end)
  if (isValid === false && (role !== 'label' || match.isPartOfLonger)) return undefined

  if (isValid === false) return { start, end, canonical, ...damaged(rule.id, match.confidence) }
  let weighed = weigh(rule.id, match.confidence)
  if (match.isPartOfLonger) weighed = reweigh(weighed, 'pattern', 'part of a longer number', ratios.partOfLonger)
  const ratio = rule.ratioOf?.(canonical) ?? 1
  if (ratio !== 1) weighed = reweigh(weighed, 'pattern', 'in a range that is rarely in use', ratio)
  if (rule.check !== undefined && isValid === true)
    weighed = reweigh(weighed, 'checksum', 'check digits hold', 1 / rule.check.falseRate)
  if (role !== undefined) weighed = reweigh(weighed, role, roleNotes[role], ratios[role])
  if (role !== 'label' && hasOtherLabel(scan, rule.id, otherTopic, start)) {
    weighed = reweigh(weighed, 'label', 'labelled as something else', ratios.otherLabel)
  }
  if (role === undefined && isMachineValue(scan.text, start)) {
    weighed = reweigh(weighed, 'context', 'the value of a key that says something else', ratios.machineValue)
  }
  if (support(scan, sampleTopic, start, end) !== undefined) weighed = reweighSample(weighed)
  return { start, end, canonical, ...weighed }
}

/** Whether the best that can be said of a match, its check digits holding and a label beside it, is worth working out. */
function mayBeWorthwhile(scan: Scan, rule: Rule, { confidence, isPartOfLonger }: Match): boolean {
  let odds = confidence / (1 - confidence)
  if (isPartOfLonger) odds *= ratios.partOfLonger
  if (rule.check !== undefined) odds /= rule.check.falseRate
  if (rule.signs !== undefined || cuesOf(scan, rule.id).length > 0) odds *= ratios.label
  return odds / (1 + odds) >= worthwhile
}

/** Signs before a value in which a label without spaces must end. */
const signsReach = 24

function isBehindSigns(text: string, { signs }: Rule, start: number): boolean {
  if (signs === undefined) return false
  const before = text.slice(Math.max(0, start - signsReach), start)
  return signs.some((sign) => before.includes(sign))
}

/** 'id=4111…': the key of a log line or an address on the net. */
function isMachineValue(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === 0x3d && /[\w]/.test(text.charAt(start - 2))
}

const roleNotes = { label: 'its label stands beside it', context: 'a word of its kind stands near' } as const

/** Confidence of a value of the right shape right behind its label, when its check digits fail: mistyped or misread. */
const damagedConfidence = 0.55

function damaged(id: string, confidence: number): Weighed {
  const labelled = reweigh(weigh(id, confidence), 'label', roleNotes.label, ratios.label)
  const failed = {
    step: 'checksum',
    note: 'check digits fail, label and shape agree',
    confidence: damagedConfidence,
  } as const
  return { confidence: damagedConfidence, evidence: [...labelled.evidence, failed] }
}
