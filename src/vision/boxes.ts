/** Left, top, right and bottom, in the same unit as the picture it lies in. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Something found, with the model's score, 0…1. */
export interface Found {
  readonly box: Box
  readonly score: number
}

export function areaOf([left, top, right, bottom]: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}

/** The area that two boxes share. */
export function sharedArea(one: Box, other: Box): number {
  return areaOf([
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ])
}

/** Shared area by united area, 0…1. */
export function overlap(one: Box, other: Box): number {
  const shared = sharedArea(one, other)
  const united = areaOf(one) + areaOf(other) - shared
  return united > 0 ? shared / united : 0
}

/** Share of the first box that lies inside the second, 0…1. */
export function inside(one: Box, other: Box): number {
  const area = areaOf(one)
  return area > 0 ? sharedArea(one, other) / area : 0
}

/** Keeps the surest of those that lie over each other, surest first. */
export function surest<F extends Found>(found: readonly F[], mostOverlap: number): readonly F[] {
  const kept: F[] = []
  for (const one of found.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ box }) => overlap(box, one.box) > mostOverlap)) kept.push(one)
  }
  return kept
}
