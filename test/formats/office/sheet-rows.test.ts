import { describe, expect, it } from 'vitest'
import type { TableRows } from '../../../src/core/content.ts'
import { defaultLimits } from '../../../src/core/limits.ts'
import type { SheetRow } from '../../../src/formats/office/sheet-layout.ts'
import { sheetRows } from '../../../src/formats/office/sheet-rows.ts'
import { makeSink } from '../../../src/formats/office/sink.ts'
import { gapsOf, textOf } from './fixtures.ts'

const header: SheetRow = [
  [1, 'id'],
  [2, 'name'],
  [3, 'city'],
]
const person = (id: number): SheetRow => [
  [1, String(id)],
  [2, 'Zora Quill'],
  [3, 'Nice'],
]

function read(rows: readonly SheetRow[], limits = defaultLimits, names = ['Patients']) {
  const sink = makeSink(limits)
  for (const name of names) {
    const flow = sink.flow(name, 'table')
    const sheet = sheetRows(name, flow, sink)
    for (const row of rows) sheet.add(row)
    sheet.finish()
    flow.finish()
  }
  const extracts = sink.drain()
  const tables = extracts.filter((extract): extract is TableRows => extract.what === 'rows')
  return { text: textOf(extracts), gaps: gapsOf(extracts), tables, rows: tables.flatMap((table) => table.rows) }
}

describe('rows of a sheet', () => {
  it.each([1, 99, 100, 101, 4_500])('%i of them are all told, however many are looked at first', (count) => {
    const { rows, tables, text } = read([header, ...Array.from({ length: count }, (_one, at) => person(at + 1))])
    expect(rows.map(([id]) => id)).toEqual(Array.from({ length: count }, (_one, at) => String(at + 1)))
    expect(tables[0]).toMatchObject({ table: 'Patients', isNamed: true, columns: ['id', 'name', 'city'] })
    expect(text).toEqual({})
  })

  it('leave out empty ones, and keep what stands in further columns or far beside them', () => {
    const late: SheetRow = [...person(150), [4, 'late'], [500, 'far away']]
    const many = Array.from({ length: 120 }, (_one, at) => person(at + 1))
    const { rows, tables, text } = read([header, ...many, [], late])
    expect(rows).toHaveLength(121)
    expect(rows.at(-1)?.slice(0, 4)).toEqual(['150', 'Zora Quill', 'Nice', 'late'])
    expect(tables.at(-1)?.columns[3]).toBe('column 4')
    expect(text.Patients?.trim()).toBe('far away')
  })

  it('of two sheets of one name are two tables', () => {
    const { tables } = read([header, person(1)], defaultLimits, ['People', 'People'])
    expect(tables.map(({ table }) => table)).toEqual(['People', 'People (2)'])
  })

  it('have their cells cut where they are too long, and that is told', () => {
    const limits = { ...defaultLimits, cellCharacters: 4 }
    expect(read([header, person(1)], limits)).toMatchObject({ rows: [['1', 'Zora', 'Nice']], gaps: ['too_large'] })
    expect(
      read(
        [
          header,
          [
            [1, '1'],
            [2, 'Zora'],
            [3, 'Nice'],
          ],
        ],
        limits,
      ).gaps,
    ).toEqual([])
  })
})
