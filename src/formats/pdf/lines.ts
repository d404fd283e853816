import { hasRightToLeft, readingOrder } from './bidi.ts'
import { inColumns } from './columns.ts'
import type { Glyph } from './glyphs.ts'

/** A glyph turned so that its baseline is level. */
export interface Upright {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly left: number
  readonly right: number
  readonly height: number
}

/** Glyphs on one baseline, from left to right, spaces among them. */
export interface Line {
  readonly glyphs: readonly Upright[]
  readonly y: number
  readonly height: number
}

/** Glyphs that follow each other on one baseline. */
interface Run {
  readonly glyphs: Upright[]
  readonly y: number
  left: number
  right: number
  height: number
}

interface OpenLine {
  readonly runs: Run[]
  readonly y: number
  height: number
  /** Of all its runs together. */
  width: number
}

// Shares of the height of a line, measured against pdftotext on pages of invoices, reports and forms.
const wordGap = 0.13
const wideGap = 0.9
const exactBaseline = 0.05
const sameBaseline = 0.22
const raisedBaseline = 0.42
const paragraph = 1.75
/** Lines of more pieces than any line of words has are left to exact baselines. */
const piecesAtMost = 200
/** The most spaces that stand for a gap: enough to tell columns, too few to push a label away from its value. */
const widest = 8

/**
 * The text of a page in reading order: glyphs on one baseline make a line, lines stand from top to bottom, a gap as wide
 * as the line is high becomes three to eight spaces, a larger step down an empty line. Text that is turned stands after
 * the text of the direction that has most of it.
 */
export function pageText(glyphs: readonly Glyph[]): string {
  const directions = byDirection(glyphs)
  return directions
    .flatMap((upright) => inColumns(linesOf(upright)).map(blockText))
    .filter((text) => text !== '')
    .join('\n\n')
}

