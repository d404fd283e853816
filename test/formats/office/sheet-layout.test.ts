import { describe, expect, it } from 'vitest'
import { layoutOf, type SheetRow } from '../../../src/formats/office/sheet-layout.ts'

function sheet(...lines: readonly string[]): readonly SheetRow[] {
  return lines.map((line) =>
    line.split('|').flatMap((text, at) => (text === '' ? [] : [[at + 1, text] as [number, string]])),
  )
}

const patients = ['1|Zora Quill|1970-07-14', '2|Ida Moor|1981-02-03', '3|Abel Tern|1990-11-30']
const numbered = (count: number) => Array.from({ length: count }, (_one, at) => `${at + 1}|Zora|${at * 7}.5|x${at}`)

describe('a sheet that is a table', () => {
  it.each([
    ['names above their values', sheet('id|name|birth date', ...patients), 0, ['id', 'name', 'birth date']],
    ['a list of one column', sheet('email', 'zora@example.org', 'ida@example.org'), 0, ['email']],
    ['one row of values', sheet('id|name|birth date', '1|Zora Quill|1970-07-14'), 0, ['id', 'name', 'birth date']],
    [
      'a column without a name',
      sheet('id|name|city|', '1|Zora|Nice|a', '2|Ida|Lyon|b'),
      0,
      ['id', 'name', 'city', 'column 4'],
    ],
    ['columns that begin further right', sheet('||id|name', '||1|Zora', '||2|Ida'), 0, ['id', 'name']],
    [
      'words that no list knows',
      sheet('Rufzeichen|Halter|Bemerk', ...Array.from({ length: 6 }, (_o, at) => `D-${at}XY|Zora|alt ${at}`)),
      0,
      ['Rufzeichen', 'Halter', 'Bemerk'],
    ],
    [
      'a title over many rows',
      sheet('All our people', 'id|name|amount|note', ...numbered(30)),
      1,
      ['id', 'name', 'amount', 'note'],
    ],
    ['values alone, in many full rows', sheet(...numbered(12)), 0, undefined],
  ])('%s', (_what, rows, titleRows, names) => {
    expect(layoutOf(rows)).toMatchObject({ titleRows, names })
  })
})

describe('a sheet that is laid out for the eye', () => {
  it.each([
    ['nothing', sheet()],
    ['lines of text', sheet('Notes', 'Zora called about her crown.', 'She will come on Friday.')],
    ['one line', sheet('id|name|birth date')],
    ['labels with a value each', sheet('Name|Zora Quill', 'City|Nice', 'Phone|+33 4 00 00 00 00', 'Date|2024-05-05')],
    ['labels with colons', sheet('Halter:|Zora Quill', 'Rufzeichen:|D-ABCD', 'Ort:|Bonn')],
    [
      'an invoice',
      sheet(
        'Clinic Lindenhof|||INVOICE',
        '12 High St|||No|F-1',
        '',
        'Item|Qty|Price|Total',
        'Crown|1|400|400',
        '||Total|400',
      ),
    ],
    [
      'an invoice whose list stands first',
      sheet('Item|Qty|Price|Total', 'Crown|1|400|400', 'X-ray|2|30|60', '|||460', 'due in 30 days'),
    ],
    ['a short list under a title', sheet('INVOICE', 'Item|Qty|Price|Total', 'Crown|1|400|400', 'X-ray|2|30|60')],
    ['prose in cells', sheet(...Array.from({ length: 12 }, () => 'some words|more words|and others'))],
  ])('%s', (_what, rows) => {
    expect(layoutOf(rows)).toBeUndefined()
  })
})
