import type { Colour } from '../decode.ts'

/** Places a side at which a picture is sampled. */
const places = 16

/** A picture as 16 × 16 greys, each the mean of some of its part: for telling whether two show the same scene. */
export function signatureOf({ width, height, data }: Colour): Uint8Array {
  const greys = new Uint8Array(places * places)
  for (let row = 0; row < places; row += 1) {
    for (let column = 0; column < places; column += 1) {
      let sum = 0
      for (const [dx, dy] of samples) {
        const x = Math.min(width - 1, Math.floor(((column + dx) * width) / places))
        const y = Math.min(height - 1, Math.floor(((row + dy) * height) / places))
        const at = (y * width + x) * 3
        sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
      }
      greys[row * places + column] = Math.round(sum / samples.length)
    }
  }
  return greys
}

const samples = [0.2, 0.5, 0.8].flatMap((x) => [0.2, 0.5, 0.8].map((y) => [x, y] as const))

/** Mean difference of two signatures, in greys of 256. */
export function difference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  return sum / Math.max(1, one.length)
}
