import type { Detector } from '../../core/finding.ts'
import { type Lexicon, makeLexicon, type Words } from './lexicon.ts'
import { makeWritingTrie, type Writings, type WritingTrie } from './writings.ts'

/**
 * The cheap question that is asked before a detector runs: does its text hold this at all?
 * `literals`: one of these strings; `words`, `writings`: a word or number of one of these topics.
 */
export type Anchor =
  | { readonly by: 'literals'; readonly literals: readonly string[] }
  | { readonly by: 'words'; readonly topics: readonly string[] }
  | { readonly by: 'writings'; readonly topics: readonly string[] }

/** What a detector of this room adds to the agreed interface: what the one pass over the text should look for. */
export interface Unit extends Detector {
  readonly words?: Words
  readonly writings?: Writings
  /** Any of them lets the detector run. Absent: it always runs. */
  readonly anchors?: readonly Anchor[]
  /**
   * The writings alone say too little: they are looked for only in texts with a word of the topic of the same name, or
   * where the entity type was asked for by name.
   */
  readonly needsWords?: boolean
}

/** A detector written out by hand, frozen. */
export function defineUnit(unit: Unit): Unit {
  return Object.freeze(unit)
}

/** A unit with its cheap questions as numbers and strings, to be asked of each scan. */
export interface Gate {
  readonly unit: Unit
  readonly isOpen: boolean
  readonly cueTopics: readonly number[]
  readonly writingTopics: readonly number[]
  readonly literals: readonly string[]
}

/** What one pass over a text looks for, for a set of detectors. */
export interface Plan {
  readonly lexicon: Lexicon
  readonly writings: WritingTrie
  /** By writing topic: the word topic without which it is not looked for, -1 where it always is. */
  readonly wordsFor: readonly number[]
  /** The detectors of the set, in order. */
  readonly gates: readonly Gate[]
}

const plans = new WeakMap<readonly Unit[] | Unit, Plan>()

/** The plan of these detectors; made on first use of the same list. */
export function planOf(units: readonly Unit[] | Unit): Plan {
  const known = plans.get(units)
  if (known !== undefined) return known
  const list = isList(units) ? units : [units]
  const lexicon = makeLexicon(list.map((unit) => unit.words ?? {}))
  const writings = makeWritingTrie(list.map((unit) => unit.writings ?? {}))
  const gates = list.map((unit) => makeGate(unit, lexicon, writings))
  const plan: Plan = Object.freeze({ lexicon, writings, gates, wordsFor: wordsFor(list, lexicon, writings) })
  plans.set(units, plan)
  return plan
}

/** A topic that two units share is looked for always unless both need words. */
function wordsFor(units: readonly Unit[], lexicon: Lexicon, { topics }: WritingTrie): readonly number[] {
  const free = new Set(units.flatMap((unit) => (unit.needsWords ? [] : Object.keys(unit.writings ?? {}))))
  return [...topics.keys()].map((topic) => (free.has(topic) ? -1 : (lexicon.topics.get(topic) ?? -1)))
}

function makeGate(unit: Unit, lexicon: Lexicon, writings: WritingTrie): Gate {
  const { anchors } = unit
  const topics = (by: 'words' | 'writings') =>
    anchors?.flatMap((anchor) => (anchor.by === by ? anchor.topics : [])) ?? []
  return Object.freeze({
    unit,
    isOpen: anchors === undefined,
    cueTopics: topics('words').map((topic) => lexicon.topics.get(topic) ?? -1),
    writingTopics: topics('writings').map((topic) => writings.topics.get(topic) ?? -1),
    literals: anchors?.flatMap((anchor) => (anchor.by === 'literals' ? anchor.literals : [])) ?? [],
  })
}

function isList(units: readonly Unit[] | Unit): units is readonly Unit[] {
  return Array.isArray(units)
}
