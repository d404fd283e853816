import { firstLetter, isDigit, isMark, signs } from '../engine/signs.ts'
import { hashStart, hashStep } from './hash.ts'

/** What a token looks like. Digits and punctuation follow: {@link digitShape}, {@link punctuationShape}. */
export const shapes = Object.freeze({
  edge: 0,
  lower: 1,
  capital: 2,
  upperShort: 3,
  upperLong: 4,
  initial: 5,
  mixedCapital: 6,
  mixedLower: 7,
  letter: 8,
  caseless: 9,
  digits: 10,
  line: 20,
  blankLine: 21,
  gap: 22,
  punctuation: 23,
})

/** Tokens before the first and behind the last one, so that no reader has to ask for the ends. */
export const padding = 4

/** A text as words, digits, signs and line ends. The arrays begin and end with {@link padding} empty tokens. */
export interface Tokens {
  /** With the padding. */
  readonly count: number
  /** UTF-16 units, end exclusive. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Hash of the folded word; of the shape for everything else. */
  readonly word: Int32Array
  readonly shape: Uint8Array
  /** 1 where nothing stands between a token and the one before it. */
  readonly glued: Uint8Array
}

/** Signs that have a shape of their own, in the order of their numbers. */
const punctuation = '.,:;-/()"\'@#&|?!=<>+_*[]{}$%°€£~\\'
const mostDigits = 6
const widestSpace = 2
const longestUpperShort = 3

const punctuationShapes = buildPunctuation()

function buildPunctuation(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(shapes.punctuation)
  for (let at = 0; at < punctuation.length; at += 1)
    table[punctuation.charCodeAt(at)] = punctuationShape(punctuation.charAt(at))
  return table
}

/** The shape of a sign. */
export function punctuationShape(sign: string): number {
  return shapes.punctuation + 1 + punctuation.indexOf(sign)
}

/** Room for the tokens of a text; the same room may serve one text after another. */
export interface TokenRoom extends Tokens {
  count: number
}

/** Room for the tokens of a text of this many UTF-16 units. */
export function makeRoom(length: number): TokenRoom {
  const most = length + 2 * padding
  return {
    count: padding,
    start: new Int32Array(most),
    end: new Int32Array(most),
    word: new Int32Array(most),
    shape: new Uint8Array(most),
    glued: new Uint8Array(most),
  }
}

/**
 * Cuts a text into tokens in one pass. `codes` ends with a 0.
 * @param tokens room for a text of this length or longer, overwritten and returned
 */
export function tokenize(codes: Uint16Array, tokens: TokenRoom = makeRoom(codes.length - 1)): Tokens {
  const length = codes.length - 1
  const { start: starts, end: ends, word: words, shape: tokenShapes, glued } = tokens
  let count = padding
  let lastEnd = -1
  for (let at = 0; at < length; ) {
    const code = codes[at] ?? 0
    const sign = signs[code] ?? 0
    const start = at
    let shape = 0
    let hash = 0
    if (sign >= firstLetter) {
      hash = hashStart
      let capitals = 0
      let cased = 0
      let letters = 0
      for (let next = sign; next >= isMark; next = signs[codes[at] ?? 0] ?? 0) {
        if (next !== isMark) {
          hash = hashStep(hash, next)
          const own = codes[at] ?? 0
          letters += 1
          if (own === next && own < 0x80) cased += 1
          else if (isCapital(own)) {
            capitals += 1
            cased += 1
          } else if (own < 0x590) cased += 1
        }
        at += 1
      }
      shape = wordShape(letters, capitals, cased, isCapital(code))
    } else if (sign === isDigit) {
      while (signs[codes[at] ?? 0] === isDigit) at += 1
      shape = shapes.digits + Math.min(at - start, mostDigits)
      hash = shape
    } else if (code <= 0x20) {
      at = skipSpace(codes, at, length)
      shape = spaceShape(codes, start, at)
      if (shape === 0) continue
      hash = shape
    } else {
      at += 1
      if (sign === isMark) continue
      shape = punctuationShapes[code] ?? shapes.punctuation
      hash = shape
    }
    starts[count] = start
    ends[count] = at
    words[count] = hash
    tokenShapes[count] = shape
    glued[count] = start === lastEnd ? 1 : 0
    count += 1
    lastEnd = at
  }
  const behind = count + padding
  starts.fill(length, count, behind)
  ends.fill(length, count, behind)
  words.fill(0, count, behind)
  tokenShapes.fill(0, count, behind)
  glued.fill(0, count, behind)
  tokens.count = behind
  return tokens
}

function isCapital(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a
  return capitals[code] === 1
}

const capitals = buildCapitals()

function buildCapitals(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let code = 0x80; code < 0x2000; code += 1) if (/\p{Lu}/u.test(String.fromCharCode(code))) table[code] = 1
  return table
}

function wordShape(letters: number, capitalCount: number, cased: number, isFirst: boolean): number {
  if (cased === 0) return shapes.caseless
  if (letters === 1) return isFirst ? shapes.initial : shapes.letter
  if (capitalCount === 0) return shapes.lower
  if (capitalCount === letters) return letters <= longestUpperShort ? shapes.upperShort : shapes.upperLong
  if (!isFirst) return shapes.mixedLower
  return capitalCount === 1 ? shapes.capital : shapes.mixedCapital
}

function skipSpace(codes: Uint16Array, from: number, length: number): number {
  let at = from
  while (at < length && (codes[at] ?? 0) <= 0x20) at += 1
  return at
}

/** A line end, an empty line, a wide gap between columns, or 0 for a plain space. */
function spaceShape(codes: Uint16Array, from: number, to: number): number {
  let lines = 0
  let hasTab = false
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0
    if (code === 0x0a) lines += 1
    else if (code === 0x09) hasTab = true
  }
  if (lines > 0) return lines > 1 ? shapes.blankLine : shapes.line
  return hasTab || to - from > widestSpace ? shapes.gap : 0
}
