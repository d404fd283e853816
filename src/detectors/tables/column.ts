import type { Detector, Finding } from '../../core/finding.ts'
import { readableName } from '../../core/readable-name.ts'
import type { Cell, ColumnProfile } from '../../core/table.ts'
import { detect } from '../detect.ts'
import { ColumnTyping } from './column-type.ts'
import { type CellFindings, findInCells, type Search } from './look-up.ts'
import { type ColumnRole, roleOf } from './roles.ts'
import { makeShapeBook, type ShapeBook } from './shape-book.ts'
import { hashed, hashText, Sketch } from './sketch.ts'
import { type Allowance, type ColumnLimits, detached, type Hit, Tally } from './tally.ts'

/** Different values whose findings are remembered. */
const rememberedValues = 2_048
const examplesAtMost = 3
/** Characters of an example. */
const exampleCharacters = 80
/** Characters of a column's name. */
const nameCharacters = 200
/** A role holds where so many of the filled cells may be what the name says. */
const leastFitting = 0.5
/** Share of the cells that one type has in a column of it throughout. */
const leastThroughout = 0.9
/** Names in fewer of the cells than this, where cells are short, are words that happen to read like names. */
const leastNamed = 0.1
/** Mean confidence of names that only their column's name speaks for: products have names too. */
const weak = 0.7
/** Mean length of the cells of a column that is running text. */
const runningCharacters = 60

/** What all columns of an item share. */
export interface ColumnTools {
  readonly detectors: readonly Detector[]
  /** Types by which somebody is known. */
  readonly personTypes: ReadonlySet<string>
  readonly allowance: Allowance
  readonly limits: ColumnLimits
  readonly thresholds?: Readonly<Record<string, number>> | undefined
}

/** Which rows of a batch hold a person: surely, or if the column's findings are kept in the end. */
export interface RowMarks {
  mark(row: number): void
  doubt(row: number, column: number): void
}

/** Looks at one column of one table, batch by batch. */
export class Column {
  readonly name: string
  readonly position: number
  role: ColumnRole | undefined
  filled = 0
  readonly #tools: ColumnTools
  readonly #label: string
  readonly #typing = new ColumnTyping()
  readonly #sketch: Sketch
  readonly #tallies = new Map<string, Tally>()
  readonly #remembered = new Map<number, CellFindings>()
  readonly #shapes: ShapeBook
  readonly #examples: string[] = []
  #characters = 0

  /** @param name undefined where the item names no columns */
  constructor(name: string | undefined, position: number, tools: ColumnTools) {
    this.name = (name?.trim() ?? '') === '' ? `column ${position}` : detached((name ?? '').slice(0, nameCharacters))
    this.position = position
    this.#tools = tools
    this.#label = name === undefined ? '' : readableName(name)
    this.#sketch = new Sketch(tools.allowance)
    this.#shapes = makeShapeBook(tools.limits.columnValues)
    this.role = roleOf(this.#label)
  }

  get label(): string {
    return this.#label
  }

  /** @param firstRow the number of the batch's first row, from 1 */
  take(rows: readonly (readonly Cell[])[], firstRow: number, language: string | undefined, marks: RowMarks): void {
    const unsure: number[] = []
    const cells: string[] = []
    for (let row = 0; row < rows.length; row += 1) {
      const cell = rows[row]?.[this.position - 1]
      if (cell === null || cell === undefined || cell === '' || (cell.charCodeAt(0) <= 0x20 && cell.trim() === ''))
        continue
      if (this.#isSettled(cell, firstRow + row, row, marks)) continue
      unsure.push(row)
      cells.push(cell)
    }
    if (cells.length > 0) this.#search(cells, unsure, firstRow, language, marks)
  }

  /** Whether a cell needs no searching: by its role, its shape, or because the same value was searched before. */
  #isSettled(cell: string, row: number, inBatch: number, marks: RowMarks): boolean {
    hashText(cell)
    this.filled += 1
    this.#characters += cell.length
    this.#sketch.add(hashed.low, hashed.high)
    this.#typing.look(cell, hashed.signs)
    if (this.#examples.length < examplesAtMost) this.#example(cell)
    const { role } = this
    if (role?.fits(cell)) {
      const tally = this.#tallyOf(role.entityType)
      if (tally.knowsEnough) tally.count()
      else tally.take(roleHit(role, cell), cell, row, false)
      this.#mark(role.entityType, inBatch, marks)
      return true
    }
    const settled = this.#shapes.settled(hashed.shape, cell.length)
    if (settled === 'nothing') return true
    if (settled !== undefined) {
      this.#tallyOf(settled).count()
      this.#mark(settled, inBatch, marks)
      return true
    }
    const known = this.#remembered.get(hashed.low * 2 ** 20 + (hashed.high >>> 12))
    if (known === undefined) return false
    this.#takeFindings(known, cell, row, inBatch, marks)
    return true
  }

  #search(
    cells: readonly string[],
    rows: readonly number[],
    firstRow: number,
    language: string | undefined,
    marks: RowMarks,
  ): void {
    const only = this.#shapes.only()
    const { detectors, thresholds } = this.#tools
    const search: Search = { detectors, thresholds, language, label: this.#label, ...(only ? { only } : {}) }
    for (const [at, findings] of findInCells(cells, search).entries()) {
      const cell = cells[at] ?? ''
      const row = rows[at] ?? 0
      hashText(cell)
      const key = hashed.low * 2 ** 20 + (hashed.high >>> 12)
      this.#shapes.learn(hashed.shape, hashed.signs, cell, findings)
      if (this.#remembered.size < rememberedValues) this.#remembered.set(key, findings.map(detachedFinding))
      this.#takeFindings(findings, cell, firstRow + row, row, marks)
    }
  }

  #takeFindings(findings: CellFindings, cell: string, row: number, inBatch: number, marks: RowMarks): void {
    for (const [at, finding] of findings.entries()) {
      const isFurther = findings.findIndex(({ entityType }) => entityType === finding.entityType) < at
      this.#count(finding, cell, row, inBatch, marks, isFurther)
    }
  }

  #count(hit: Hit, cell: string, row: number, inBatch: number, marks: RowMarks, isFurther = false): void {
    this.#tallyOf(hit.entityType).take(hit, cell, row, isFurther)
    this.#mark(hit.entityType, inBatch, marks)
  }

  #mark(entityType: string, inBatch: number, marks: RowMarks): void {
    if (!this.#tools.personTypes.has(entityType)) return
    if (entityType === 'PERSON' && this.role?.entityType !== 'PERSON') marks.doubt(inBatch, this.position)
    else marks.mark(inBatch)
  }

  #tallyOf(entityType: string): Tally {
    const known = this.#tallies.get(entityType)
    if (known) return known
    const made = new Tally(entityType, this.#tools.allowance, this.#tools.limits)
    this.#tallies.set(entityType, made)
    return made
  }

  #example(cell: string): void {
    const example = cell.length > exampleCharacters ? `${cell.slice(0, exampleCharacters - 1)}…` : cell
    if (!this.#examples.includes(example)) this.#examples.push(detached(example))
  }

  /** Whether the names in it are names: a few in short cells are products or places that read like them. */
  get hasPersons(): boolean {
    const persons = this.#tallies.get('PERSON')
    if (!persons) return false
    const isRunning = this.#characters > runningCharacters * this.filled
    const least = persons.confidence < weak ? leastFitting : leastNamed
    return isRunning || this.role?.entityType === 'PERSON' || persons.cells >= least * this.filled
  }

  /** A column of one type throughout has a few values that read like another by chance. */
  #isMeant(tally: Tally, main: Tally | undefined): boolean {
    if (!main || tally === main || main.cells < leastThroughout * this.filled) return true
    return tally.cells >= leastNamed * this.filled
  }

