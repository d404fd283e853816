import type { Line, Upright } from './lines.ts'

/** Lines on which a strip of page stays empty, with text on both sides of it. */
interface Region {
  readonly from: number
  readonly to: number
  /** The middle of the strip. */
  readonly x: number
}

// More lines than any page of prose has are left as they stand.
const linesAtMost = 300
/** Shares of the height of a line. */
const gutter = 0.7
const linesAtLeast = 6
const lettersAtLeast = 20
const filledAtLeast = 0.6

/**
 * Takes columns of running text apart: the left one first, then the right, each a block of its own. Only long lines that
 * fill their column count: what stands side by side in forms, tables and letterheads belongs together and stays so.
 */
export function inColumns(lines: readonly Line[], depth = 0): (readonly Line[])[] {
  if (lines.length < linesAtLeast || lines.length > linesAtMost || depth > 3) return [lines]
  const region = findRegion(lines)
  if (region === undefined) return [lines]
  const { from, to, x } = region
  const inside = lines.slice(from, to)
  return [
    ...(from > 0 ? [lines.slice(0, from)] : []),
    ...inColumns(
      sideOf(inside, (glyph) => glyph.x < x),
      depth + 1,
    ),
    ...inColumns(
      sideOf(inside, (glyph) => glyph.x >= x),
      depth + 1,
    ),
    ...(to < lines.length ? inColumns(lines.slice(to), depth) : []),
  ]
}

function sideOf(lines: readonly Line[], isInside: (glyph: Upright) => boolean): Line[] {
  return lines
    .map((line) => ({ ...line, glyphs: line.glyphs.filter(isInside) }))
    .filter(({ glyphs }) => glyphs.some(({ text }) => text !== ' '))
}

/** What of a line matters here: where it begins and ends, and what lies empty between. */
interface Outline {
  readonly left: number
  readonly right: number
  readonly height: number
  readonly gaps: readonly Gap[]
}
type Gap = readonly [number, number]

function findRegion(lines: readonly Line[]): Region | undefined {
  const outlines = lines.map(outlineOf)
  if (outlines.filter(({ gaps }) => gaps.length > 0).length < linesAtLeast - 2) return undefined
  const refused: Region[] = []
  for (let from = 0; from + linesAtLeast <= lines.length; from += 1) {
    let best: Region | undefined
    for (const seed of outlines[from]?.gaps ?? []) {
      const region = grow(outlines, from, seed)
      if (region.to - from < linesAtLeast || (best !== undefined && region.to <= best.to)) continue
      if (refused.some((other) => from - other.from < linesAtLeast && other.to === region.to && isIn(seed, other.x)))
        continue
      if (isProse(lines, region)) best = region
      else refused.push(region)
    }
    if (best !== undefined) return best
  }
  return undefined
}

function isIn([left, right]: Gap, x: number): boolean {
  return left <= x && x <= right
}

function outlineOf({ glyphs, height }: Line): Outline {
  const gaps: Gap[] = []
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const glyph of glyphs) {
    if (glyph.text === ' ') continue
    if (glyph.left - right > gutter * height && right > left) gaps.push([right, glyph.left])
    if (glyph.left < left) left = glyph.left
    if (glyph.right > right) right = glyph.right
  }
  return { left, right, height, gaps }
}

/** Goes down while a strip common to all lines stays empty. A line on one side of it only is empty there too. */
function grow(outlines: readonly Outline[], from: number, seed: Gap): Region {
  let strip = seed
  let to = from + 1
  for (; to < outlines.length; to += 1) {
    const outline = outlines[to]
    if (outline === undefined) break
    const common = widestCommon(outline, strip)
    if (common[1] - common[0] < gutter * outline.height) break
    strip = common
  }
  return { from, to, x: (strip[0] + strip[1]) / 2 }
}

function widestCommon({ gaps, left, right }: Outline, strip: Gap): Gap {
  let widest: Gap = [0, 0]
  const take = (from: number, to: number) => {
    const low = Math.max(from, strip[0])
    const high = Math.min(to, strip[1])
    if (high - low > widest[1] - widest[0]) widest = [low, high]
  }
  for (const [from, to] of gaps) take(from, to)
  take(Number.NEGATIVE_INFINITY, left)
  take(right, Number.POSITIVE_INFINITY)
  return widest
}

/** Lines of one side: their ends, and the letters in all of them. */
interface Side {
  readonly ends: Gap[]
  letters: number
}

function isProse(lines: readonly Line[], { from, to, x }: Region): boolean {
  const left: Side = { ends: [], letters: 0 }
  const right: Side = { ends: [], letters: 0 }
  for (const { glyphs } of lines.slice(from, to)) {
    const border = glyphs.findIndex((glyph) => glyph.x >= x)
    const middle = border < 0 ? glyphs.length : border
    measure(left, glyphs, 0, middle)
    measure(right, glyphs, middle, glyphs.length)
  }
  return isFilled(left) && isFilled(right)
}

function measure(side: Side, glyphs: readonly Upright[], from: number, to: number): void {
  let start: number | undefined
  let end = 0
  for (let at = from; at < to; at += 1) {
    const glyph = glyphs[at]
    if (glyph === undefined || glyph.text === ' ') continue
    start ??= glyph.left
    end = glyph.right
    const code = glyph.text.charCodeAt(0)
    if (code >= 0x41 && (code < 0x5b || code >= 0x61)) side.letters += 1
  }
  if (start !== undefined) side.ends.push([start, end])
}

/** Enough lines, long ones of letters for the most part, and most of them as wide as the column. */
function isFilled({ ends, letters }: Side): boolean {
  if (ends.length < linesAtLeast || letters / ends.length < lettersAtLeast) return false
  const left = ends.reduce((least, [start]) => Math.min(least, start), Number.POSITIVE_INFINITY)
  const right = ends.reduce((most, [, end]) => Math.max(most, end), Number.NEGATIVE_INFINITY)
  const filled = ends.filter(([start, end]) => end - start > 0.75 * (right - left)).length
  return filled / ends.length >= filledAtLeast
}
