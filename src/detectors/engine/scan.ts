import type { DetectContext } from '../../core/finding.ts'
import { endingNode, hashStart, hashStep, type Lexicon, wordId } from './lexicon.ts'
import { type Plan, planOf, type Unit } from './plan.ts'
import { firstLetter, isDigit, isMark, plain, signs } from './signs.ts'
import { longestDigits, separatorSymbol, shapeStep, type WritingTrie } from './writings.ts'

/** What one pass over a text found, for all detectors to share. Offsets in UTF-16 units, ends exclusive. */
export interface Scan {
  /** The text with look-alikes in one spelling ({@link plain}); offsets as in the text itself. */
  readonly text: string
  readonly plan: Plan
  /**
   * Stretches of letters and digits that hold a digit, and single letters, in order; a digit part glued to a word comes
   * again by itself.
   */
  readonly runStart: readonly number[]
  readonly runEnd: readonly number[]
  /** Number of digits (1…24) of a run of digits alone; other values for mixed and longer ones. */
  readonly runKind: readonly number[]
  /** Known words and phrases, in order, longest first where several begin alike. */
  readonly cueStart: readonly number[]
  readonly cueEnd: readonly number[]
  readonly cueNode: readonly number[]
  /** Indices of cues by topic number. */
  readonly cuesByTopic: readonly (readonly number[] | undefined)[]
  /** Numbers in a known writing by topic number: start, end, 1 if part of a longer number, index of the writing. */
  readonly hitsByTopic: readonly (readonly number[] | undefined)[]
  /** Where ':' stands between two signs that are no space, or beside another: times, MAC and IPv6 addresses. */
  readonly colons: readonly number[]
  /** Where '.' stands with a letter right after it and a letter or digit right before it: names of hosts and files. */
  readonly dots: readonly number[]
}

/** What a detector of this room is handed beside the text. */
export interface ScanContext extends DetectContext {
  /** The scan of this very text, where one was made for several detectors. */
  readonly scan?: Scan
}

const none: readonly number[] = Object.freeze([])

/** The scan in the context, or one made for this unit alone. */
export function scanFor(unit: Unit, text: string, context: ScanContext): Scan {
  return context.scan ?? scanText(text, planOf(unit))
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

/** Reads the text once. */
export function scanText(given: string, plan: Plan): Scan {
  const text = plain(given)
  const runs: Runs = { start: [], end: [], kind: [] }
  const words: KnownWords = { start: [], end: [], id: [], node: [] }
  const colons: number[] = []
  const dots: number[] = []
  readSigns(text, plan, runs, words, colons, dots)
  const cues = joinPhrases(text, words, plan.lexicon)
  return {
    text,
    plan,
    runStart: runs.start,
    runEnd: runs.end,
    runKind: runs.kind,
    ...cues,
    hitsByTopic: findWritings(text, runs, plan.writings),
    colons,
    dots,
  }
}

interface Runs {
  readonly start: number[]
  readonly end: number[]
  readonly kind: number[]
}

/** `node` is set where only the word's ending is known. */
interface KnownWords {
  readonly start: number[]
  readonly end: number[]
  readonly id: number[]
  readonly node: number[]
}

function readSigns(text: string, plan: Plan, runs: Runs, words: KnownWords, colons: number[], dots: number[]): void {
  const length = text.length
  for (let at = 0; at < length; ) {
    const sign = signs[text.charCodeAt(at)] ?? 0
    if (sign >= firstLetter) at = readWord(text, at, plan, runs, words)
    else if (sign === isDigit) at = readRun(text, at, at, plan, runs, words)
    else {
      if (sign === 0) notePunctuation(text, at, colons, dots)
      at += 1
    }
  }
}

function notePunctuation(text: string, at: number, colons: number[], dots: number[]): void {
  const code = text.charCodeAt(at)
  if (code !== 0x3a && code !== 0x2e) return
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)]
  if (code === 0x2e) {
    if ((signs[after] ?? 0) >= firstLetter && (signs[before] ?? 0) > 0) dots.push(at)
  } else if ((before > 0x20 && after > 0x20) || before === 0x3a || after === 0x3a) colons.push(at)
}

const singleLetter = shapeStep(0, false, 1)

