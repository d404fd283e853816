import type { Box } from './boxes.ts'
import type { Colour } from './decode.ts'

/** Pixels a side that are skipped between two that are looked at: shares need no more. */
const step = 3

/**
 * Share of a part's pixels that have a colour of human skin, 0…1: a box in the plane of chroma (ITU-R BT.601) that holds
 * skin of every tone in white light, and much sand, wood and dust. Never evidence by itself.
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

function isSkin(red: number, green: number, blue: number): boolean {
  const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue
  const cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue
  return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173
}
