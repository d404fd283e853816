import { isDay } from '../engine/check-digits.ts'
import { hitsOf, oncePerScan, type Scan } from '../engine/scan.ts'
import type { Writings } from '../engine/writings.ts'

/** One date, or one number, read from the boxes of a form: single digits, one space apart. */
export interface BoxedPart {
  readonly kind: 'date' | 'number'
  readonly start: number
  readonly end: number
  readonly digits: string
  /** The part stands right behind a number. */
  readonly isBehindNumber: boolean
}

/** Topic of rows of at least eight boxes. */
export const boxedWritings: Writings = Object.freeze({ boxed: ['9 9 9 9 9 9 9 9'] })

const dateBoxes = 8
/** Fewest boxes of a number that dates are taken off from. */
const numberBoxes = 11
/** Boxes of a row that are looked at. */
const mostBoxes = 64

/** What stands in boxes, in order. Dates before and behind a number are told apart from it. */
export const boxedParts = oncePerScan((scan): readonly BoxedPart[] => {
  const parts: BoxedPart[] = []
  if (hitsOf(scan, 'boxed').length === 0) return parts
  for (let first = 0; first < scan.runStart.length; ) {
    const count = boxesFrom(scan, first)
    if (count >= dateBoxes) parts.push(...takeApart(scan, first, count))
    first += Math.max(1, count)
  }
  return parts
})

/** How many single digits, one space apart, stand from this run on. */
function boxesFrom({ text, runStart, runEnd, runKind }: Scan, first: number): number {
  let count = 0
  while (count < mostBoxes && runKind[first + count] === 1) {
    const behind = runEnd[first + count - 1] ?? 0
    if (count > 0 && ((runStart[first + count] ?? 0) !== behind + 1 || text.charCodeAt(behind) !== 0x20)) break
    count += 1
  }
  return count
}

function takeApart(scan: Scan, first: number, count: number): readonly BoxedPart[] {
  const digits = Array.from({ length: count }, (_, at) => scan.text.charAt(scan.runStart[first + at] ?? 0)).join('')
  const part = (kind: BoxedPart['kind'], from: number, to: number, isBehindNumber: boolean): BoxedPart => ({
    kind,
    start: scan.runStart[first + from] ?? 0,
    end: scan.runEnd[first + to - 1] ?? 0,
    digits: digits.slice(from, to),
    isBehindNumber,
  })
  if (count === dateBoxes) return isBoxedDate(digits) ? [part('date', 0, count, false)] : []
  const parts: BoxedPart[] = []
  let [from, to] = [0, count]
  while (to - from >= numberBoxes + dateBoxes && isBoxedDate(digits.slice(to - dateBoxes, to))) to -= dateBoxes
  while (to - from >= numberBoxes + dateBoxes && isBoxedDate(digits.slice(from, from + dateBoxes))) {
    parts.push(part('date', from, from + dateBoxes, false))
    from += dateBoxes
  }
  parts.push(part('number', from, to, false))
  for (let at = to; at < count; at += dateBoxes) parts.push(part('date', at, at + dateBoxes, true))
  return parts
}

function isBoxedDate(digits: string): boolean {
  const [day, month, year] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4))]
  return year >= 1850 && year <= 2100 && isDay(year, month, day)
}