/** Reads letters; goes on as a run where a digit follows. */
function readWord(text: string, start: number, plan: Plan, runs: Runs, words: KnownWords): number {
  const end = letters(text, start, plan, words)
  if (signs[text.charCodeAt(end)] === isDigit) return readRun(text, start, end, plan, runs, words)
  if (end === start + 1) keepRun(runs, start, end, plan.writings.mixed.get(singleLetter) ?? 0)
  return end
}

/** Reads letters, looks the word up and keeps it where it is known. */
function letters(text: string, start: number, plan: Plan, words: KnownWords): number {
  let hash = hashStart
  let at = start
  for (let sign = signs[text.charCodeAt(at)] ?? 0; sign >= isMark; sign = signs[text.charCodeAt(at)] ?? 0) {
    if (sign !== isMark) hash = hashStep(hash, sign)
    at += 1
  }
  const id = wordId(plan.lexicon, text, start, at, hash)
  const node = id === 0 && at - start > 5 ? endingNode(plan.lexicon, text, start, at) : 0
  if (id !== 0 || node !== 0) {
    words.start.push(start)
    words.end.push(at)
    words.id.push(id)
    words.node.push(node)
  }
  return at
}

/** Letters that an unknown stretch must have to be a word that ran into a number, not part of a code. */
const gluedWord = 3

/** Reads the rest of a run from its first digit on. */
function readRun(text: string, start: number, digit: number, plan: Plan, runs: Runs, words: KnownWords): number {
  let at = digit
  let stretches = start === digit ? 0 : 1
  let shape = start === digit ? 0 : shapeStep(0, false, digit - start)
  let wordSeen = digit - start >= gluedWord || (digit > start && words.end.at(-1) === digit)
  let firstDigits = digit
  let lastDigits = digit
  for (let sign: number = isDigit; sign !== 0; sign = signs[text.charCodeAt(at)] ?? 0) {
    const from = at
    if (sign === isDigit) {
      lastDigits = at
      while (signs[text.charCodeAt(at)] === isDigit) at += 1
      if (stretches === 0) firstDigits = at
    } else {
      at = letters(text, at, plan, words)
      wordSeen ||= at - from >= gluedWord || words.end.at(-1) === at
    }
    stretches += 1
    if (stretches <= 8) shape = shapeStep(shape, sign === isDigit, at - from)
  }
  if (stretches === 3 && isBetweenNumbers(text.charCodeAt(lastDigits - 1)) && lastDigits - 1 === firstDigits) {
    keepRun(runs, start, firstDigits, firstDigits - start)
    keepRun(runs, lastDigits, at, at - lastDigits)
  } else if (stretches === 1) keepRun(runs, start, at, at - start <= longestDigits ? at - start : 0)
  else {
    keepRun(runs, start, at, stretches <= 8 ? (plan.writings.mixed.get(shape) ?? 0) : 0)
    if (wordSeen && stretches <= 3) keepGlued(runs, start, firstDigits, lastDigits, at, text)
  }
  return at
}

/** 'x' between two numbers: '345-899-3560x4587', '1920x1080'. */
function isBetweenNumbers(code: number): boolean {
  return code === 0x78 || code === 0x58
}

function keepRun(runs: Runs, start: number, end: number, kind: number): void {
  runs.start.push(start)
  runs.end.push(end)
  runs.kind.push(kind)
}

/** 'IPP123' and '12janvier2024': the digits at either end, by themselves. */
function keepGlued(runs: Runs, start: number, firstEnd: number, lastStart: number, end: number, text: string): void {
  const startsWithDigit = signs[text.charCodeAt(start)] === isDigit
  const endsWithDigit = signs[text.charCodeAt(end - 1)] === isDigit
  if (startsWithDigit && firstEnd - start <= longestDigits) keepRun(runs, start, firstEnd, firstEnd - start)
  if (endsWithDigit && end - lastStart <= longestDigits) keepRun(runs, lastStart, end, end - lastStart)
}

/** Signs that may stand between the words of a phrase, at most three of them. */
const joins = new Set([...' \t\'./-°º(")'].map((sign) => sign.charCodeAt(0)))

