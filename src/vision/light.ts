import type { Grey } from '../core/content.ts'

/** Tiles along the longer side that the ground's brightness is told from. */
const tilesAlong = 40
/** Share of a tile's pixels that are darker than its ground. */
const groundRank = 0.85
/** Brightness that a ground is taken to have at least: a black one shows noise, not print. */
const darkestGround = 40
/** A ground as bright as this everywhere needs no light. */
const brightGround = 246

/**
 * A page as under even light: its ground white everywhere, its print as dark against it as it was. Shadows, vignettes
 * and grey paper vanish. The same pixels where the ground is white already.
 */
export function underEvenLight(grey: Grey): Grey {
  const tile = Math.max(8, Math.ceil(Math.max(grey.width, grey.height) / tilesAlong))
  const across = Math.ceil(grey.width / tile)
  const down = Math.ceil(grey.height / tile)
  const ground = smoothed(spread(groundOf(grey, tile, across, down), across, down), across, down)
  if (Math.min(...ground) >= brightGround) return grey
  return lit(grey, ground, tile, across, down)
}

/** The brightness of each tile's ground. */
function groundOf(grey: Grey, tile: number, across: number, down: number): Float32Array {
  const ground = new Float32Array(across * down)
  const histogram = new Uint32Array(256)
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      histogram.fill(0)
      const count = countTile(grey, column * tile, row * tile, tile, histogram)
      ground[row * across + column] = Math.max(darkestGround, rankOf(histogram, count * groundRank))
    }
  }
  return ground
}

function countTile({ width, height, data }: Grey, left: number, top: number, tile: number, counts: Uint32Array) {
  const right = Math.min(width, left + tile)
  const bottom = Math.min(height, top + tile)
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) {
      const shade = data[at] ?? 0
      counts[shade] = (counts[shade] ?? 0) + 1
    }
  }
  return (right - left) * (bottom - top)
}

function rankOf(histogram: Uint32Array, rank: number): number {
  let seen = 0
  for (let shade = 0; shade < 256; shade += 1) {
    seen += histogram[shade] ?? 0
    if (seen >= rank) return shade
  }
  return 255
}

/** Each tile as bright as the brightest beside it: print may fill a whole tile. */
function spread(ground: Float32Array, across: number, down: number): Float32Array {
  return around(ground, across, down, (sides) => Math.max(...sides))
}

function smoothed(ground: Float32Array, across: number, down: number): Float32Array {
  return around(ground, across, down, (sides) => sides.reduce((sum, side) => sum + side, 0) / sides.length)
}

function around(
  ground: Float32Array,
  across: number,
  down: number,
  combine: (sides: readonly number[]) => number,
): Float32Array {
  const result = new Float32Array(ground.length)
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const sides: number[] = []
      for (let y = Math.max(0, row - 1); y <= Math.min(down - 1, row + 1); y += 1) {
        for (let x = Math.max(0, column - 1); x <= Math.min(across - 1, column + 1); x += 1) {
          sides.push(ground[y * across + x] ?? 0)
        }
      }
      result[row * across + column] = combine(sides)
    }
  }
  return result
}

/** Divides each pixel by its ground, which is told between the middles of tiles. */
function lit({ width, height, data }: Grey, ground: Float32Array, tile: number, across: number, down: number): Grey {
  const result = new Uint8Array(data.length)
  const { first, second, part } = betweenTiles(width, tile, across)
  const rows = betweenTiles(height, tile, down)
  const line = new Float64Array(across)
  for (let y = 0; y < height; y += 1) {
    const share = rows.part[y] ?? 0
    const [above, below] = [(rows.first[y] ?? 0) * across, (rows.second[y] ?? 0) * across]
    for (let column = 0; column < across; column += 1)
      line[column] = (ground[above + column] ?? 0) * (1 - share) + (ground[below + column] ?? 0) * share
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      const along = part[x] ?? 0
      const paper = (line[first[x] ?? 0] ?? 0) * (1 - along) + (line[second[x] ?? 0] ?? 0) * along
      result[at] = Math.min(255, ((data[at] ?? 0) * 255) / paper)
    }
  }
  return { width, height, data: result }
}

/** Between the middles of which two tiles each pixel of a line lies, and how far along. */
function betweenTiles(length: number, tile: number, tiles: number) {
  const at = (pixel: number) => Math.min(tiles - 1, Math.max(0, (pixel + 0.5) / tile - 0.5))
  return {
    first: Uint16Array.from({ length }, (_, pixel) => Math.floor(at(pixel))),
    second: Uint16Array.from({ length }, (_, pixel) => Math.min(tiles - 1, Math.floor(at(pixel)) + 1)),
    part: Float64Array.from({ length }, (_, pixel) => at(pixel) - Math.floor(at(pixel))),
  }
}

/** What lies around a sheet is darker than this. */
const darkEdge = 110
/** Share of the picture that may lie around the sheet: more is the ground of a dark card. */
const mostEdge = 0.5

/** A page without the dark ground that shows around it: what the engine takes for ink would make faint print paper. */
export function withoutDarkEdges(grey: Grey): Grey {
  const { width, height, data } = grey
  const result = Uint8Array.from(data)
  const stack: number[] = []
  const visit = (at: number) => {
    if ((result[at] ?? white) > darkEdge) return
    result[at] = white
    stack.push(at)
  }
  for (let x = 0; x < width; x += 1) for (const at of [x, (height - 1) * width + x]) visit(at)
  for (let y = 0; y < height; y += 1) for (const at of [y * width, y * width + width - 1]) visit(at)
  let cleared = 0
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    cleared += 1
    const x = at % width
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (at >= width) visit(at - width)
    if (at < data.length - width) visit(at + width)
  }
  return cleared > 0 && cleared < mostEdge * data.length ? { width, height, data: result } : grey
}

const white = 255

/** Print is darker than this on a ground that was made white. */
export const inkOnWhite = 185

/** A page with its print made black and its ground white, where the print's own grey is known. */
export function inked({ width, height, data }: Grey, ink: number): Grey {
  const shades = new Uint8Array(256)
  const span = Math.max(1, whiteFrom - ink)
  for (let shade = 0; shade < 256; shade += 1) shades[shade] = Math.min(255, Math.max(0, ((shade - ink) * 255) / span))
  const result = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 1) result[at] = shades[data[at] ?? 0] ?? 0
  return { width, height, data: result }
}

const whiteFrom = 235

/** The grey that parts ink from paper best (Otsu 1979). */
export function inkThreshold({ data }: Grey): number {
  const histogram = new Float64Array(256)
  for (let at = 0; at < data.length; at += 1) histogram[data[at] ?? 0] = (histogram[data[at] ?? 0] ?? 0) + 1
  let sum = 0
  for (let shade = 0; shade < 256; shade += 1) sum += shade * (histogram[shade] ?? 0)
  let best = 0
  let threshold = 128
  let dark = 0
  let darkSum = 0
  for (let shade = 0; shade < 255; shade += 1) {
    dark += histogram[shade] ?? 0
    darkSum += shade * (histogram[shade] ?? 0)
    const bright = data.length - dark
    if (dark === 0 || bright === 0) continue
    const between = dark * bright * (darkSum / dark - (sum - darkSum) / bright) ** 2
    if (between > best) {
      best = between
      threshold = shade
    }
  }
  return threshold
}
