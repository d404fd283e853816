import type { Grey } from '../core/content.ts'

/** A connected stretch of ink: a letter, a part of one, a speck, a rule. Pixels, right and bottom exclusive. */
export interface Mark {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Stretches of ink on a row that are looked at: a page of print has some 50,000; more is noise. */
const mostRuns = 400_000

/** The marks of a picture that are darker than a threshold; no more once there are too many stretches of ink. */
export function marksOf({ width, height, data }: Grey, threshold: number): readonly Mark[] {
  const runs = new Runs()
  let above = 0
  for (let y = 0; y < height && runs.count < mostRuns; y += 1) {
    const first = runs.count
    let start = -1
    const row = y * width
    for (let x = 0; x <= width; x += 1) {
      const isInk = x < width && (data[row + x] ?? 255) <= threshold
      if (isInk && start < 0) start = x
      else if (!isInk && start >= 0) {
        runs.add(start, x, y)
        start = -1
      }
    }
    runs.join(above, first)
    above = first
  }
  return runs.marks()
}

/** Stretches of ink, joined where they touch from one row to the next. */
class Runs {
  readonly #left: number[] = []
  readonly #right: number[] = []
  readonly #row: number[] = []
  readonly #parent: number[] = []

  get count(): number {
    return this.#left.length
  }

  add(left: number, right: number, row: number): void {
    this.#parent.push(this.#left.length)
    this.#left.push(left)
    this.#right.push(right)
    this.#row.push(row)
  }

