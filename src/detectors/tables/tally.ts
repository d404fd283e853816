import type { Evidence, Finding } from '../../core/finding.ts'
import { readableName } from '../../core/readable-name.ts'
import type { ColumnValue } from '../../core/table.ts'
import { roleOfColumn } from '../person/role.ts'
import { hashed, hashText, Sketch, type SketchCount } from './sketch.ts'

/** What one item may keep of its tables' values, at all columns together. */
export interface Allowance extends SketchCount {
  /** Values that may still be kept. */
  values: number
}

/** How much one column tells singly. */
export interface ColumnLimits {
  /** `limits.columnValues` */
  readonly columnValues: number
  /** `limits.columnFindings` */
  readonly columnFindings: number
}

/** Where findings of a column stand. */
export interface ColumnPlace {
  readonly column: number
  readonly name: string
  readonly isNamePersonal: boolean
}

/** Share of a cell's signs that a value has where it is what the cell holds. */
export const wholeCell = 0.8

/** The first finding of a type in a column, for the one that stands for all of them. */
interface First {
  readonly value: string
  readonly canonical: string
  readonly row: number
  readonly detector: string
  readonly evidence: readonly Evidence[]
}

interface Single {
  readonly hit: Hit
  readonly row: number
}

/** What a cell was found to be. */
export type Hit = Pick<Finding, 'entityType' | 'value' | 'canonical' | 'confidence' | 'detector' | 'evidence' | 'role'>

/** Counts the findings of one entity type in one column. */
export class Tally {
  readonly entityType: string
  cells = 0
  readonly #allowance: Allowance
  readonly #limits: ColumnLimits
  readonly #sketch: Sketch
  readonly #values = new Map<string, string>()
  #first: First | undefined
  /** Every one, while they are few. */
  #singles: Single[] | undefined = []
  #confidence = 0
  #judged = 0

  constructor(entityType: string, allowance: Allowance, limits: ColumnLimits) {
    this.entityType = entityType
    this.#allowance = allowance
    this.#limits = limits
    this.#sketch = new Sketch(allowance)
  }

  /** Counts what {@link hashed} holds the hash of. */
  count(): void {
    this.cells += 1
    this.#singles = undefined
    this.#sketch.add(hashed.low, hashed.high)
  }

  /**
   * Takes in what was found in a cell.
   * @param isFurther whether the cell had one of this type before
   */
  take(hit: Hit, cell: string, row: number, isFurther: boolean): void {
    if (!isFurther) this.cells += 1
    // A value that is all of its cell counts by the cell's writing, as those do that are only counted.
    hashText(hit.value.length >= wholeCell * cell.length ? cell : hit.canonical)
    this.#sketch.add(hashed.low, hashed.high)
    this.#confidence += hit.confidence
    this.#judged += 1
    if (!this.#first) {
      const { detector, evidence } = hit
      this.#first = { value: detached(hit.value), canonical: detached(hit.canonical), row, detector, evidence }
    }
    if (this.#singles && this.#singles.length >= this.#limits.columnFindings) this.#singles = undefined
    this.#singles?.push({ hit: { ...hit, value: detached(hit.value), canonical: detached(hit.canonical) }, row })
    this.#keep(hit)
  }

  #keep({ canonical, value }: Hit): void {
    if (this.#values.size >= this.#limits.columnValues || this.#allowance.values <= 0 || this.#values.has(canonical))
      return
    this.#allowance.values -= 1
    this.#values.set(detached(canonical), detached(value))
  }

  values(): readonly ColumnValue[] {
    return [...this.#values].map(([canonical, value]) => ({ entityType: this.entityType, value, canonical }))
  }

  /** Mean confidence of what was judged. */
  get confidence(): number {
    return this.#judged === 0 ? 0 : this.#confidence / this.#judged
  }

  /** Whether more of the same would tell no more than their number. */
  get knowsEnough(): boolean {
    return this.#judged >= this.#limits.columnValues
  }

  /**
   * The findings, one for each while they are few, else one that stands for all of them.
   * @param share of the column's cells that they are
   */
  findings(column: ColumnPlace, share: number): readonly Finding[] {
    const note = share >= 0.5 ? 'most cells of the column' : 'some cells of the column'
    if (this.#singles) return this.#singles.map(({ hit, row }) => findingOf(hit, column, row, note))
    if (!this.#first) return []
    const confidence = Math.round(1_000 * this.confidence) / 1_000
    const { row, ...first } = this.#first
    const all = findingOf({ ...first, entityType: this.entityType, confidence }, column, row, note)
    return [{ ...all, cells: this.cells, distinct: this.#sketch.estimate() }]
  }
}

function findingOf(hit: Hit, column: ColumnPlace, row: number, note: string): Finding {
  const { entityType, value, canonical, confidence, detector, evidence } = hit
  const role = hit.role ?? (entityType === 'PERSON' ? roleOfColumn(readableName(column.name)) : undefined)
  return {
    entityType,
    value,
    canonical,
    confidence,
    origin: 'table',
    place: { unit: 'column', ...column, row, offset: 0 },
    offset: 0,
    length: [...value].length,
    detector,
    evidence: [...evidence, { step: 'structure', note, confidence }],
    ...(role === undefined ? {} : { role }),
  }
}

/** A text of its own: a part of a longer one would keep all of that in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
}