function byDirection(glyphs: readonly Glyph[]): Upright[][] {
  const groups = new Map<number, Upright[]>()
  for (const glyph of glyphs) {
    const group = groups.get(glyph.angle)
    if (group === undefined) groups.set(glyph.angle, [turned(glyph)])
    else group.push(turned(glyph))
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

function turned(glyph: Glyph): Upright {
  const { text, x, y, left, right, bottom, top } = glyph
  switch (glyph.angle) {
    case 0:
      return { text, x, y, left, right, height: height(top - bottom) }
    case 90:
      return { text, x: y, y: -x, left: bottom, right: top, height: height(right - left) }
    case 180:
      return { text, x: -x, y: -y, left: -right, right: -left, height: height(top - bottom) }
    case 270:
      return { text, x: -y, y: x, left: -top, right: -bottom, height: height(right - left) }
    default:
      return turnedFreely(glyph)
  }
}

/** The box of a slanted glyph is too large: its share of the box is worked back from both sides. */
function turnedFreely({ text, x, y, left, right, bottom, top, angle }: Glyph): Upright {
  const sine = Math.sin((angle * Math.PI) / 180)
  const cosine = Math.cos((angle * Math.PI) / 180)
  const size = height(Math.min(right - left, top - bottom) * 0.8)
  const along = x * cosine + y * sine
  return { text, x: along, y: y * cosine - x * sine, left: along, right: along + size * 0.5, height: size }
}

function height(points: number): number {
  return points > 0.1 && points < 10_000 ? points : 10
}

function linesOf(glyphs: readonly Upright[]): Line[] {
  const runs = runsOf(glyphs).sort((a, b) => b.y - a.y || a.left - b.left)
  const lines: OpenLine[] = []
  for (const run of runs) {
    const line = lines.at(-1)
    if (line !== undefined && line.y - run.y <= exactBaseline * Math.min(line.height, run.height)) join(line, run)
    else lines.push({ runs: [run], y: run.y, height: run.height, width: run.right - run.left })
  }
  settle(lines)
  return lines.filter((line) => line.runs.length > 0).map(closed)
}

/** Gives what stands a little off a longer line to that line: raised and lowered signs, words typed in by hand. */
function settle(lines: readonly OpenLine[]): void {
  const shortFirst = lines.map((_, at) => at).sort((a, b) => (lines[a]?.width ?? 0) - (lines[b]?.width ?? 0))
  for (const at of shortFirst) {
    const line = lines[at]
    if (line === undefined) continue
    const near = lines.slice(Math.max(0, at - 3), at + 4).filter((other) => other !== line && other.width >= line.width)
    for (const run of [...line.runs]) {
      const other = lineFor(run, near)
      if (other === undefined) continue
      line.runs.splice(line.runs.indexOf(run), 1)
      join(other, run)
    }
  }
}

function closed({ runs, y, height }: OpenLine): Line {
  const [first] = runs
  if (first !== undefined && runs.length === 1) return { glyphs: first.glyphs, y, height }
  runs.sort((a, b) => a.left - b.left)
  let end = Number.NEGATIVE_INFINITY
  const isApart = runs.every(({ left, right }) => {
    const begins = left >= end - 0.02 * height
    end = Math.max(end, right)
    return begins
  })
  return { glyphs: isApart ? runs.flatMap(({ glyphs }) => glyphs) : interleaved(runs, height), y, height }
}

/** Runs that reach into each other, word by word: letters of one word stay together. */
function interleaved(runs: readonly Run[], height: number): Upright[] {
  const words: Upright[][] = []
  for (const { glyphs } of runs) {
    let last: Upright | undefined
    for (const glyph of glyphs) {
      const isNew =
        last === undefined || (glyph.text !== ' ' && (last.text === ' ' || glyph.left - last.right > wordGap * height))
      if (isNew) words.push([glyph])
      else words.at(-1)?.push(glyph)
      last = glyph
    }
  }
  words.sort((a, b) => (a[0]?.x ?? 0) - (b[0]?.x ?? 0))
  return words.filter((word, at) => !isWordTwice(words[at - 1], word)).flat()
}

/** Bold print is sometimes made by drawing a word again, a hair further on. */
function isWordTwice(before: readonly Upright[] | undefined, word: readonly Upright[]): boolean {
  const [first] = word
  const [other] = before ?? []
  if (first === undefined || other === undefined || first.left - other.left > 0.25 * (other.right - other.left))
    return false
  return spelled(before ?? []) === spelled(word)
}

function spelled(word: readonly Upright[]): string {
  return word
    .map(({ text }) => text)
    .join('')
    .trim()
}

function runsOf(glyphs: readonly Upright[]): Run[] {
  const runs: Run[] = []
  let run: Run | undefined
  let lastX = 0
  for (const glyph of glyphs) {
    if (run !== undefined && Math.abs(glyph.y - run.y) < 0.02 * run.height && glyph.x >= lastX) {
      run.glyphs.push(glyph)
      run.right = Math.max(run.right, glyph.right)
      if (glyph.text !== ' ') run.height = Math.max(run.height, glyph.height)
    } else if (glyph.text !== ' ') {
      run = { glyphs: [glyph], y: glyph.y, left: glyph.left, right: glyph.right, height: glyph.height }
      runs.push(run)
    }
    lastX = glyph.x
  }
  return runs
}

/** The nearest line that a run belongs to: one that nothing of would lie over or under it. */
function lineFor(run: Run, lines: readonly OpenLine[]): OpenLine | undefined {
  let best: OpenLine | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const distance = Math.abs(line.y - run.y)
    if (line.runs.length > 0 && distance < nearest && isOn(run, line, distance)) {
      best = line
      nearest = distance
    }
  }
  return best
}

function isOn(run: Run, line: OpenLine, distance: number): boolean {
  if (distance > raisedBaseline * Math.max(line.height, run.height)) return false
  const gap = gapBeside(run, line)
  if (gap === undefined) return false
  // Raised and lowered signs touch what they belong to.
  return distance <= sameBaseline * Math.min(line.height, run.height) || gap < wordGap * 3 * run.height
}

/** How far a run stands from the nearest of a line's, or undefined where it would lie over or under one of them. */
function gapBeside(run: Run, line: OpenLine): number | undefined {
  if (line.runs.length > piecesAtMost) return undefined
  const slack = 0.15 * run.height
  let nearest = Number.POSITIVE_INFINITY
  for (const other of line.runs) {
    const gap = Math.max(run.left - other.right, other.left - run.right)
    if (gap < -slack) return undefined
    nearest = Math.min(nearest, gap)
  }
  return nearest
}

function join(line: OpenLine, run: Run): void {
  line.runs.push(run)
  line.width += run.right - run.left
  line.height = Math.max(line.height, run.height)
}

function blockText(lines: readonly Line[]): string {
  let margin = Number.POSITIVE_INFINITY
  for (const { glyphs } of lines) margin = Math.min(margin, glyphs[0]?.left ?? margin)
  let text = ''
  let last: Line | undefined
  for (const line of lines) {
    const words = lineText(line, margin)
    if (words.trim() === '') continue
    if (last !== undefined) text += last.y - line.y > paragraph * Math.max(last.height, line.height) ? '\n\n' : '\n'
    text += words
    last = line
  }
  return text
}

function lineText(line: Line, margin: number): string {
  const spaces = spacesBefore(line, margin)
  const pieces: string[] = []
  line.glyphs.forEach((glyph, at) => {
    const before = spaces[at] ?? 0
    if (before < 0) return
    if (before > 0) pieces.push(' '.repeat(before))
    pieces.push(glyph.text)
  })
  const text = pieces.join('')
  return hasRightToLeft(text) ? inReadingOrder(pieces) : text
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
    spaced = hasSpace || (spaces[at] ?? 0) > 1 ? newSpacing() : spreadWord(spaced, at, width / height, spaces)
    last = glyph
    end = Math.max(end, glyph.right)
    hasSpace = false
  })
  return spaces
}

/** Letters met since the last real gap, and how far apart they stand as shares of their height. */
interface Spacing {
  readonly from: number[]
  least: number
  most: number
}

function newSpacing(): Spacing {
  return { from: [], least: Number.POSITIVE_INFINITY, most: 0 }
}

/** A word whose letters all stand equally far apart is one word, however far that is. */
function spreadWord(spacing: Spacing, at: number, gap: number, spaces: number[]): Spacing {
  spacing.from.push(at)
  spacing.least = Math.min(spacing.least, gap)
  spacing.most = Math.max(spacing.most, gap)
  if (spacing.most - spacing.least > 0.06) return newSpacing()
  if (spacing.from.length >= 4) for (const index of spacing.from) spaces[index] = 0
  return spacing
}

/** Bold letters are sometimes made of two that lie on each other. */
function isDrawnTwice(last: Upright, glyph: Upright): boolean {
  return glyph.text === last.text && glyph.left - last.left < 0.25 * (last.right - last.left)
}

/** Vowel signs lie over or under the letter that begins left of them: they stay with it when the line is turned. */
function inReadingOrder(pieces: readonly string[]): string {
  const whole: string[] = []
  for (const piece of pieces) {
    const before = whole.at(-1)
    if (before !== undefined && before.trim() !== '' && /^\p{M}+$/u.test(piece))
      whole[whole.length - 1] = before + piece
    else whole.push(piece)
  }
  return readingOrder(whole).join('').trimEnd()
}
