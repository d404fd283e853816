import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { xls } from '../../../../src/formats/office/ole/xls.ts'
import { formatContract } from '../../../contracts/format-contract.ts'
import { flagsOf, gapsOf, readWith, textOf } from '../fixtures.ts'
import { compoundOf } from './fixtures.ts'

const { utils, write } = createRequire(import.meta.url)('@e965/xlsx')

const mediaType = 'application/vnd.ms-excel'
const book = utils.book_new()
const first = utils.aoa_to_sheet([
  ['Name', 'born', undefined, 'price'],
  ['Zoë Quill', new Date(Date.UTC(1970, 6, 14)), undefined, 12.5],
])
utils.book_append_sheet(book, first, 'Patients')
utils.book_append_sheet(book, utils.aoa_to_sheet([['kept aside']]), 'Old')
book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
const bytes: Buffer = write(book, { type: 'buffer', bookType: 'biff8', cellDates: true })

formatContract(xls, [{ name: 'a workbook', bytes, mediaType }], { damaged: 20 })

describe('an old workbook', () => {
  it('gives tables as rows and all other sheets as text, hidden ones too, with dates as ISO', async () => {
    const extracts = await readWith(xls, bytes)
    expect(Object.values(textOf(extracts))).toEqual(['Patients\nOld', 'kept aside'])
    expect(extracts.filter(({ what }) => what === 'rows')).toEqual([
      {
        what: 'rows',
        table: 'Patients',
        isNamed: true,
        columns: ['Name', 'born', 'column 3', 'price'],
        rows: [['Zoë Quill', '1970-07-14', null, '12.5']],
      },
    ])
    expect(flagsOf(extracts)).toEqual(['hidden_sheet'])
    expect(gapsOf(extracts)).toEqual([])
  })

  it('is on record where there is none in the file', async () => {
    expect(gapsOf(await readWith(xls, compoundOf({ Workbook: Buffer.from('nothing') })))).toEqual(['malformed'])
  })
})
