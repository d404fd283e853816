import type { Grey } from '../core/content.ts'

/** How a picture may be put together: panels across and down. */
const layouts = [
  { across: 2, down: 1 },
  { across: 1, down: 2 },
  { across: 3, down: 1 },
  { across: 2, down: 2 },
] as const

/** Pixels of the longer side that panels are looked for at. */
export const panelPixels = 320
/** How far a seam may lie from where it should, and how much is left out on both sides of it, as shares of the side. */
const away = 0.03
const margin = 0.02
/** A step between two pixels on both sides of a line that counts for a seam. */
const leastStep = 14
/** Share of the line that must be stepped over, and how much more than the usual line of the picture has. */
const leastSeam = 0.3
const leastAbove = 0.25
/** How alike panels must be, as a correlation of their greys, behind a plain seam and behind a faint one. */
const alike = { plain: 0.65, faint: 0.8 }
const plainSeam = 0.6
/** Panels more alike than that are the same picture twice: a pattern, or a stereo pair. */
const same = 0.995
/** What is left without rows' and columns' own brightness, as a horizon's, may be less alike by so much. */
const lessOfShape = 0.15
/** Pixels of the shorter side below which a picture has no panels that could be told. */
const leastPixels = 100
/** Places a side that panels are compared at, and by how many they may be shifted. */
const places = 18
const mostShift = 2
/** Spread of greys below which a panel shows too little to be compared. */
const leastSpread = 6

/**
 * Whether a picture is put together from panels of the same scene, as before and after a treatment: straight seams through
 * all of it at halves or thirds, and panels that are alike but not the same.
 */
export function hasPanels(grey: Grey): boolean {
  if (Math.min(grey.width, grey.height) < leastPixels) return false
  return layouts.some(({ across, down }) => isLaidOut(grey, across, down))
}

function isLaidOut(grey: Grey, across: number, down: number): boolean {
  const { width, height } = grey
  const columns = seamsOf({ data: grey.data, count: width, next: 1, length: height, step: width }, across)
  const rows = columns && seamsOf({ data: grey.data, count: height, next: width, length: width, step: 1 }, down)
  if (!columns || !rows) return false
  const weakest = Math.min(...columns.map(({ strength }) => strength), ...rows.map(({ strength }) => strength))
  const panels = panelsOf(columns, across).flatMap((column) =>
    panelsOf(rows, down).map((row) => sampled(grey, column, row)),
  )
  const [first, ...others] = panels
  if (!first) return false
  const least = weakest >= plainSeam ? alike.plain : alike.faint
  const shape = withoutBands(first)
  return others.every((panel) => {
    const likeness = likenessOf(first, panel)
    if (likeness < least || likeness >= same) return false
    return likenessOf(shape, withoutBands(panel)) >= least - lessOfShape
  })
}

/** A line through the whole picture, as a share of its width. */
interface Seam {
  readonly at: number
  /** Share of its length at which it is stepped over. */
  readonly strength: number
}

/** The columns or the rows of a picture, one after the other. */
interface Lines {
  readonly data: Uint8Array
  readonly count: number
  /** From a pixel to the same one of the next line, and to the next one of its own. */
  readonly next: number
  readonly step: number
  readonly length: number
}

/** Lines that are asked how much a usual one steps. */
const linesAsked = 25

/** The seams between so many panels; undefined where one is missing. */
function seamsOf(lines: Lines, count: number): readonly Seam[] | undefined {
  if (count === 1) return []
  const some = Array.from({ length: linesAsked }, (_, at) =>
    stepsAt(lines, Math.floor((lines.count * (at + 0.5)) / linesAsked)),
  )
  const usual = some.toSorted((a, b) => a - b)[some.length >> 1] ?? 0
  const seams: Seam[] = []
  for (let number = 1; number < count; number += 1) {
    const middle = (lines.count * number) / count
    let best: Seam = { at: 0, strength: 0 }
    for (let at = Math.floor(middle - away * lines.count); at <= middle + away * lines.count; at += 1) {
      const strength = stepsAt(lines, at)
      if (strength > best.strength) best = { at: (at + 0.5) / lines.count, strength }
    }
    if (best.strength < Math.max(leastSeam, usual + leastAbove)) return undefined
    seams.push(best)
  }
  return seams
}

