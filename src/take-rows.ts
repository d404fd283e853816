import type { TableRows } from './core/content.ts'
import type { Finding } from './core/finding.ts'
import type { Cell, TableProfile } from './core/table.ts'
import { type TableAllowance, TableProfiler, tableAllowance } from './detectors/tables/table.ts'
import type { ExaminePlan } from './examine-plan.ts'
import { languageOf } from './records/language.ts'
import type { Tools } from './toolbox.ts'

/** Rows and characters of a table's beginning that its language is told from. */
const [languageRows, languageCharacters] = [50, 2_000]

/** The tables of one item: itself under the name undefined, those within it under theirs. */
export interface Tables {
  readonly byName: Map<string | undefined, OpenTable>
  allowance: TableAllowance | undefined
}

/** A table that rows may still come to; or one that is done, in the place of an item's own. */
export interface OpenTable {
  readonly profiler?: TableProfiler
  readonly language?: string | undefined
  finish(): TableResult
}

/** What one table holds. */
export interface TableResult {
  readonly profile: TableProfile
  readonly findings: readonly Finding[]
  readonly language: string | undefined
  /** Columns that were not looked at. */
  readonly columnsLeftOut: number
}

/** Nothing yet. */
export function noTables(): Tables {
  return { byName: new Map(), allowance: undefined }
}

/**
 * Takes in some rows of a table.
 * @returns false where there is room for no more tables
 */
export function takeRows(part: TableRows, tables: Tables, tools: Tools, plan: ExaminePlan): boolean {
  const { columns, rows } = part
  let table = tables.byName.get(part.table)
  if (!table) {
    if (tables.byName.size >= plan.limits.tables) return false
    tables.allowance ??= tableAllowance(plan.limits)
    const language = expected(languageOf(beginningOf(columns, rows)), plan)
    table = openTable(new TableProfiler(tools.detectors, plan.limits, tables.allowance, tools.thresholds), language)
    tables.byName.set(part.table, table)
  }
  table.profiler?.take(columns, rows, part.isNamed ?? true, table.language)
  return true
}

function openTable(profiler: TableProfiler, language: string | undefined): OpenTable {
  const finish = () => ({ ...profiler.finish(), language, columnsLeftOut: profiler.columnsLeftOut })
  return { profiler, language, finish }
}

function beginningOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = rows.slice(0, languageRows).map((row) => row.filter((cell) => cell !== null).join(' '))
  return [columns.join(' '), ...lines].join('\n').slice(0, languageCharacters)
}

function expected(language: string | undefined, { languages }: ExaminePlan): string | undefined {
  return language === undefined || !languages || languages.includes(language) ? language : undefined
}

/** What the item itself holds, where it is a table. */
export function ownTable({ byName }: Tables): TableResult | undefined {
  return byName.get(undefined)?.finish()
}

/** An item with a single table is that table, whatever it calls it. */
export function adoptOnlyTable({ byName }: Tables): void {
  const [only, ...others] = byName
  if (!only || others.length > 0) return
  byName.clear()
  byName.set(undefined, only[1])
}

/** The tables within the item, by name. */
export function* innerTables({ byName }: Tables): Generator<readonly [name: string, result: TableResult]> {
  for (const [name, table] of byName) if (name !== undefined) yield [name, table.finish()]
}
