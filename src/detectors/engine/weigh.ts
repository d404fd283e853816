import type { Evidence } from '../../core/finding.ts'

/**
 * How much a piece of evidence moves the odds that a candidate is what it looks like: above 1 for, below 1 against.
 * One table for all detectors, so that a confidence means the same everywhere and is calibrated in one place.
 */
export const ratios = Object.freeze({
  /** The value's own label stands directly before or behind it. */
  label: 40,
  /** A word that belongs to it stands near. */
  context: 8,
  /** The label of something else stands directly before it. */
  otherLabel: 0.1,
  /** Groups of the same kind go on before or behind it. */
  partOfLonger: 0.1,
  /** Most numbers of the text that are written alike fail the check: this one holds by chance. */
  byChance: 0.1,
  /** Letters were read as digits to make the check digits hold. */
  repair: 0.1,
  /** The value of a key in machine text, and the key is none of its words. */
  machineValue: 0.3,
  /** 'test', 'example', 'sample' near it. */
  sample: 0.5,
})

/** No evidence makes anything certain. */
const most = 0.99
/** Words like 'test' never bring a number whose check digits hold below this. */
const checkedFloor = 0.5

/** A confidence with the steps that led to it. */
export interface Weighed {
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** The first step: the pattern alone. */
export function weigh(note: string, confidence: number, step: Evidence['step'] = 'pattern'): Weighed {
  return { confidence, evidence: [{ step, note, confidence }] }
}

/** One more step: the odds times `ratio`. */
export function reweigh(before: Weighed, step: Evidence['step'], note: string, ratio: number): Weighed {
  const odds = (before.confidence / (1 - before.confidence)) * ratio
  const confidence = Math.min(most, rounded(odds / (1 + odds)))
  return { confidence, evidence: [...before.evidence, { step, note, confidence }] }
}

/** A word such as 'test' stands near: less sure, but a number whose check digits hold is kept. */
export function reweighSample(before: Weighed): Weighed {
  const after = reweigh(before, 'context', 'a word for made-up values stands near', ratios.sample)
  const isChecked = before.evidence.some((evidence) => evidence.step === 'checksum')
  const floor = isChecked ? Math.min(before.confidence, checkedFloor) : 0
  return after.confidence >= floor ? after : reweigh(before, 'context', 'a word for made-up values stands near', 1)
}

function rounded(share: number): number {
  return Math.round(share * 1_000) / 1_000
}
