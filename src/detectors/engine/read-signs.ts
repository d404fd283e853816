import { endingLettersOf, endingNode, hashStart, hashStep, hasShape, type Lexicon, shapeOf, wordId } from './lexicon.ts'
import { firstLetter, isDigit, isMark, signs } from './signs.ts'
import { longestDigits, shapeStep, type WritingTrie } from './writings.ts'

/** What the pass over the signs of a text found, before words are joined to phrases and runs to numbers. */
export interface Read {
  /** The text's UTF-16 units and a 0 behind them. */
  readonly codes: Uint16Array
  readonly runs: Runs
  readonly words: KnownWords
  readonly colons: number[]
  readonly dots: number[]
  readonly pairs: number[]
  /** Signs of scripts that put no spaces between words, Chinese, Japanese and Korean ones, are in the text. */
  hasUnspaced: boolean
}

/** Stretches of letters and digits that hold a digit, and single letters. */
export interface Runs {
  readonly start: number[]
  readonly end: number[]
  readonly kind: number[]
  /** One bit for each length that a run has, the last for it and all longer ones; those that hold a letter by themselves. */
  lengths: number
  mixedLengths: number
}

/** The bit of a run's length. */
export function lengthBit(length: number): number {
  return 1 << Math.min(length, 31)
}

/** Words of the lexicon. `node` is set where only the word's ending is known. */
export interface KnownWords {
  readonly start: number[]
  readonly end: number[]
  readonly id: number[]
  readonly node: number[]
}

/** Reads each sign once. */
export function readSigns(codes: Uint16Array, lexicon: Lexicon, writings: WritingTrie): Read {
  const length = codes.length - 1
  const read: Read = {
    codes,
    runs: { start: [], end: [], kind: [], lengths: 0, mixedLengths: 0 },
    words: { start: [], end: [], id: [], node: [] },
    colons: [],
    dots: [],
    pairs: [],
    hasUnspaced: false,
  }
  for (let at = 0; at < length; ) {
    const sign = signs[codes[at] ?? 0] ?? 0
    if (sign >= firstLetter) at = readWord(read, at, lexicon, writings)
    else if (sign === isDigit) at = readRun(read, at, at, lexicon, writings)
    else {
      if (sign === 0) notePunctuation(read, at)
      at += 1
    }
  }
  return read
}

function notePunctuation(read: Read, at: number): void {
  const { codes, colons, dots, pairs } = read
  const code = codes[at] ?? 0
  if (code >= 0x3040 && code < 0xd800) read.hasUnspaced = true
  if ((code & 0xfc00) === 0xd800 && ((codes[at + 1] ?? 0) & 0xfc00) === 0xdc00) pairs.push(at)
  if ((code !== 0x3a && code !== 0x2e) || at === 0) return
  const before = codes[at - 1] ?? 0
  const after = codes[at + 1] ?? 0
  if (code === 0x2e) {
    if ((signs[after] ?? 0) >= firstLetter && (signs[before] ?? 0) > 0) dots.push(at)
  } else if ((before > 0x20 && after > 0x20) || before === 0x3a || after === 0x3a) colons.push(at)
}

/** Signs between two words of a phrase are fewer than this. */
export const longestJoin = 4

const singleLetter = shapeStep(0, false, 1)

/** Reads letters; goes on as a run where a digit follows. */
function readWord(read: Read, start: number, lexicon: Lexicon, writings: WritingTrie): number {
  const end = readLetters(read, start, lexicon)
  if (signs[read.codes[end] ?? 0] === isDigit) return readRun(read, start, end, lexicon, writings)
  if (end === start + 1) keepRun(read.runs, start, end, writings.mixed.get(singleLetter) ?? 0)
  return end
}

/** Reads letters, looks the word up and keeps it where it is known. */
function readLetters({ codes, words }: Read, start: number, lexicon: Lexicon): number {
  let at = start
  let marks = 0
  let last = 0
  for (;;) {
    const sign = signs[codes[at] ?? 0] ?? 0
    if (sign < isMark) break
    if (sign === isMark) marks += 1
    else last = sign
    at += 1
  }
  const second = at - start > 1 ? (signs[codes[start + 1] ?? 0] ?? 0) : 0
  const shape = shapeOf(signs[codes[start] ?? 0] ?? 0, second, last, at - start)
  // A mark may stand where the second letter is looked for: such words are looked up whatever their shape.
  const id = marks > 0 || hasShape(lexicon, shape) ? wordId(lexicon, hashOf(codes, start, at)) : 0
  if (id !== 0) keepWord(words, start, at, id, lexicon)
  else if (at - start > 5) keepEnding(words, codes, start, at, last, lexicon)
  return at
}

