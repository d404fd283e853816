import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { examineBytes } from '../support/examining.ts'

const { utils, write } = createRequire(import.meta.url)('@e965/xlsx')

const given = ['Zora', 'Ida', 'Abel', 'Noor', 'Felix']
const people = [
  ['patient_id', 'first_name', 'last_name', 'email', 'amount'],
  ...Array.from({ length: 140 }, (_one, at) => [
    `P-${1000 + at}`,
    given[at % 5] ?? '',
    `Quillmoor${String.fromCharCode(97 + (at % 26))}`,
    `person${at}@example.org`,
    String(at * 1.5),
  ]),
]
const rooms = [
  ['room', 'floor', 'beds'],
  ['A1', '1', '2'],
  ['A2', '1', '3'],
  ['B1', '2', '2'],
]
const invoice = [
  ['Clinique du Parc', '', '', 'FACTURE'],
  ['12 rue de la Paix', '', '', 'Facture n° F-2024-17'],
  ['06000 Nice', '', '', 'Date : 05/05/2024'],
  ['Patient : Mme Zora Quill'],
  ['Désignation', 'Quantité', 'Prix unitaire', 'Montant'],
  ['Couronne céramique', '1', '400,00 €', '400,00 €'],
  ['Radiographie', '2', '30,00 €', '60,00 €'],
  ['', '', 'Total HT', '460,00 €'],
  ['', '', 'TVA 20 %', '92,00 €'],
  ['', '', 'Total TTC', '552,00 €'],
  ['Net à payer : 552,00 € avant le 05/06/2024. IBAN FR76 3000 6000 0112 3456 7890 189'],
]

function book(type: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Buffer {
  const made = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(rows), name)
  return write(made, { type: 'buffer', bookType: type })
}

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n')
const kinds = (outcomes: readonly Outcome[]) => outcomes.map(({ uri, kind, table }) => [uri, kind, table?.rows])
const columns = (outcome: Outcome | undefined) =>
  outcome?.findings
    .filter(({ origin }) => origin === 'table')
    .map(
      ({ entityType, canonical, place }) => `${entityType} ${canonical} ${place.unit === 'column' ? place.name : ''}`,
    )
    .sort()

describe.each([
  ['xlsx', 'xlsx'],
  ['ods', 'ods'],
  ['biff8', 'xls'],
])('a workbook written as %s', (type, extension) => {
  test('of one table is that table: told as the same rows are told as CSV', async () => {
    const [own, ...others] = await examineBytes(`a.${extension}`, book(type, { people }))
    const [asText] = await examineBytes('a.csv', csv(people))
    expect(others).toEqual([])
    expect([own?.kind, own?.coverage, own?.table?.rows]).toEqual(['table', 'full', 140])
    expect(own?.table).toEqual(asText?.table)
    expect(own?.table?.personRows).toBe(140)
    expect(columns(own)?.length).toBeGreaterThan(0)
    expect(columns(own)).toEqual(columns(asText))
  })

  test('of several has a record for each, by the name of its sheet', async () => {
    const outcomes = await examineBytes(`a.${extension}`, book(type, { people, rooms }))
    expect(kinds(outcomes)).toEqual([
      [`a.${extension}`, 'table', undefined],
      [`a.${extension}!/people`, 'table', 140],
      [`a.${extension}!/rooms`, 'table', 3],
    ])
  })

  test('that is laid out as an invoice is an invoice', async () => {
    expect(kinds(await examineBytes(`a.${extension}`, book(type, { Feuil1: invoice })))).toEqual([
      [`a.${extension}`, 'invoice', undefined],
    ])
  })

  test('whose sheet is only called so is a table', async () => {
    expect(kinds(await examineBytes(`a.${extension}`, book(type, { Invoices: people })))).toEqual([
      [`a.${extension}`, 'table', 140],
    ])
  })
})
