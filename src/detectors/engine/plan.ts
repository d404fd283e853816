import type { Detector } from '../../core/finding.ts'
import { type Lexicon, makeLexicon, type Words } from './lexicon.ts'
import { makeWritingTrie, type Writings, type WritingTrie } from './writings.ts'

/**
 * The cheap question that is asked before a detector runs: does its text hold this at all?
 * `literals`: one of these strings; `words`, `writings`: one of these topics; `always`: no such question is cheap.
 */
export type Anchor =
  | { readonly by: 'literals'; readonly literals: readonly string[] }
  | { readonly by: 'words'; readonly topics: readonly string[] }
  | { readonly by: 'writings'; readonly topics: readonly string[] }
  | { readonly by: 'always' }

/** What a detector of this room adds to the agreed interface: what the one pass over the text should look for. */
export interface Unit extends Detector {
  readonly words?: Words
  readonly writings?: Writings
  /** Any of them lets the detector run. Absent: it always runs. */
  readonly anchors?: readonly Anchor[]
}

/** A detector written out by hand, frozen. */
export function defineUnit(unit: Unit): Unit {
  return Object.freeze(unit)
}

/** What one pass over a text looks for, for a set of detectors. */
export interface Plan {
  readonly lexicon: Lexicon
  readonly writings: WritingTrie
}

const plans = new WeakMap<readonly Unit[] | Unit, Plan>()

/** The plan of these detectors; made on first use of the same list. */
export function planOf(units: readonly Unit[] | Unit): Plan {
  const known = plans.get(units)
  if (known !== undefined) return known
  const list = isList(units) ? units : [units]
  const plan: Plan = Object.freeze({
    lexicon: makeLexicon(list.map((unit) => unit.words ?? {})),
    writings: makeWritingTrie(list.map((unit) => unit.writings ?? {})),
  })
  plans.set(units, plan)
  return plan
}

function isList(units: readonly Unit[] | Unit): units is readonly Unit[] {
  return Array.isArray(units)
}