  /** What the column is by most of its cells. */
  #main(): Tally | undefined {
    const most = [...this.#tallies.values()].sort(
      (a, b) => b.cells - a.cells || (a.entityType < b.entityType ? -1 : 1),
    )[0]
    if (!most || most.cells < leastFitting * this.filled) return undefined
    return this.#characters > runningCharacters * this.filled && most.entityType !== this.role?.entityType
      ? undefined
      : most
  }

  /**
   * What the column holds.
   * @param persons what stands for the names in it, where another column has the other part of each
   */
  finish(persons: Tally | 'elsewhere' | undefined): { readonly profile: ColumnProfile; readonly findings: Finding[] } {
    const isNamePersonal = this.#isNamePersonal()
    const place = { column: this.position, name: this.name, isNamePersonal }
    const main = this.#main()
    const told = [...this.#tallies.values()]
      .filter((tally) => this.#isMeant(tally, main) && (tally.entityType !== 'PERSON' || (!persons && this.hasPersons)))
      .concat(persons && persons !== 'elsewhere' ? [persons] : [])
    const findings = told.flatMap((tally) => tally.findings(place, tally.cells / this.filled))
    const profile: ColumnProfile = {
      name: this.name,
      isNamePersonal,
      type: this.#typing.type(),
      entityType: main?.entityType ?? null,
      share: main ? Math.round((1_000 * main.cells) / this.filled) / 1_000 : 0,
      filled: this.filled,
      distinct: Math.min(this.filled, this.#sketch.estimate()),
      examples: this.#examples,
      values: told.flatMap((tally) => tally.values()),
    }
    return { profile, findings }
  }

  #isNamePersonal(): boolean {
    if (this.#label === '') return false
    // As it stands, for in words an address is none, and in words, for names are written together.
    return [this.name, this.#label].some((text) => {
      const segment = { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'table' } as const
      return detect(segment, this.#tools.detectors, {}).some(({ entityType }) => entityType !== 'DATE_TIME')
    })
  }
}

function roleHit(role: ColumnRole, cell: string): Hit {
  const evidence = [{ step: 'label', note: `a column for this: ${role.id}`, confidence: roleConfidence }] as const
  const { entityType } = role
  const canonical = cell.trim().toLowerCase()
  return { entityType, value: cell, canonical, confidence: roleConfidence, detector: `column-${role.id}@1`, evidence }
}

/** How sure a column's name makes that its values are what it says. */
const roleConfidence = 0.9

function detachedFinding(finding: Finding): Finding {
  return { ...finding, value: detached(finding.value), canonical: detached(finding.canonical) }
}
