import type { Colour } from './decode.ts'

/** Places a side that a picture is brought to, points a side of each, and frequencies a side that are kept. */
const places = 32
const points = 6
const frequencies = 8
/** Spread of greys below which a picture shows too little to be told from another. */
const leastSpread = 4

/**
 * 64 bits, as 16 hexadecimal digits, that are much the same for the same picture in another size, quality or brightness:
 * the signs of its coarse frequencies against their median (the "pHash" of C. Zauner, Implementation and Benchmarking of
 * Perceptual Image Hash Functions, 2010). It is of the whole picture: faces have no part in it, it can't tell one person from another, and
 * turned, mirrored or cut pictures get another. Null for a picture of one shade.
 */
export function pictureHash(picture: Colour): string | null {
  const greys = greysOf(picture)
  if (spreadOf(greys) < leastSpread) return null
  const waves = coarseWaves(greys)
  const middle = waves.toSorted()[waves.length >> 1] ?? 0
  let bits = 0n
  for (const wave of waves) bits = (bits << 1n) | (wave > middle ? 1n : 0n)
  return bits.toString(16).padStart(16, '0')
}

/** The mean grey (ITU-R BT.601) at each place. */
function greysOf({ width, height, data }: Colour): Float64Array {
  const greys = new Float64Array(places * places)
  const side = places * points
  for (let row = 0; row < side; row += 1) {
    const y = Math.floor(((row + 0.5) * height) / side)
    for (let column = 0; column < side; column += 1) {
      const at = (y * width + Math.floor(((column + 0.5) * width) / side)) * 3
      const place = Math.floor(row / points) * places + Math.floor(column / points)
      const grey = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
      greys[place] = (greys[place] ?? 0) + grey / points ** 2
    }
  }
  return greys
}

function spreadOf(greys: Float64Array): number {
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length
  return Math.sqrt(greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length)
}

/** The cosine transform (DCT-II) at frequencies of 1 to 8 both ways: 0, which is brightness, is left out. */
function coarseWaves(greys: Float64Array): Float64Array {
  const rows = new Float64Array(places * frequencies)
  for (let row = 0; row < places; row += 1)
    for (let wave = 0; wave < frequencies; wave += 1) {
      let sum = 0
      for (let at = 0; at < places; at += 1) sum += (greys[row * places + at] ?? 0) * (cosines[wave * places + at] ?? 0)
      rows[row * frequencies + wave] = sum
    }
  const waves = new Float64Array(frequencies * frequencies)
  for (let down = 0; down < frequencies; down += 1)
    for (let across = 0; across < frequencies; across += 1) {
      let sum = 0
      for (let at = 0; at < places; at += 1)
        sum += (rows[at * frequencies + across] ?? 0) * (cosines[down * places + at] ?? 0)
      waves[down * frequencies + across] = sum
    }
  return waves
}

const cosines = Float64Array.from({ length: frequencies * places }, (_, at) =>
  Math.cos((Math.PI * (Math.floor(at / places) + 1) * ((at % places) + 0.5)) / places),
)