  /** Joins the runs from `first` on, one row, with those from `above` on, the row before it. */
  join(above: number, first: number): void {
    let upper = above
    for (let lower = first; lower < this.count; lower += 1) {
      const [left, right] = [this.#left[lower] ?? 0, this.#right[lower] ?? 0]
      while (upper < first && (this.#right[upper] ?? 0) < left) upper += 1
      for (let touching = upper; touching < first && (this.#left[touching] ?? 0) <= right; touching += 1) {
        this.#unite(lower, touching)
      }
    }
  }

  marks(): readonly Mark[] {
    const boxes = new Map<number, { left: number; top: number; right: number; bottom: number }>()
    for (let run = 0; run < this.count; run += 1) {
      const root = this.#rootOf(run)
      const [left, right, row] = [this.#left[run] ?? 0, this.#right[run] ?? 0, this.#row[run] ?? 0]
      const box = boxes.get(root)
      if (!box) {
        boxes.set(root, { left, top: row, right, bottom: row + 1 })
        continue
      }
      box.left = Math.min(box.left, left)
      box.right = Math.max(box.right, right)
      box.top = Math.min(box.top, row)
      box.bottom = Math.max(box.bottom, row + 1)
    }
    return [...boxes.values()]
  }

  #rootOf(run: number): number {
    let root = run
    while (this.#parent[root] !== root) {
      const parent = this.#parent[root] ?? root
      this.#parent[root] = this.#parent[parent] ?? parent
      root = parent
    }
    return root
  }

  #unite(one: number, other: number): void {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)]
    if (a !== b) this.#parent[Math.max(a, b)] = Math.min(a, b)
  }
}

/** How print lies on a page. */
export interface Lie {
  /** Marks that are as large as letters. */
  readonly letters: readonly Mark[]
  /** Pixels of the middle letter: most are small ones without a stem. 0 where there are none. */
  readonly height: number
  /** Degrees by which lines rise to the right (negative) or fall: turning the page back by it makes them level. */
  readonly skew: number
  /** Whether lines run up or down the page. */
  readonly isUpended: boolean
}

const leastLetter = 5
/** A letter is at the most this share of the picture's shorter side. */
const largestLetter = 0.12
/** Letters from which on the way they lie can be told. */
const lettersToTell = 20
/** Letters that are asked: more tell no more. */
const lettersAsked = 4_000
const widestSkew = 20
const coarse = 0.5
const fine = 0.1
/** How much better lines must show across than along, for a page to count as upended. */
const plainly = 1.3

/** The marks of a page that are as large as letters. */
export function lettersOf(marks: readonly Mark[], width: number, height: number): readonly Mark[] {
  const most = Math.max(leastLetter + 1, largestLetter * Math.min(width, height))
  return marks.filter((mark) => isLetter(mark, most))
}

/** How the print of a page lies, by its marks. */
export function lieOf(marks: readonly Mark[], width: number, height: number): Lie {
  const letters = lettersOf(marks, width, height)
  const size = usualSize(letters)
  const alike = letters.filter((mark) => isNear(Math.max(mark.bottom - mark.top, mark.right - mark.left), size))
  const step = Math.max(1, Math.floor(alike.length / lettersAsked))
  const asked = alike.filter((_, at) => at % step === 0)
  if (asked.length < lettersToTell) return { letters, height: size, skew: 0, isUpended: false }
  const level = steepest(
    asked.map(({ left, right, bottom }) => [(left + right) / 2, bottom]),
    size,
  )
  const upended = steepest(
    asked.map(({ top, right, bottom }) => [-(top + bottom) / 2, right]),
    size,
  )
  const isUpended = upended.score > plainly * level.score
  return { letters, height: size, skew: (isUpended ? upended : level).angle, isUpended }
}

/** The size of letters that half of the ink stands in: specks are many and hold little. */
function usualSize(letters: readonly Mark[]): number {
  const sizes = letters
    .map(({ left, top, right, bottom }) => ({
      size: Math.min(bottom - top, 1.6 * (right - left)),
      area: (right - left) * (bottom - top),
    }))
    .sort((one, other) => one.size - other.size)
  let left = sizes.reduce((sum, { area }) => sum + area, 0) / 2
  for (const { size, area } of sizes) {
    left -= area
    if (left <= 0) return size
  }
  return 0
}

function isLetter({ left, top, right, bottom }: Mark, most: number): boolean {
  const [wide, high] = [right - left, bottom - top]
  return Math.max(wide, high) >= leastLetter && high <= most && wide <= most * 1.5 && wide < 6 * high && high < 8 * wide
}

function isNear(size: number, of: number): boolean {
  return size > 0.6 * of && size < 2.2 * of
}

/** The angle at which points fall into lines, and how sharply. */
function steepest(points: readonly (readonly [number, number])[], size: number) {
  let best = { angle: 0, score: sharpness(points, 0, size) }
  const tryAngle = (angle: number) => {
    const score = sharpness(points, angle, size)
    if (score > best.score * 1.001) best = { angle, score }
  }
  for (let angle = -widestSkew; angle <= widestSkew; angle += coarse) tryAngle(angle)
  const middle = best.angle
  for (let angle = middle - coarse; angle <= middle + coarse; angle += fine) tryAngle(angle)
  return { ...best, angle: Math.round(best.angle * 10) / 10 }
}

/** How unevenly points are spread over lines of an angle: the sum of squares of their shares. */
function sharpness(points: readonly (readonly [number, number])[], angle: number, size: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const pitch = Math.max(1, size / 3)
  const bins = new Map<number, number>()
  for (const [x, y] of points) {
    const bin = Math.round((y - x * slope) / pitch)
    bins.set(bin, (bins.get(bin) ?? 0) + 1)
  }
  let sum = 0
  for (const count of bins.values()) sum += count * count
  return sum / (points.length * points.length)
}

/** A mark of a page that is turned clockwise by a quarter, around the page's first corner. */
export function quarterTurnedMark({ left, top, right, bottom }: Mark): Mark {
  return { left: -bottom, right: -top, top: left, bottom: right }
}

/** A mark of a page that is turned upside down, around the page's first corner. */
export function upsideDownMark({ left, top, right, bottom }: Mark): Mark {
  return { left: -right, right: -left, top: -bottom, bottom: -top }
}

/** Marks that are asked for their neighbours. */
const mostMarks = 20_000

/**
 * How many marks stand in rows as letters do: two on the same line, alike in size, and close together. Patterns, hair and
 * leaves have marks in plenty, but few such rows.
 */
export function lettersInRows(letters: readonly Mark[]): number {
  const sorted = fromLeft(letters)
  const rows = new Uint32Array(sorted.length).fill(1)
  let inRows = 0
  for (const [at, next] of neighbours(sorted)) rows[next] = Math.max(rows[next] ?? 1, (rows[at] ?? 1) + 1)
  for (const length of rows) if (length >= lettersOfRow) inRows += 1
  return inRows
}

/** Letters that stand in one row, close together, each row from left to right. */
export function rowsOfLetters(letters: readonly Mark[]): readonly (readonly Mark[])[] {
  const sorted = fromLeft(letters)
  const rows = new Map<number, Mark[]>(sorted.map((mark, at) => [at, [mark]]))
  const rowOf = Int32Array.from(sorted.keys())
  for (const [at, next] of neighbours(sorted)) {
    const [row, other] = [rowOf[at] ?? at, rowOf[next] ?? next]
    // A letter may stand beside two: it has joined the first by then.
    if (other !== next || row === other) continue
    rows.get(row)?.push(...(rows.get(next) ?? []))
    rows.delete(next)
    rowOf[next] = row
  }
  return [...rows.values()]
}

function fromLeft(letters: readonly Mark[]): readonly Mark[] {
  return letters.slice(0, mostMarks).sort((a, b) => a.left - b.left)
}

/** The place of each letter and that of the one right of it, where there is one; letters sorted from the left. */
function* neighbours(sorted: readonly Mark[]): Generator<readonly [at: number, next: number]> {
  for (const [at, mark] of sorted.entries()) {
    const high = mark.bottom - mark.top
    for (let next = at + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (!other || other.left > mark.right + 1.2 * high) break
      if (!isBeside(mark, other)) continue
      yield [at, next]
      break
    }
  }
}

/** Letters from which on a row counts: shorter ones come about by chance. */
const lettersOfRow = 5

function isBeside(one: Mark, other: Mark): boolean {
  const [high, otherHigh] = [one.bottom - one.top, other.bottom - other.top]
  if (otherHigh > 1.8 * high || high > 1.8 * otherHigh || other.left < one.right - 0.3 * high) return false
  return Math.abs(one.bottom - other.bottom) <= 0.25 * Math.max(high, otherHigh)
}
