import type { CellFindings } from './look-up.ts'
import { signKinds } from './sketch.ts'
import { wholeCell } from './tally.ts'

/** Different shapes of one column that are told apart. */
const shapesAtMost = 1_024
/** Share of a column's cells that are of one entity type before shapes alone decide. */
const leastAlike = 0.9
/** Cells of a shape from which on it says something. */
const leastSeen = 20

/** What the cells of one column have shown about the next ones. */
export interface ShapeBook {
  /** What a cell of this shape is without searching it: an entity type, 'nothing', or undefined where it must be searched. */
  settled(shape: number, length: number): string | 'nothing' | undefined
  /** The one entity type that is still looked for; undefined for all. */
  only(): string | undefined
  learn(shape: number, signs: number, cell: string, findings: CellFindings): void
}

interface Seen {
  cells: number
  /** Cells that are, from end to end, of the type that the column is mostly of. */
  readonly whole: Map<string, number>
  empty: number
  hasLetters: boolean
  longest: number
}

/**
 * Learns from the first cells of a column: where nearly all are of one entity type, the shapes that these have stand for
 * it from then on, and shapes of numbers that never held anything stand for nothing. A type with check digits is always
 * searched for, for a shape says nothing about those, but alone.
 * @param cells how many are learned from
 */
export function makeShapeBook(cells: number): ShapeBook {
  const seen = new Map<number, Seen>()
  let learned = 0
  let isChecked = false
  let types = new Map<string, number>()
  let settledShapes: Map<number, string> | undefined
  let only: string | undefined

  function settle(): void {
    settledShapes = new Map()
    const [main] = [...types].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    const type = main && main[1] >= leastAlike * learned ? main[0] : undefined
    if (type !== undefined && isChecked) only = type
    for (const [shape, { cells, whole, empty, hasLetters }] of seen) {
      if (cells < leastSeen) continue
      if (type !== undefined && !isChecked && (whole.get(type) ?? 0) >= 0.95 * cells) settledShapes.set(shape, type)
      if (empty === cells && !hasLetters) settledShapes.set(shape, 'nothing')
    }
    types = new Map()
  }

  return {
    settled(shape, length) {
      const known = settledShapes?.get(shape)
      if (known === 'nothing' && length > (seen.get(shape)?.longest ?? 0)) return undefined
      return known
    },
    only: () => only,
    learn(shape, signs, cell, findings) {
      if (settledShapes) return
      const whole = findings.find(({ value }) => value.length >= wholeCell * cell.length)
      if (whole) {
        types.set(whole.entityType, (types.get(whole.entityType) ?? 0) + 1)
        isChecked ||= whole.evidence.some(({ step }) => step === 'checksum')
      }
      let entry = seen.get(shape)
      if (!entry && seen.size < shapesAtMost) {
        entry = { cells: 0, whole: new Map(), empty: 0, hasLetters: false, longest: 0 }
        seen.set(shape, entry)
      }
      if (entry) {
        entry.cells += 1
        entry.hasLetters ||= (signs & (signKinds.letter | signKinds.at)) !== 0
        entry.longest = Math.max(entry.longest, cell.length)
        if (findings.length === 0) entry.empty += 1
        if (whole) entry.whole.set(whole.entityType, (entry.whole.get(whole.entityType) ?? 0) + 1)
      }
      learned += 1
      if (learned >= cells) settle()
    },
  }
}
