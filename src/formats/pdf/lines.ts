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
export const wordGap = 0.13
const exactBaseline = 0.05
const sameBaseline = 0.22
const raisedBaseline = 0.42
/** Lines of more pieces than any line of words has are left to exact baselines. */
const piecesAtMost = 200
/** Degrees by which words of one direction may differ, as recognised text on scans does. */
const sameDirection = 2

/** The lines of a page, from top to bottom, by the direction in which they are written: the usual one first. */
export function linesByDirection(glyphs: readonly Glyph[]): Line[][] {
  const counts = new Map<number, number>()
  for (const { angle } of glyphs) counts.set(angle, (counts.get(angle) ?? 0) + 1)
  const angles = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b)
  const groups: { readonly angle: number; readonly glyphs: Upright[] }[] = []
  const groupOf = new Map<number, { readonly angle: number; readonly glyphs: Upright[] }>()
  for (const angle of angles) {
    const near = groups.find((group) => difference(group.angle, angle) <= sameDirection)
    const group = near ?? { angle, glyphs: [] }
    if (near === undefined) groups.push(group)
    groupOf.set(angle, group)
  }
  for (const glyph of glyphs) {
    const group = groupOf.get(glyph.angle)
    group?.glyphs.push(turned(glyph, group.angle))
  }
  return groups.map(({ glyphs }) => linesOf(glyphs))
}

function difference(a: number, b: number): number {
  const apart = Math.abs(a - b)
  return Math.min(apart, 360 - apart)
}

function turned(glyph: Glyph, angle: number): Upright {
  const { text, x, y, left, right, bottom, top } = glyph
  switch (angle) {
    case 0:
      return { text, x, y, left, right, height: height(top - bottom) }
    case 90:
      return { text, x: y, y: -x, left: bottom, right: top, height: height(right - left) }
    case 180:
      return { text, x: -x, y: -y, left: -right, right: -left, height: height(top - bottom) }
    case 270:
      return { text, x: -y, y: x, left: -top, right: -bottom, height: height(right - left) }
    default:
      return turnedFreely(glyph, angle)
  }
}

/** The box of a slanted glyph stands upright around it: its own sides are worked back from the box's. */
function turnedFreely({ text, x, y, left, right, bottom, top }: Glyph, angle: number): Upright {
  const sine = Math.sin((angle * Math.PI) / 180)
  const cosine = Math.cos((angle * Math.PI) / 180)
  const along = x * cosine + y * sine
  const [across, up] = [right - left, top - bottom]
  const slant = cosine * cosine - sine * sine
  // Near the diagonal both sides look the same: half as wide as high is what letters are.
  const isDiagonal = Math.abs(slant) < 0.2
  const size = isDiagonal ? Math.min(across, up) * 0.8 : (up * Math.abs(cosine) - across * Math.abs(sine)) / slant
  const width = isDiagonal ? size * 0.5 : (across * Math.abs(cosine) - up * Math.abs(sine)) / slant
  const end = along + Math.max(0, width)
  return { text, x: along, y: y * cosine - x * sine, left: along, right: end, height: height(size) }
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
      const isApart = last === undefined || glyph.left - last.right > wordGap * height
      const isNew = isApart || (glyph.text !== ' ' && last?.text === ' ')
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