/** Share of a line at which the lines on both sides of it differ. */
function stepsAt({ data, count, next, step, length }: Lines, line: number): number {
  if (line < 1 || line + 1 >= count) return 0
  let steps = 0
  for (let at = line * next, left = length; left > 0; left -= 1, at += step) {
    if (Math.abs((data[at + next] ?? 0) - (data[at - next] ?? 0)) >= leastStep) steps += 1
  }
  return steps / length
}

type Span = readonly [from: number, to: number]

function panelsOf(seams: readonly Seam[], count: number): readonly Span[] {
  return Array.from(
    { length: count },
    (_, at): Span => [
      at === 0 ? margin : (seams[at - 1]?.at ?? 0) + margin,
      at === count - 1 ? 1 - margin : (seams[at]?.at ?? 1) - margin,
    ],
  )
}

/** The mean greys of a panel at each place. */
function sampled({ width, height, data }: Grey, [left, right]: Span, [top, bottom]: Span): Float64Array {
  const greys = new Float64Array(places * places)
  const points = 3
  const side = places * points
  for (let index = 0; index < side * side; index += 1) {
    const [column, row] = [index % side, Math.floor(index / side)]
    const x = Math.min(width - 1, Math.floor(width * (left + ((right - left) * (column + 0.5)) / side)))
    const y = Math.min(height - 1, Math.floor(height * (top + ((bottom - top) * (row + 0.5)) / side)))
    const place = Math.floor(row / points) * places + Math.floor(column / points)
    greys[place] = (greys[place] ?? 0) + (data[y * width + x] ?? 0) / points ** 2
  }
  return greys
}

/** What is left of the greys when each row's and each column's mean is taken away. */
function withoutBands(greys: Float64Array): Float64Array {
  const rows = new Float64Array(places)
  const columns = new Float64Array(places)
  for (const [at, grey] of greys.entries()) {
    const [row, column] = [Math.floor(at / places), at % places]
    rows[row] = (rows[row] ?? 0) + grey / places
    columns[column] = (columns[column] ?? 0) + grey / places
  }
  const mean = rows.reduce((sum, row) => sum + row, 0) / places
  return greys.map((grey, at) => grey - (rows[Math.floor(at / places)] ?? 0) - (columns[at % places] ?? 0) + mean)
}

/** The best correlation over small shifts; -1 where either shows too little. */
function likenessOf(one: Float64Array, other: Float64Array): number {
  let best = -1
  for (let down = -mostShift; down <= mostShift; down += 1)
    for (let across = -mostShift; across <= mostShift; across += 1)
      best = Math.max(best, shiftedLikeness(one, other, across, down))
  return best
}

function shiftedLikeness(one: Float64Array, other: Float64Array, across: number, down: number): number {
  let [count, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  for (let y = Math.max(0, -down); y < Math.min(places, places - down); y += 1)
    for (let x = Math.max(0, -across); x < Math.min(places, places - across); x += 1) {
      const [p, q] = [one[y * places + x] ?? 0, other[(y + down) * places + x + across] ?? 0]
      count += 1
      a += p
      b += q
      aa += p * p
      bb += q * q
      ab += p * q
    }
  const [spread, otherSpread] = [aa / count - (a / count) ** 2, bb / count - (b / count) ** 2]
  if (spread < leastSpread ** 2 || otherSpread < leastSpread ** 2) return -1
  return (ab / count - (a / count) * (b / count)) / Math.sqrt(spread * otherSpread)
}