function joinPhrases(text: string, words: KnownWords, lexicon: Lexicon) {
  const cueStart: number[] = []
  const cueEnd: number[] = []
  const cueNode: number[] = []
  const cuesByTopic: number[][] = []
  const width = lexicon.words.length
  for (let first = 0; first < words.start.length; ) {
    let node = 0
    let found = words.node[first] ?? 0
    let last = first
    for (let index = first; index < words.start.length && (words.id[index] ?? 0) > 0; index += 1) {
      if (index > first && !isJoin(text, words.end[index - 1] ?? 0, words.start[index] ?? 0)) break
      node = lexicon.edges.get(node * width + (words.id[index] ?? 0)) ?? 0
      if (node === 0) break
      if (lexicon.topicsAt[node] === undefined) continue
      found = node
      last = index
    }
    if (found !== 0) {
      const cue = cueNode.push(found) - 1
      cueStart.push(words.start[first] ?? 0)
      cueEnd.push(words.end[last] ?? 0)
      for (const topic of lexicon.topicsAt[found] ?? none) {
        const cues = cuesByTopic[topic]
        if (cues === undefined) cuesByTopic[topic] = [cue]
        else cues.push(cue)
      }
    }
    first = last + 1
  }
  return { cueStart, cueEnd, cueNode, cuesByTopic }
}

function isJoin(text: string, from: number, to: number): boolean {
  if (to - from > 3) return false
  for (let at = from; at < to; at += 1) if (!joins.has(text.charCodeAt(at))) return false
  return true
}

/** Longest writing in runs and separators; the walk goes no further. */
const longestWriting = 64

function findWritings(text: string, runs: Runs, trie: WritingTrie): number[][] {
  const hits: number[][] = []
  const { next, width, endsAt } = trie
  for (let first = 0; first < runs.start.length; first += 1) {
    let node = 0
    for (let index = first, steps = 0; steps < longestWriting; index += 1, steps += 1) {
      const kind = runs.kind[index] ?? 0
      if (kind === 0) break
      node = next[node * width + kind] ?? 0
      if (node === 0) break
      const ends = endsAt[node]
      if (ends !== undefined) keepHits(hits, ends, text, runs, first, index)
      if (index + 1 >= runs.start.length) break
      const separator = separatorSymbol(text, runs.end[index] ?? 0, runs.start[index + 1] ?? 0)
      node = separator === 0 ? 0 : (next[node * width + separator] ?? 0)
      if (node === 0) break
    }
  }
  return hits
}

function keepHits(hits: number[][], ends: readonly number[], text: string, runs: Runs, first: number, last: number) {
  const start = runs.start[first] ?? 0
  const end = runs.end[last] ?? 0
  if (goesOn(text, start - 1, -1) || goesOn(text, end, 1)) return
  const longer = isPartOfLonger(text, runs, first, last) ? 1 : 0
  for (let at = 0; at < ends.length; at += 2) {
    const topic = ends[at] ?? 0
    const into = hits[topic] ?? []
    hits[topic] = into
    into.push(start, end, longer, ends[at + 1] ?? 0)
  }
}

/** Whether the sign at `at` ties the number to a digit beyond it: a decimal sign, a sign between groups. */
function goesOn(text: string, at: number, step: number): boolean {
  const code = text.charCodeAt(at)
  const ties = code === 0x2e || code === 0x2c
  return ties && signs[text.charCodeAt(at + step)] === isDigit
}

/** Whether the number goes on, at either end, with the separator that it is grouped by. */
function isPartOfLonger(text: string, runs: Runs, first: number, last: number): boolean {
  const inner = (index: number) => separatorSymbol(text, runs.end[index] ?? 0, runs.start[index + 1] ?? 0)
  const before = first > 0 ? inner(first - 1) : 0
  const after = last + 1 < runs.start.length ? inner(last) : 0
  if (first === last) return isTie(text, runs.end[first - 1], before) || isTie(text, runs.end[last], after)
  return (before !== 0 && before === inner(first)) || (after !== 0 && after === inner(last - 1))
}

/** A number without groups goes on only where '-' or '/' ties it to the next without a space. */
function isTie(text: string, at: number | undefined, symbol: number): boolean {
  if (symbol === 0 || at === undefined) return false
  const code = text.charCodeAt(at)
  return code === 0x2d || code === 0x2f
}
