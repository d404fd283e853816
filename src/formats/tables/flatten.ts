import type { Cell } from '../../core/table.ts'
import { binaryCell } from './binary-cell.ts'

/** Columns of one table of nested values. */
const columnsAtMost = 4_096
/** Values of one list that are read into one cell. */
const listedAtMost = 1_000

/** Makes rows of values within each other: `{ name: { first: 'Jane' } }` has a column `name.first`. */
export interface Flattener {
  /** Names of the columns so far; the array of a time stays as it was then. */
  columns(): readonly string[]
  row(value: unknown): readonly Cell[]
  /** Whether values were too deep within each other, or had too many names, and were left out. */
  readonly faults: { deep: boolean; many: boolean }
}

/** @param nesting levels within each other */
export function createFlattener(nesting: number, cellCharacters: number): Flattener {
  const faults = { deep: false, many: false }
  const indexes = new Map<string, number>()
  let names: readonly string[] = []
  let row: Cell[] = []

  function put(path: string, value: string): void {
    let index = indexes.get(path)
    if (index === undefined) {
      if (indexes.size >= columnsAtMost) {
        faults.many = true
        return
      }
      index = indexes.size
      indexes.set(path, index)
      names = [...names, path === '' ? 'value' : path]
    }
    while (row.length <= index) row.push(null)
    const known = row[index]
    // Values of a list stand in one cell, line by line.
    if (known === null || known === undefined) row[index] = value.slice(0, cellCharacters)
    else if (known.length + value.length < cellCharacters) row[index] = `${known}\n${value}`
  }

  function walk(path: string, value: unknown, depth: number): void {
    if (value === null || value === undefined) return
    if (typeof value !== 'object') put(path, String(value))
    else if (value instanceof Date) put(path, isoOf(value))
    else if (value instanceof Uint8Array) put(path, binaryCell(Buffer.from(value)) ?? '')
    else if (depth >= nesting) faults.deep = true
    else if (Array.isArray(value)) for (const item of value.slice(0, listedAtMost)) walk(path, item, depth + 1)
    else walkMembers(path, Object.entries(value), depth)
  }

  function walkMembers(path: string, members: readonly (readonly [string, unknown])[], depth: number): void {
    const [only] = members
    // MongoDB's extended JSON: { "$oid": "…" } is a value.
    if (only && members.length === 1 && only[0].startsWith('$')) walk(path, only[1], depth + 1)
    else for (const [name, member] of members) walk(path === '' ? name : `${path}.${name}`, member, depth + 1)
  }

  return {
    columns: () => names,
    row(value) {
      row = []
      walk('', value, 0)
      return row
    },
    faults,
  }
}

/** A date without a time of day has none added. */
function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  return date.toISOString().replace('T00:00:00.000Z', '')
}
