import type { Box } from './boxes.ts'
import type { Colour } from './decode.ts'

/** Pixels a side that are skipped between two that are looked at: shares need no more. */
const step = 3

/**
 * Share of a part's pixels that have a colour of human skin, 0…1: a box in the plane of chroma (ITU-R BT.601), and for
 * dark colours their share of red and yellow. In white light it holds every tone of the Monk Skin Tone scale (E. Monk, 2023), and much
 * sand, wood and dust. Never evidence by itself.
 */
export function skinShare({ width, height, data }: Colour, [left, top, right, bottom]: Box): number {
  let skin = 0
  let all = 0
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += step) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += step) {
      const at = (y * width + x) * 3
      all += 1
      if (isSkin(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) skin += 1
    }
  }
  return all > 0 ? skin / all : 0
}

/** How far from grey a pixel's chroma may lie in a picture without colours: JPEG leaves a little. */
const mostTint = 6
const leastGrey = 0.98

/** Whether a picture has no colours. */
export function isGrey({ data }: Colour): boolean {
  let grey = 0
  let all = 0
  for (let at = 0; at + 2 < data.length; at += 3 * step * step) {
    const { cb, cr } = chromaOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    all += 1
    if (Math.abs(cb - 128) <= mostTint && Math.abs(cr - 128) <= mostTint) grey += 1
  }
  return grey >= leastGrey * all
}

/** How far a colour may lie from a face's, in chroma (ITU-R BT.601), and how much darker it may be. */
const mostAway = 12
const leastLight = 0.45

/** Share of a part's pixels that have the colour of a face's middle, 0…1: lighter, or half as light. */
export function likeSkinOf(picture: Colour, face: Box, part: Box): number {
  const [left, top, right, bottom] = face
  const [width, height] = [right - left, bottom - top]
  const seen = chromasOf(picture, [left + width / 4, top + height / 5, right - width / 4, bottom - height / 7])
  const [cb, cr, y] = [
    median(seen.map((one) => one.cb)),
    median(seen.map((one) => one.cr)),
    median(seen.map((one) => one.y)),
  ]
  const asked = chromasOf(picture, part)
  const alike = asked.filter(
    (one) => Math.abs(one.cb - cb) <= mostAway && Math.abs(one.cr - cr) <= mostAway && one.y > leastLight * y,
  )
  return asked.length > 0 ? alike.length / asked.length : 0
}

interface Chroma {
  readonly y: number
  readonly cb: number
  readonly cr: number
}

function chromasOf({ width, height, data }: Colour, [left, top, right, bottom]: Box): readonly Chroma[] {
  const found: Chroma[] = []
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += step) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += step) {
      const at = (y * width + x) * 3
      found.push(chromaOf(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0))
    }
  }
  return found
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

/** Brightness below which less colour is asked for: that of the darkest tones, or of any in the shade. */
const dark = 80
/** Red and yellow that a dark colour has at least, as shares of its brightness, and in steps that are more than noise. */
const leastRed = { share: 0.06, steps: 2 }
const leastYellow = { share: 0.03, steps: 1 }

/** Chroma fades with light: the box alone would leave out dark skin. */
function isSkin(red: number, green: number, blue: number): boolean {
  const { y, cb, cr } = chromaOf(red, green, blue)
  if (cb < 77 || cr > 173) return false
  if (cb <= 127 && cr >= 133) return true
  if (y >= dark || red < green) return false
  return (
    cr - 128 >= Math.max(leastRed.steps, leastRed.share * y) &&
    128 - cb >= Math.max(leastYellow.steps, leastYellow.share * y)
  )
}

function chromaOf(red: number, green: number, blue: number): Chroma {
  return {
    y: 0.299 * red + 0.587 * green + 0.114 * blue,
    cb: 128 - 0.169 * red - 0.331 * green + 0.5 * blue,
    cr: 128 + 0.5 * red - 0.419 * green - 0.081 * blue,
  }
}
