import type { Detector, Finding } from '../../core/finding.ts'
import type { Limits } from '../../core/limits.ts'
import type { Cell, TableProfile } from '../../core/table.ts'
import { Column, type ColumnTools, type RowMarks } from './column.ts'
import { isEverydayName } from './roles.ts'
import { hashText } from './sketch.ts'
import { type Allowance, type Hit, Tally } from './tally.ts'

/** Sets of columns that a row may owe its person to, told apart. */
const doubtsAtMost = 4_096

/** What all tables of one item may keep and how many columns they have, counted. */
export interface TableAllowance extends Allowance {
  columns: number
}

/** What the tables of one item may keep. */
export function tableAllowance(limits: Limits): TableAllowance {
  return { dense: 0, values: limits.findings, columns: limits.columns }
}

/** Looks at one table, batch by batch in order, and tells what its columns hold. */
export class TableProfiler {
  readonly #tools: ColumnTools
  readonly #allowance: TableAllowance
  readonly #columns: Column[] = []
  readonly #doubts = new Map<string, number>()
  #pair: Pair | undefined
  #rows = 0
  #personRows = 0
  #left = 0

  /** @param thresholds the confidence from which a type is told, where it is not the default */
  constructor(
    detectors: readonly Detector[],
    limits: Limits,
    allowance: TableAllowance,
    thresholds?: Readonly<Record<string, number>>,
  ) {
    this.#allowance = allowance
    this.#tools = { detectors, personTypes: personTypesOf(detectors), allowance, limits, thresholds }
  }

  /** Columns beyond the limit, which nobody looked at. */
  get columnsLeftOut(): number {
    return this.#left
  }

  /** Takes in some rows. @param isNamed whether the item itself names its columns */
  take(
    names: readonly string[],
    rows: readonly (readonly Cell[])[],
    isNamed: boolean,
    language: string | undefined,
  ): void {
    if (names.length > this.#columns.length + this.#left) this.#addColumns(names, isNamed)
    const firstRow = this.#rows + 1
    this.#rows += rows.length
    const marks = new BatchMarks(rows.length)
    for (const column of this.#columns) column.take(rows, firstRow, language, marks)
    this.#pair?.take(rows, firstRow)
    this.#personRows += marks.sure
    for (const doubt of marks.doubts()) {
      const key = this.#doubts.has(doubt) || this.#doubts.size < doubtsAtMost ? doubt : ''
      this.#doubts.set(key, (this.#doubts.get(key) ?? 0) + 1)
    }
  }

  #addColumns(names: readonly string[], isNamed: boolean): void {
    for (const name of names.slice(this.#columns.length + this.#left)) {
      if (this.#allowance.columns > 0) {
        this.#allowance.columns -= 1
        this.#columns.push(new Column(isNamed ? name : undefined, this.#columns.length + 1, this.#tools))
      } else this.#left += 1
    }
    const ofPersons = this.#columns.filter(({ role }) => role?.entityType === 'PERSON')
    const proven = ofPersons.some(({ label }) => !isEverydayName(label))
    const isPaired = new Set(ofPersons.map(({ role }) => role?.id)).size > 1
    if (this.#rows === 0 && !proven && !isPaired) for (const column of ofPersons) column.role = undefined
    const given = this.#columns.find(({ role }) => role?.id === 'given-name')
    const family = this.#columns.find(({ role }) => role?.id === 'family-name')
    if (given && family) this.#pair ??= new Pair(given, family, this.#tools)
  }

  /** What the table holds, and one finding for each column and entity type. */
  finish(): { readonly profile: TableProfile; readonly findings: readonly Finding[] } {
    const kept = new Set(this.#columns.filter(({ hasPersons }) => hasPersons).map(({ position }) => position))
    let personRows = this.#personRows
    for (const [columns, rows] of this.#doubts) {
      if (columns === '' || columns.split(' ').some((column) => kept.has(Number(column)))) personRows += rows
    }
    const pair = this.#pair
    const parts = this.#columns.map((column) => {
      const inPair = pair && pair.tally.cells > 0 && (column === pair.given || column === pair.family)
      return column.finish(inPair ? (column === pair.family ? pair.tally : 'elsewhere') : undefined)
    })
    const profile = { rows: this.#rows, personRows, columns: parts.map((part) => part.profile) }
    return { profile, findings: parts.flatMap((part) => part.findings) }
  }
}

/** Given and family names in two columns: together they are somebody's name. */
class Pair {
  readonly given: Column
  readonly family: Column
  readonly tally: Tally

  constructor(given: Column, family: Column, { allowance, limits }: ColumnTools) {
    this.given = given
    this.family = family
    this.tally = new Tally('PERSON', allowance, limits)
  }

  take(rows: readonly (readonly Cell[])[], firstRow: number): void {
    for (const [at, row] of rows.entries()) {
      const value = nameOf(row[this.given.position - 1], row[this.family.position - 1], this.given, this.family)
      if (value === '') continue
      if (this.tally.knowsEnough) {
        hashText(value)
        this.tally.count()
      } else this.tally.take(hitOf(value), value, firstRow + at, false)
    }
  }
}

function nameOf(given: Cell | undefined, family: Cell | undefined, one: Column, other: Column): string {
  const first = given && one.role?.fits(given) ? given.trim() : ''
  const last = family && other.role?.fits(family) ? family.trim() : ''
  return first === '' || last === '' ? first + last : `${first} ${last}`
}

const pairEvidence = [{ step: 'label', note: 'columns for the given and the family name', confidence: 0.95 }] as const

function hitOf(value: string): Hit {
  const canonical = value.toLowerCase()
  const detector = 'column-full-name@1'
  return { entityType: 'PERSON', value, canonical, confidence: 0.95, detector, evidence: pairEvidence }
}

/** Marks the rows of one batch. */
class BatchMarks implements RowMarks {
  sure = 0
  readonly #sure: Uint8Array
  readonly #doubted = new Map<number, string>()

  constructor(rows: number) {
    this.#sure = new Uint8Array(rows)
  }

  mark(row: number): void {
    if (this.#sure[row] === 0) this.sure += 1
    this.#sure[row] = 1
  }

  doubt(row: number, column: number): void {
    const known = this.#doubted.get(row)
    this.#doubted.set(row, known === undefined ? String(column) : `${known} ${column}`)
  }

  /** For each row that is not surely marked, the columns that would mark it. */
  *doubts(): Generator<string> {
    for (const [row, columns] of this.#doubted) if (this.#sure[row] === 0) yield columns
  }
}

/** By these somebody is known, beside official numbers. */
const byThemselves = ['PERSON', 'DATE_OF_BIRTH', 'PATIENT_ID', 'EMAIL_ADDRESS', 'PHONE_NUMBER']
/** Official numbers of firms. */
const ofFirms: ReadonlySet<string> = new Set(['FR_SIREN', 'FR_SIRET'])

function personTypesOf(detectors: readonly Detector[]): ReadonlySet<string> {
  const official = detectors.filter(({ sensitivity }) => sensitivity.identifier === 'official_number')
  const types = official.map(({ entityType }) => entityType).filter((entityType) => !ofFirms.has(entityType))
  return new Set([...byThemselves, ...types])
}