/** A word that no phrase begins with is kept only behind another that it may go on. */
function keepWord(words: KnownWords, start: number, end: number, id: number, lexicon: Lexicon): void {
  if (lexicon.firstNode[id] === 0 && start - (words.end.at(-1) ?? -longestJoin) >= longestJoin) return
  words.start.push(start)
  words.end.push(end)
  words.id.push(id)
  words.node.push(0)
}

function keepEnding(
  words: KnownWords,
  codes: Uint16Array,
  start: number,
  end: number,
  last: number,
  lexicon: Lexicon,
): void {
  const second = signs[codes[end - 2] ?? 0] ?? 0
  const letters = endingLettersOf(last, second, signs[codes[end - 3] ?? 0] ?? 0)
  if (lexicon.endingLetters[letters] !== 1) return
  const node = endingNode(lexicon, codes, start, end, letters)
  if (node === 0) return
  words.start.push(start)
  words.end.push(end)
  words.id.push(0)
  words.node.push(node)
}

function hashOf(codes: Uint16Array, start: number, end: number): number {
  let hash = hashStart
  for (let at = start; at < end; at += 1) {
    const sign = signs[codes[at] ?? 0] ?? 0
    if (sign !== isMark) hash = hashStep(hash, sign)
  }
  return hash
}

/** Letters that an unknown stretch must have to be a word that ran into a number, not part of a code. */
const gluedWord = 3
/** Stretches of letters and of digits whose shape is kept; longer runs are no number that anything asks for. */
const mostStretches = 8

/** Reads the rest of a run from its first digit on. */
function readRun(read: Read, start: number, digit: number, lexicon: Lexicon, writings: WritingTrie): number {
  const { codes, runs, words } = read
  let at = digit
  while (signs[codes[at] ?? 0] === isDigit) at += 1
  if (start === digit && (signs[codes[at] ?? 0] ?? 0) < isMark) {
    keepRun(runs, start, at, at - start <= longestDigits ? at - start : 0)
    return at
  }
  let stretches = start === digit ? 1 : 2
  let shape = start === digit ? 0 : shapeStep(0, false, digit - start)
  shape = shapeStep(shape, true, at - digit)
  let hasWord =
    digit > start && (digit - start >= gluedWord || words.end.at(-1) === digit || isGluedToTrunk(codes, start, digit))
  const firstEnd = start === digit ? at : start
  let lastStart = digit
  for (let sign = signs[codes[at] ?? 0] ?? 0; sign !== 0; sign = signs[codes[at] ?? 0] ?? 0) {
    const from = at
    if (sign === isDigit) {
      lastStart = at
      while (signs[codes[at] ?? 0] === isDigit) at += 1
    } else {
      at = readLetters(read, at, lexicon)
      hasWord ||= at - from >= gluedWord || words.end.at(-1) === at
    }
    stretches += 1
    if (stretches <= mostStretches) shape = shapeStep(shape, sign === isDigit, at - from)
  }
  const endsWithDigit = signs[codes[at - 1] ?? 0] === isDigit
  const isProduct = stretches === 3 && firstEnd > start && lastStart === firstEnd + 1 && isTimes(codes[firstEnd] ?? 0)
  const kind = stretches <= mostStretches ? (writings.mixed.get(shape) ?? 0) : 0
  if (!isProduct || kind !== 0) keepRun(runs, start, at, kind)
  if (!isProduct && !(hasWord && stretches <= 3)) return at
  if (firstEnd > start && firstEnd - start <= longestDigits) keepRun(runs, start, firstEnd, firstEnd - start)
  if (endsWithDigit && lastStart > start && at - lastStart <= longestDigits)
    keepRun(runs, lastStart, at, at - lastStart)
  return at
}

/** 'le06.98.43.40.20': two small letters before a number with a trunk prefix. */
function isGluedToTrunk(codes: Uint16Array, start: number, digit: number): boolean {
  return digit - start === 2 && codes[digit] === 0x30 && (codes[start] ?? 0) >= 0x61 && (codes[start + 1] ?? 0) >= 0x61
}

/** 'x' between two numbers: '345-899-3560x4587', '1920x1080'. */
function isTimes(code: number): boolean {
  return code === 0x78 || code === 0x58
}

function keepRun(runs: Runs, start: number, end: number, kind: number): void {
  runs.start.push(start)
  runs.end.push(end)
  runs.kind.push(kind)
  const bit = lengthBit(end - start)
  runs.lengths |= bit
  if (kind === 0 || kind > longestDigits) runs.mixedLengths |= bit
}
