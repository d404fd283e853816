import type { Grey } from '../core/content.ts'
import { Cover } from './cover.ts'
import { inkOnWhite } from './light.ts'
import { lettersOf, type Mark, marksOf, rowsOfLetters } from './marks.ts'
import { isKept, type Word } from './page-words.ts'

/** Rows that are read again, the longest first: a page that has more is read by no other way either. */
const mostRows = 12
/** Letters from which on a row is worth it. */
const leastLetters = 5
/** What of the page comes with a row, in heights of its letters: more would bring the frame around it. */
const margin = 0.25
/** White paper around a row, in pixels: the engine misses letters at an edge. */
const paper = 16

/**
 * Rows of letters on which the engine read nothing: it passes over what stands in a frame, in grey on grey, or alone in
 * a corner. Boxes with some paper around them, the longest rows first.
 */
export function missedRows(page: Grey, words: readonly Word[]): readonly Mark[] {
  const { width, height } = page
  const letters = lettersOf(marksOf(page, inkOnWhite), width, height)
  const covered = new Cover(width, height, words.filter(isKept).map(boxOf))
  return rowsOfLetters(letters.filter((letter) => !covered.has(letter)))
    .filter((row) => row.length >= leastLetters)
    .sort((one, other) => other.length - one.length)
    .slice(0, mostRows)
    .map((row) => around(row, page))
}

/** A piece of a page, on white paper. */
export function cutOut({ width, data }: Grey, { left, top, right, bottom }: Mark): Grey {
  const [wide, high] = [right - left + 2 * paper, bottom - top + 2 * paper]
  const piece = new Uint8Array(wide * high).fill(255)
  for (let y = top; y < bottom; y += 1) {
    piece.set(data.subarray(y * width + left, y * width + right), (y - top + paper) * wide + paper)
  }
  return { width: wide, height: high, data: piece }
}

/** Words of a piece that was cut out, where they stand on the page; in a block and on a line of their own. */
export function movedTo({ left, top }: Mark, words: readonly Word[], block: number): readonly Word[] {
  return words.map((word) => ({
    ...word,
    block,
    line: `row ${block}`,
    left: word.left + left - paper,
    top: word.top + top - paper,
  }))
}

function boxOf({ left, top, width, height }: Word): Mark {
  return { left, top, right: left + width, bottom: top + height }
}

function around(row: readonly Mark[], { width, height }: Grey): Mark {
  const left = Math.min(...row.map((letter) => letter.left))
  const top = Math.min(...row.map((letter) => letter.top))
  const right = Math.max(...row.map((letter) => letter.right))
  const bottom = Math.max(...row.map((letter) => letter.bottom))
  const more = Math.ceil(margin * (bottom - top))
  return {
    left: Math.max(0, left - more),
    top: Math.max(0, top - more),
    right: Math.min(width, right + more),
    bottom: Math.min(height, bottom + more),
  }
}
