import type { Grey } from '../core/content.ts'
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

/** A grey picture, turned clockwise by a quarter. */
export function quarterTurned({ width, height, data }: Grey): Grey {
  const result = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) result[x * height + (height - 1 - y)] = data[y * width + x] ?? 0
  }
  return { width: height, height: width, data: result }
}

/** A grey picture, turned upside down. */
export function upsideDown({ width, height, data }: Grey): Grey {
  return { width, height, data: Uint8Array.from(data).reverse() }
}

const white = 255

/**
 * A grey picture, turned clockwise by so many degrees around its middle, as large as before; white where nothing was.
 */
export function tilted({ width, height, data }: Grey, degrees: number): Grey {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  const result = new Uint8Array(data.length).fill(white)
  for (let y = 0; y < height; y += 1) {
    let fromX = middleX - middleX * cosine + (y - middleY) * sine
    let fromY = middleY + middleX * sine + (y - middleY) * cosine
    for (let x = 0; x < width; x += 1, fromX += cosine, fromY -= sine) {
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const across = fromX - left
      const above = (data[at] ?? 0) * (1 - across) + (data[at + 1] ?? 0) * across
      const below = (data[at + width] ?? 0) * (1 - across) + (data[at + width + 1] ?? 0) * across
      result[y * width + x] = above + (below - above) * (fromY - top)
    }
  }
  return { width, height, data: result }
}
