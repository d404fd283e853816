import type { DetectContext } from '../../core/finding.ts'
import { findWritings } from './find-writings.ts'
import { type Cues, joinPhrases } from './phrases.ts'
import { type LiveTopics, type Plan, planOf, type Unit } from './plan.ts'
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
  /** One bit for each length that a run has ({@link lengthBit}); those of more than {@link longestDigits} digits or with a letter by themselves. */
  readonly runLengths: number
  readonly mixedRunLengths: number
  /** Numbers in a known writing by topic number; see {@link findWritings}. */
  readonly hitsByTopic: readonly (readonly number[] | undefined)[]
  /** The topics that have any. */
  readonly hitTopics: readonly number[]
  /** Where ':' stands between two signs that are no space, or beside another: times, MAC and IPv6 addresses. */
  readonly colons: readonly number[]
  /** Where '.' stands with a letter right after it and a letter or digit right before it: names of hosts and files. */
  readonly dots: readonly number[]
  /** Where signs beyond U+FFFF begin: each takes two UTF-16 units. */
  readonly pairs: readonly number[]
  /** What {@link oncePerScan} keeps. A table beside the scans that is keyed by them costs the collector of garbage dearly. */
  readonly kept: unknown[]
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
  const { runs, words, colons, dots, pairs, hasUnspaced } = readSigns(codes, plan.lexicon, plan.writings)
  const { cueStart, cueEnd, cueNode, cuesByTopic, cueTopics } = joinPhrases(codes, words, plan.lexicon)
  const isLive = liveTopics(plan.live, cueTopics, asked, hasUnspaced)
  const { byTopic: hitsByTopic, topics: hitTopics } = findWritings(codes, runs, plan.writings, isLive)
  const { start: runStart, end: runEnd, kind: runKind, lengths: runLengths, mixedLengths: mixedRunLengths } = runs
  return {
    text,
    codes,
    plan,
    runStart,
    runEnd,
    runKind,
    runLengths,
    mixedRunLengths,
    cueStart,
    cueEnd,
    cueNode,
    cuesByTopic,
    cueTopics,
    hitsByTopic,
    hitTopics,
    colons,
    dots,
    pairs,
    kept: [],
  }
}

let keepers = 0

/** What several detectors ask of a text, worked out for the first that asks. */
export function oncePerScan<T extends object>(make: (scan: Scan) => T): (scan: Scan) => T {
  const place = keepers
  keepers += 1
  return (scan) => {
    const known = scan.kept[place]
    if (known !== undefined) return known as T
    const made = make(scan)
    scan.kept[place] = made
    return made
  }
}

function liveTopics(
  { always, byWords, unspaced }: LiveTopics,
  cueTopics: readonly number[],
  asked: boolean,
  hasUnspaced: boolean,
): Uint8Array {
  const isLive = always.slice()
  if (asked) return isLive.fill(1)
  for (const words of cueTopics) {
    const topics = byWords[words]
    if (topics !== undefined) for (const topic of topics) isLive[topic] = 1
  }
  if (hasUnspaced) for (const topic of unspaced) isLive[topic] = 1
  return isLive
}

/** The scan in the context, or one made for this unit alone. */
export function scanFor(unit: Unit, text: string, context: ScanContext): Scan {
  return context.scan ?? scanText(text, planOf(unit), context.asked)
}

/** Indices of the cues of a topic. */
export function cuesOf(scan: Scan, topic: string): readonly number[] {
  const number = scan.plan.lexicon.topics.get(topic)
  return number === undefined ? none : (scan.cuesByTopic[number] ?? none)
}

/** Numbers written in a way of this topic: start, end, 1 if part of a longer number, index of the writing. */
export function hitsOf(scan: Scan, topic: string): readonly number[] {
  const number = scan.plan.writings.topics.get(topic)
  return number === undefined ? none : (scan.hitsByTopic[number] ?? none)
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
