import type { Detector } from '../../core/finding.ts'
import { type Lexicon, makeLexicon, type Words } from './lexicon.ts'
import { lengthBit } from './read-signs.ts'
import { makeWritingTrie, type Writings, type WritingTrie } from './writings.ts'

/**
 * The cheap question that is asked before a detector runs: does its text hold this at all?
 * `literals`: one of these strings; `words`, `writings`: a word or number of one of these topics; `runs`: a stretch of
 * letters and digits with a digit in it (or a single letter), `from` to `to` signs long, with `hasLetters` one that is not
 * digits alone; `colons`, `dots`: one of those that the scan keeps.
 */
export type Anchor =
  | { readonly by: 'literals'; readonly literals: readonly string[] }
  | { readonly by: 'words'; readonly topics: readonly string[] }
  | { readonly by: 'writings'; readonly topics: readonly string[] }
  | { readonly by: 'runs'; readonly from: number; readonly to: number; readonly hasLetters?: true }
  | { readonly by: 'colons' }
  | { readonly by: 'dots' }

/** What a detector of this room adds to the agreed interface: what the one pass over the text should look for. */
export interface Unit extends Detector {
  readonly words?: Words
  readonly writings?: Writings
  /** Any of them lets the detector run. Absent: it always runs. */
  readonly anchors?: readonly Anchor[]
  /** Its check digits can prove that letters stand for digits: 'O' for 0, 'l' for 1. */
  readonly isRepairable?: boolean
  /** Some of its labels are in scripts that put no spaces between words: any such sign in the text counts as a word. */
  readonly hasUnspacedLabels?: boolean
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
  /** Bits of lengths of runs ({@link lengthBit}), of any and of those with letters. */
  readonly runLengths: number
  readonly mixedRunLengths: number
  readonly byColons: boolean
  readonly byDots: boolean
}

/** What one pass over a text looks for, for a set of detectors. */
export interface Plan {
  readonly lexicon: Lexicon
  readonly writings: WritingTrie
  readonly live: LiveTopics
  /** The detectors of the set, in order. */
  readonly gates: readonly Gate[]
  readonly doors: Doors
}

/** Which writing topics are looked for in a text: 1 for those that always are, others by the words that stand in it. */
export interface LiveTopics {
  readonly always: Uint8Array
  /** Writing topics by the word topic that lets them be looked for. */
  readonly byWords: readonly (readonly number[] | undefined)[]
  /** Writing topics with labels in scripts without spaces. */
  readonly unspaced: readonly number[]
}

/** Indices of the gates that a topic or string opens: asked once a text for all detectors. */
export interface Doors {
  readonly always: Uint8Array
  readonly byWords: readonly (readonly number[] | undefined)[]
  readonly byWritings: readonly (readonly number[] | undefined)[]
  readonly byLiteral: readonly (readonly [literal: string, gates: readonly number[]])[]
  /** Gates that ask for lengths of runs. */
  readonly byRuns: readonly number[]
  readonly byColons: readonly number[]
  readonly byDots: readonly number[]
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
  const live = liveTopics(list, lexicon, writings)
  const plan: Plan = Object.freeze({ lexicon, writings, gates, live, doors: makeDoors(gates) })
  plans.set(units, plan)
  return plan
}

/** A topic that two units share is looked for always unless both need words. */
function liveTopics(units: readonly Unit[], lexicon: Lexicon, { topics }: WritingTrie): LiveTopics {
  const free = new Set(units.flatMap((unit) => (unit.needsWords ? [] : Object.keys(unit.writings ?? {}))))
  const labelled = new Set(units.flatMap((unit) => (unit.hasUnspacedLabels ? Object.keys(unit.writings ?? {}) : [])))
  const always = new Uint8Array(topics.size)
  const byWords: number[][] = []
  for (const [name, topic] of topics) {
    const words = lexicon.topics.get(name)
    if (free.has(name) || words === undefined) always[topic] = 1
    else byWords[words] = [...(byWords[words] ?? []), topic]
  }
  const unspaced = [...topics].filter(([name]) => labelled.has(name)).map(([, topic]) => topic)
  return Object.freeze({ always, byWords, unspaced })
}

function makeDoors(gates: readonly Gate[]): Doors {
  const byWords: number[][] = []
  const byWritings: number[][] = []
  const byLiteral = new Map<string, number[]>()
  gates.forEach(({ cueTopics, writingTopics, literals }, index) => {
    for (const topic of cueTopics) byWords[topic] = [...(byWords[topic] ?? []), index]
    for (const topic of writingTopics) byWritings[topic] = [...(byWritings[topic] ?? []), index]
    for (const literal of literals) byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), index])
  })
  const always = Uint8Array.from(gates, ({ isOpen }) => (isOpen ? 1 : 0))
  const indicesOf = (asks: (gate: Gate) => boolean) => gates.flatMap((gate, index) => (asks(gate) ? [index] : []))
  return Object.freeze({
    always,
    byWords,
    byWritings,
    byLiteral: [...byLiteral],
    byRuns: indicesOf(({ runLengths, mixedRunLengths }) => (runLengths | mixedRunLengths) !== 0),
    byColons: indicesOf(({ byColons }) => byColons),
    byDots: indicesOf(({ byDots }) => byDots),
  })
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
    runLengths: lengthsOf(anchors, false),
    mixedRunLengths: lengthsOf(anchors, true),
    byColons: anchors?.some(({ by }) => by === 'colons') ?? false,
    byDots: anchors?.some(({ by }) => by === 'dots') ?? false,
  })
}

function lengthsOf(anchors: readonly Anchor[] | undefined, hasLetters: boolean): number {
  let bits = 0
  for (const anchor of anchors ?? []) {
    if (anchor.by !== 'runs' || (anchor.hasLetters ?? false) !== hasLetters) continue
    for (let length = anchor.from; length <= Math.min(anchor.to, 31); length += 1) bits |= lengthBit(length)
    if (anchor.to > 31) bits |= lengthBit(31)
  }
  return bits
}

function isList(units: readonly Unit[] | Unit): units is readonly Unit[] {
  return Array.isArray(units)
}
