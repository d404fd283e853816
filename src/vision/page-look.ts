import type { Grey } from '../core/content.ts'

/** What a glance at a small grey picture tells about text in it. */
export interface Glance {
  /** Share of pixels close to the commonest grey: paper is much of one shade. */
  readonly paper: number
  /** Share of neighbours that differ strongly: strokes are many and sharp. */
  readonly strokes: number
  /** Times that a row with strokes follows one without: lines of text. */
  readonly lines: number
}

/** Pixels of the longer side that the glance is made for. */
export const glancePixels = 640

const closeToPaper = 24
const strongStep = 40
/** Strokes of a row, as a share of its width, from which on it counts as busy, and below which as quiet. */
const busyRow = 0.03
const quietRow = 0.008

/** Looks at a picture of about {@link glancePixels}. Costs a few milliseconds at most. */
export function glance(grey: Grey): Glance {
  const { width, height, data } = grey
  const histogram = new Uint32Array(256)
  let strokes = 0
  let lines = 0
  let isBusy = false
  for (let row = 0; row < height; row += 1) {
    let steps = 0
    let before = data[row * width] ?? 0
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      const now = data[at] ?? 0
      histogram[now] = (histogram[now] ?? 0) + 1
      if (now - before > strongStep || before - now > strongStep) steps += 1
      before = now
    }
    strokes += steps
    if (!isBusy && steps >= busyRow * width) {
      isBusy = true
      lines += 1
    } else if (isBusy && steps <= Math.max(quietRow * width, 0)) isBusy = false
  }
  return { paper: paperShare(histogram, width * height), strokes: strokes / Math.max(1, width * height), lines }
}

function paperShare(histogram: Uint32Array, pixels: number): number {
  const mode = histogram.indexOf(Math.max(...histogram))
  let close = 0
  for (let grey = Math.max(0, mode - closeToPaper); grey <= Math.min(255, mode + closeToPaper); grey += 1)
    close += histogram[grey] ?? 0
  return close / Math.max(1, pixels)
}

/** Print has strokes of some width, with paper between: more of them than this is noise or a weave. */
const mostStrokes = 0.25

/**
 * Whether a picture is worth reading as a page of text. Tuned on 42 pages and cards and 130 other pictures: it takes 39
 * and 1; what it leaves are cards with a few words on a patterned ground.
 */
export function looksLikePage({ paper, strokes, lines }: Glance): boolean {
  if (strokes > mostStrokes) return false
  if (lines >= 10) return strokes >= 0.015
  if (lines >= 6 && strokes >= 0.06) return true
  return lines >= 4 && paper >= 0.6 && strokes >= 0.05
}
