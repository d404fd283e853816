import { isNameShape, type Reading } from './features.ts'
import { padding, punctuationShape, shapes, type Tokens } from './tokens.ts'
import { tokenBits, type WordList, wordBits } from './word-bits.ts'

/** Tokens around a seed that are tagged with it. */
const [before, behind] = [3, 4] as const
/** Tokens beside a stretch that its features may ask for: a run's length and some. */
const farthestRead = 16
const stop = punctuationShape('.')

/**
 * Marks what is worth tagging: tokens near a word that may be a name. Looks up the words that decide it.
 * @returns the first token that is marked, or where the tokens end
 */
export function markStretches({ codes, tokens, bits }: Reading, isIn: Uint8Array, list: WordList): number {
  const { shape, count } = tokens
  const last = count - padding
  bits.fill(0, 0, count)
  isIn.fill(0, 0, count)
  let first = last
  for (let at = padding; at < last; at += 1) {
    const own = shape[at] ?? 0
    if (own === 0 || own >= shapes.digits) continue
    if (own === shapes.lower ? isNumbered(shape, at) : own !== shapes.letter)
      bits[at] = tokenBits(list, codes, tokens, at)
    if (own === shapes.caseless) lookUpBefore(codes, tokens, bits, list, at)
    if (!isSeed(tokens, bits, at)) continue
    const from = Math.max(padding, at - before)
    isIn.fill(1, from, Math.min(last, at + behind + 1))
    if (first === last) first = from
  }
  return first
}

/** The words that may announce a name in a script without capitals. */
function lookUpBefore(codes: Uint16Array, tokens: Tokens, bits: Uint16Array, list: WordList, at: number): void {
  bits[at - 1] = tokenBits(list, codes, tokens, at - 1)
  bits[at - 2] = tokenBits(list, codes, tokens, at - 2)
}

/** Looks up the words of a stretch that are not yet, and those beside it that its features ask for. */
export function lookUp({ codes, tokens, bits }: Reading, list: WordList, from: number, to: number): void {
  const { shape, count } = tokens
  const last = Math.min(count - padding, to + farthestRead)
  for (let at = Math.max(padding, from - farthestRead); at < last; at += 1) {
    const own = shape[at] ?? 0
    if (own === shapes.lower || own === shapes.letter) bits[at] = tokenBits(list, codes, tokens, at)
  }
}

const mayBeName = wordBits.given | wordBits.surname | wordBits.town

function isSeed({ shape, glued }: Tokens, bits: Uint16Array, at: number): boolean {
  const own = shape[at] ?? 0
  const known = bits[at] ?? 0
  if (!isNameShape(own)) return (known & wordBits.street) !== 0 && own === shapes.lower && isNumbered(shape, at)
  if (isPartOfCode(shape, glued, at)) return false
  if (own === shapes.caseless) return (known & mayBeName) !== 0 || isAnnounced(bits, at)
  if (own === shapes.initial) return shape[at + 1] === stop && isNameShape(shape[at + 2] ?? 0)
  if (own === shapes.upperShort) return (known & mayBeName) !== 0 && (known & wordBits.common) === 0
  if ((known & (wordBits.common | wordBits.calendar | wordBits.dictionary)) === 0) return true
  // 'White' may be a name, 'The' at the beginning of a sentence not.
  return (known & mayBeName) !== 0 || (!isOpening(shape, at) && own !== shapes.upperLong)
}

/** 'rue' with a number close by. */
function isNumbered(shape: Uint8Array, at: number): boolean {
  for (let near = at - 3; near <= at + 4; near += 1) if (isDigits(shape[near] ?? 0)) return true
  return false
}

function isDigits(shape: number): boolean {
  return shape > shapes.digits && shape < shapes.line
}

const codeSigns = new Set([...'_$@#=\\{<'].map(punctuationShape))
const callSign = punctuationShape('(')

/** Part of an identifier, a variable, a tag, a call: 'O_NONBLOCK', '$Name', 'Deno2', 'Error('. */
export function isPartOfCode(shape: Uint8Array, glued: Uint8Array, at: number): boolean {
  const next = glued[at + 1] === 1 ? (shape[at + 1] ?? 0) : 0
  if (codeSigns.has(next) || next === callSign || isDigits(next)) return true
  const last = glued[at] === 1 ? (shape[at - 1] ?? 0) : 0
  return (
    codeSigns.has(last) || isDigits(last) || (last === stop && glued[at - 1] === 1 && shape[at - 2] !== shapes.initial)
  )
}

function isAnnounced(bits: Uint16Array, at: number): boolean {
  return (((bits[at - 1] ?? 0) | (bits[at - 2] ?? 0)) & (wordBits.honorific | wordBits.label)) !== 0
}

/** Whether a sentence or line begins at a token. */
function isOpening(shape: Uint8Array, at: number): boolean {
  const own = shape[at - 1] ?? 0
  return own === 0 || own >= shapes.line
}
