import type { Grey } from '../core/content.ts'

/** Edges of a stroke that is drawn into a picture are steps this strong between two neighbours. */
const drawnStep = 90
/** Rows and columns of the tiles that are looked at one by one: a line of small print and a few of its letters. */
const tileRows = 12
const tileColumns = 48
/** Share of strong steps from which on, and up to which, a tile holds letters: below are edges, above is noise. */
const letterSteps = { least: 0.06, most: 0.4 }
/** Share of a tile that its background takes at least. */
const ground = 0.45
/** Tiles with letters that a line of text has. */
const leastTiles = 2

/** Whether letters are drawn into a picture, as devices do: in few places, sharp, and on one shade. */
export function looksLettered({ width, height, data }: Grey): boolean {
  let tiles = 0
  for (let top = 0; top + tileRows <= height; top += tileRows)
    for (let left = 0; left + tileColumns <= width; left += tileColumns) {
      if (isTileLettered(data, width, top, left)) tiles += 1
      if (tiles >= leastTiles) return true
    }
  return false
}

function isTileLettered(data: Uint8Array, width: number, top: number, left: number): boolean {
  let steps = 0
  const shades = new Uint16Array(16)
  for (let row = top; row < top + tileRows; row += 1) {
    let before = data[row * width + left] ?? 0
    for (let at = row * width + left; at < row * width + left + tileColumns; at += 1) {
      const now = data[at] ?? 0
      shades[now >> 4] = (shades[now >> 4] ?? 0) + 1
      if (now - before > drawnStep || before - now > drawnStep) steps += 1
      before = now
    }
  }
  const pixels = tileRows * tileColumns
  const share = steps / pixels
  return share >= letterSteps.least && share <= letterSteps.most && Math.max(...shades) >= ground * pixels
}

/** Half the width of what still counts as a stroke, in pixels. */
const reach = 3

/**
 * Only what is thin and brighter or darker than its surroundings, as dark strokes on white: letters stay, tissue and
 * bands of colour go (a morphological top-hat). Devices write brightly on dark pictures, and darkly on bright ones.
 */
export function strokesOf(grey: Grey): Grey {
  const mean = grey.data.reduce((sum, value) => sum + value, 0) / Math.max(1, grey.data.length)
  const strokes = thin(grey, mean < 128 ? 'bright' : 'dark')
  return { ...grey, data: strokes.map((value) => 255 - value) }
}

function thin({ width, height, data }: Grey, wanted: 'bright' | 'dark'): Uint8Array {
  const [first, second] = wanted === 'bright' ? ([Math.min, Math.max] as const) : ([Math.max, Math.min] as const)
  const without = spread(spread(data, width, height, first), width, height, second)
  return data.map((value, at) => Math.abs(value - (without[at] ?? 0)))
}

/** The least or the highest value within {@link reach} of each pixel, along rows and then along columns. */
function spread(data: Uint8Array, width: number, height: number, pick: (one: number, other: number) => number) {
  return along(along(data, width, 1, height, width, pick), height, width, width, 1, pick)
}

function along(
  data: Uint8Array,
  length: number,
  step: number,
  lines: number,
  lineStep: number,
  pick: (one: number, other: number) => number,
): Uint8Array {
  const out = new Uint8Array(data.length)
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep
    for (let at = 0; at < length; at += 1) {
      const last = Math.min(length - 1, at + reach)
      let value = data[start + at * step] ?? 0
      for (let near = Math.max(0, at - reach); near <= last; near += 1)
        value = pick(value, data[start + near * step] ?? 0)
      out[start + at * step] = value
    }
  }
  return out
}
