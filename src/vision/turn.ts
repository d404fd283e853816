import type { Box } from './boxes.ts'

/** Quarter turns, clockwise. */
export type Turn = 1 | 2 | 3

/** A square of RGB pixels, turned. */
export function turned(pixels: Uint8Array, side: number, turn: Turn): Uint8Array {
  const result = new Uint8Array(pixels.length)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [toX, toY] = turn === 1 ? [side - 1 - y, x] : turn === 2 ? [side - 1 - x, side - 1 - y] : [y, side - 1 - x]
      const from = (y * side + x) * 3
      const to = (toY * side + toX) * 3
      result[to] = pixels[from] ?? 0
      result[to + 1] = pixels[from + 1] ?? 0
      result[to + 2] = pixels[from + 2] ?? 0
    }
  }
  return result
}

/** Where a box of the turned square lies in the square as it was. */
export function unturned([left, top, right, bottom]: Box, side: number, turn: Turn): Box {
  if (turn === 1) return [top, side - right, bottom, side - left]
  if (turn === 2) return [side - right, side - bottom, side - left, side - top]
  return [side - bottom, left, side - top, right]
}
