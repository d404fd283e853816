import { hasRightToLeft, isMostlyRightToLeft, readingOrder } from './bidi.ts'
import { inColumns } from './columns.ts'
import type { Glyph } from './glyphs.ts'
import { type Line, linesByDirection, type Upright, wordGap } from './lines.ts'

// Shares of the height of a line.
const wideGap = 0.9
const paragraph = 1.75
/** The most spaces that stand for a gap: enough to tell columns, too few to push a label away from its value. */
const widest = 8

/**
 * The text of a page in reading order: glyphs on one baseline make a line, lines stand from top to bottom, a gap as wide
 * as the line is high becomes three to eight spaces, a larger step down an empty line. Text that is turned stands after
 * the text of the direction that has most of it.
 */
export function pageText(glyphs: readonly Glyph[]): string {
  return linesByDirection(glyphs)
    .flatMap((lines) => inColumns(lines).map(blockText))
    .filter((text) => text !== '')
    .join('\n\n')
}

function blockText(lines: readonly Line[]): string {
  const isRightToLeft = isMostlyRightToLeft(textsOf(lines))
  let margin = Number.POSITIVE_INFINITY
  for (const { glyphs } of lines) margin = Math.min(margin, glyphs[0]?.left ?? margin)
  let text = ''
  let last: Line | undefined
  for (const line of lines) {
    const words = lineText(line, margin, isRightToLeft)
    if (words.trim() === '') continue
    if (last !== undefined) text += last.y - line.y > paragraph * Math.max(last.height, line.height) ? '\n\n' : '\n'
    text += words
    last = line
  }
  return text
}

function* textsOf(lines: readonly Line[]): Generator<string> {
  for (const { glyphs } of lines) for (const { text } of glyphs) yield text
}

function lineText(line: Line, margin: number, isRightToLeft: boolean): string {
  const spaces = spacesBefore(line, margin)
  const pieces: string[] = []
  line.glyphs.forEach((glyph, at) => {
    const before = spaces[at] ?? 0
    if (before < 0) return
    if (before > 0) pieces.push(' '.repeat(before))
    pieces.push(glyph.text)
  })
  const text = pieces.join('')
  return hasRightToLeft(text) ? inReadingOrder(pieces, isRightToLeft) : text
}

/** Spaces before each glyph of a line; -1 for one that is not written: a space itself, or a letter drawn twice. */
function spacesBefore({ glyphs, height }: Line, margin: number): number[] {
  const spaces: number[] = []
  let last: Upright | undefined
  let end = margin
  let hasSpace = false
  let spaced = newSpacing()
  glyphs.forEach((glyph, at) => {
    spaces.push(-1)
    if (glyph.text === ' ') hasSpace = true
    if (glyph.text === ' ' || (last !== undefined && isDrawnTwice(last, glyph))) return
    const width = glyph.left - end
    if (width > wideGap * height) spaces[at] = Math.min(widest, Math.max(3, Math.round(width / (0.45 * height))))
    else spaces[at] = last !== undefined && (hasSpace || width > wordGap * height) ? 1 : 0
    spaced = hasSpace || (spaces[at] ?? 0) > 1 ? newSpacing(at) : spreadWord(spaced, at, width / height, spaces)
    last = glyph
    end = Math.max(end, glyph.right)
    hasSpace = false
  })
  return spaces
}

/** Letters met since the last real gap, and how far apart they stand as shares of their height. */
interface Spacing {
  /** Where the first of them stand; the others need not be known. */
  readonly first: number[]
  least: number
  most: number
}

function newSpacing(at?: number): Spacing {
  return { first: at === undefined ? [] : [at], least: Number.POSITIVE_INFINITY, most: 0 }
}

/** Letters from which an even spacing is taken for one. */
const lettersOfSpread = 4

/** A word whose letters all stand equally far apart is one word, however far that is. */
function spreadWord(spacing: Spacing, at: number, gap: number, spaces: number[]): Spacing {
  const { first } = spacing
  if (first.length > 0) {
    spacing.least = Math.min(spacing.least, gap)
    spacing.most = Math.max(spacing.most, gap)
    if (spacing.most - spacing.least > 0.06) return newSpacing(at)
  }
  if (first.length < lettersOfSpread) first.push(at)
  else spaces[at] = 0
  if (first.length === lettersOfSpread && first.at(-1) === at) for (const index of first.slice(1)) spaces[index] = 0
  return spacing
}

/** Bold letters are sometimes made of two that lie on each other. */
function isDrawnTwice(last: Upright, glyph: Upright): boolean {
  return glyph.text === last.text && glyph.left - last.left < 0.25 * (last.right - last.left)
}

/** Vowel signs lie over or under the letter that begins left of them: they stay with it when the line is turned. */
function inReadingOrder(pieces: readonly string[], isRightToLeft: boolean): string {
  const whole: string[] = []
  for (const piece of pieces) {
    const before = whole.at(-1)
    if (before !== undefined && before.trim() !== '' && /^\p{M}+$/u.test(piece))
      whole[whole.length - 1] = before + piece
    else whole.push(piece)
  }
  return readingOrder(whole, isRightToLeft).join('').trimEnd()
}
