import type { DetectContext } from '../../core/finding.ts'
import { findWritings } from './find-writings.ts'
import { type Cues, joinPhrases } from './phrases.ts'
import { type Plan, planOf, type Unit } from './plan.ts'
import { readSigns } from './read-signs.ts'
import { plain } from './signs.ts'

/** What one pass over a text found, for all detectors to share. Offsets in UTF-16 units, ends exclusive. */
export interface Scan extends Cues {
  /** The text with look-alikes in one spelling ({@link plain}); offsets as in the text itself. */
  readonly text: string
  /** The text's UTF-16 units and a 0 behind them: for loops, in which asking the string takes some times as long. */
  readonly codes: Uint16Array
  readonly plan: Plan
  /**
   * Stretches of letters and digits that hold a digit, and single letters, in order; a digit part glued to a word comes
   * again by itself.
   */
  readonly runStart: readonly number[]
  readonly runEnd: readonly number[]
  /** Number of digits (1…24) of a run of digits alone; other values for mixed and longer ones. */
  readonly runKind: readonly number[]
  /** Numbers in a known writing by topic number; see {@link findWritings}. */
  readonly hitsByTopic: readonly (readonly number[] | undefined)[]
  /** Where ':' stands between two signs that are no space, or beside another: times, MAC and IPv6 addresses. */
  readonly colons: readonly number[]
  /** Where '.' stands with a letter right after it and a letter or digit right before it: names of hosts and files. */
  readonly dots: readonly number[]
  /** Where signs beyond U+FFFF begin: each takes two UTF-16 units. */
  readonly pairs: readonly number[]
}

/** What a detector of this room is handed beside the text. */
export interface ScanContext extends DetectContext {
  /** The scan of this very text, where one was made for several detectors. */
  readonly scan?: Scan
}

const none: readonly number[] = Object.freeze([])

/**
 * Reads the text once.
 * @param asked numbers that say too little without a word of theirs are looked for too
 */
export function scanText(given: string, plan: Plan, asked = false): Scan {
  const { text, codes } = plain(given)
  const { runs, words, colons, dots, pairs } = readSigns(codes, plan.lexicon, plan.writings)
  const { cueStart, cueEnd, cueNode, cuesByTopic } = joinPhrases(codes, words, plan.lexicon)
  const hitsByTopic = findWritings(codes, runs, plan.writings, liveTopics(plan, cuesByTopic, asked))
  const { start: runStart, end: runEnd, kind: runKind } = runs
  return {
    text,
    codes,
    plan,
    runStart,
    runEnd,
    runKind,
    cueStart,
    cueEnd,
    cueNode,
    cuesByTopic,
    hitsByTopic,
    colons,
    dots,
    pairs,
  }
}

function liveTopics({ wordsFor }: Plan, cuesByTopic: Scan['cuesByTopic'], asked: boolean): Uint8Array {
  const isLive = new Uint8Array(wordsFor.length)
  for (let topic = 0; topic < wordsFor.length; topic += 1) {
    const words = wordsFor[topic] ?? -1
    if (asked || words < 0 || cuesByTopic[words] !== undefined) isLive[topic] = 1
  }
  return isLive
}

/** The scan in the context, or one made for this unit alone. */
export function scanFor(unit: Unit, text: string, context: ScanContext): Scan {
  return context.scan ?? scanText(text, planOf(unit), context.asked)
}

/** Indices of the cues of a topic. */
export function cuesOf(scan: Scan, topic: string): readonly number[] {
  return scan.cuesByTopic[scan.plan.lexicon.topics.get(topic) ?? -1] ?? none
}

/** Numbers written in a way of this topic: start, end, 1 if part of a longer number, index of the writing. */
export function hitsOf(scan: Scan, topic: string): readonly number[] {
  return scan.hitsByTopic[scan.plan.writings.topics.get(topic) ?? -1] ?? none
}

/** Whether a cue belongs to a topic. */
export function isCueOf(scan: Scan, cue: number, topic: string): boolean {
  const { topicsAt, topics } = scan.plan.lexicon
  return topicsAt[scan.cueNode[cue] ?? 0]?.includes(topics.get(topic) ?? -1) ?? false
}

/** The folded phrase of a cue, as its list has it. */
export function phraseOf(scan: Scan, cue: number): string {
  return scan.plan.lexicon.phraseAt[scan.cueNode[cue] ?? 0] ?? ''
}
