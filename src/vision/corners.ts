import type { Grey } from '../core/content.ts'

/** A point in pixels. */
export type Point = readonly [x: number, y: number]

/** The corners of a sheet: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point]

/** Share of the picture that a sheet takes at least, and at the most: beyond it there is no edge to see. */
const leastSheet = 0.2
const fullSheet = 0.93
/** How far the bright patch may differ from the four-sided figure that is drawn around it. */
const leastFill = 0.88
const mostFill = 1.06
/** A corner seen askew has between so many degrees. */
const sharpest = 55

/**
 * The corners of a sheet of paper or a card that lies on a darker ground; undefined where none stands out, or where it
 * fills the picture.
 * @param grey a small picture, blurred or reduced so that print does not tear the sheet: a few hundred pixels
 * @param threshold the grey between ground and sheet
 */
export function sheetCorners(grey: Grey, threshold: number): Corners | undefined {
  const patch = largestPatch(grey, threshold)
  const pixels = grey.width * grey.height
  if (!patch || patch.area < leastSheet * pixels) return undefined
  const [a, b, c, d] = patch.corners
  const area = Math.abs(areaOf(patch.corners))
  if (area > fullSheet * pixels) return undefined
  const fill = patch.area / Math.max(1, area)
  const isFourSided = [angleAt(d, a, b), angleAt(a, b, c), angleAt(b, c, d), angleAt(c, d, a)].every(
    (angle) => angle > sharpest && angle < 180 - sharpest,
  )
  return fill > leastFill && fill < mostFill && isFourSided ? patch.corners : undefined
}

interface Patch {
  readonly area: number
  readonly corners: Corners
}

/** The largest connected patch brighter than a threshold, with its outermost points towards the four corners. */
function largestPatch({ width, height, data }: Grey, threshold: number): Patch | undefined {
  const seen = new Uint8Array(width * height)
  const stack: number[] = []
  let best: Patch | undefined
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || (data[start] ?? 0) <= threshold) continue
    const patch = patchFrom(start, width, height, data, threshold, seen, stack)
    if (!best || patch.area > best.area) best = patch
  }
  return best
}

function patchFrom(
  start: number,
  width: number,
  height: number,
  data: Uint8Array,
  threshold: number,
  seen: Uint8Array,
  stack: number[],
): Patch {
  const extremes = new Extremes()
  let area = 0
  seen[start] = 1
  stack.push(start)
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    area += 1
    const x = at % width
    const y = (at - x) / width
    extremes.add(x, y)
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (y > 0) visit(at - width)
    if (y < height - 1) visit(at + width)
  }
  return { area: area + extremes.holes(), corners: extremes.corners() }

  function visit(at: number): void {
    if (seen[at] || (data[at] ?? 0) <= threshold) return
    seen[at] = 1
    stack.push(at)
  }
}

/** The outermost points of a patch, and how wide it is on each row. */
class Extremes {
  #topLeft: Point = [0, 0]
  #topRight: Point = [0, 0]
  #bottomRight: Point = [0, 0]
  #bottomLeft: Point = [0, 0]
  #sums = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  readonly #rows = new Map<number, { left: number; right: number; count: number }>()

  add(x: number, y: number): void {
    const [topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0] = this.#sums
    if (x + y < topLeft) [this.#topLeft, this.#sums[0]] = [[x, y], x + y]
    if (x - y > topRight) [this.#topRight, this.#sums[1]] = [[x, y], x - y]
    if (x + y > bottomRight) [this.#bottomRight, this.#sums[2]] = [[x, y], x + y]
    if (x - y < bottomLeft) [this.#bottomLeft, this.#sums[3]] = [[x, y], x - y]
    const row = this.#rows.get(y)
    if (!row) this.#rows.set(y, { left: x, right: x, count: 1 })
    else {
      row.left = Math.min(row.left, x)
      row.right = Math.max(row.right, x)
      row.count += 1
    }
  }

  /** Dark pixels within the patch: print and pictures on the sheet. */
  holes(): number {
    let holes = 0
    for (const { left, right, count } of this.#rows.values()) holes += right - left + 1 - count
    return holes
  }

  corners(): Corners {
    return [this.#topLeft, this.#topRight, this.#bottomRight, this.#bottomLeft]
  }
}

/** Whether a point lies within four corners that go round clockwise. */
export function isInside(corners: Corners, [x, y]: Point): boolean {
  return corners.every(([fromX, fromY], at) => {
    const [toX, toY] = corners[(at + 1) % 4] ?? [0, 0]
    return (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX) >= 0
  })
}

function areaOf(corners: Corners): number {
  let sum = 0
  corners.forEach(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % 4] ?? [0, 0]
    sum += x * nextY - nextX * y
  })
  return sum / 2
}

function angleAt(before: Point, at: Point, after: Point): number {
  const one = Math.atan2(before[1] - at[1], before[0] - at[0])
  const other = Math.atan2(after[1] - at[1], after[0] - at[0])
  const angle = (Math.abs(one - other) * 180) / Math.PI
  return angle > 180 ? 360 - angle : angle
}

/** The sheet within these corners, seen from straight above: as wide and as high as its longer sides. */
export function straightened(grey: Grey, corners: Corners): Grey {
  const [a, b, c, d] = corners
  const width = Math.max(2, Math.round(Math.max(distance(a, b), distance(d, c))))
  const height = Math.max(2, Math.round(Math.max(distance(a, d), distance(b, c))))
  const map = squareTo(corners)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [x / (width - 1), y / (height - 1)]
      const depth = map.g * u + map.h * v + 1
      data[y * width + x] = shadeAt(
        grey,
        (map.a * u + map.b * v + map.c) / depth,
        (map.d * u + map.e * v + map.f) / depth,
      )
    }
  }
  return { width, height, data }
}

function distance([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(x - otherX, y - otherY)
}

/** The projective map of the unit square onto four corners (Heckbert 1989, 2.2.3). */
function squareTo([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners) {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const determinant = dx1 * dy2 - dx2 * dy1 || 1
  const g = (dx3 * dy2 - dx2 * dy3) / determinant
  const h = (dx1 * dy3 - dx3 * dy1) / determinant
  return { a: x1 - x0 + g * x1, b: x3 - x0 + h * x3, c: x0, d: y1 - y0 + g * y1, e: y3 - y0 + h * y3, f: y0, g, h }
}

/** The shade between four pixels. */
function shadeAt({ width, height, data }: Grey, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)))
  const right = Math.min(width - 1, left + 1)
  const bottom = Math.min(height - 1, top + 1)
  const across = Math.min(1, Math.max(0, x - left))
  const down = Math.min(1, Math.max(0, y - top))
  const above = (data[top * width + left] ?? 0) * (1 - across) + (data[top * width + right] ?? 0) * across
  const below = (data[bottom * width + left] ?? 0) * (1 - across) + (data[bottom * width + right] ?? 0) * across
  return Math.round(above * (1 - down) + below * down)
}
