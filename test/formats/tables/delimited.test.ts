import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delimited } from '../../../src/formats/tables/delimited.ts'
import { createDelimitedRecords } from '../../../src/formats/tables/delimited-records.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

const table =
  'name,email,born\r\n"Roe, Jane",jane@example.org,1984-02-03\r\n"Doe, ""Jim""",jim@example.org,1980-01-01\r\n'
const tabs = 'name\tphone\nJane\t0612345678\nJim\t0611111111\n'

formatContract(
  delimited,
  [
    { name: 'a table with commas', bytes: Buffer.from(table), mediaType: 'text/csv' },
    { name: 'a table with tabs', bytes: Buffer.from(tabs), mediaType: 'text/tab-separated-values' },
  ],
  { streamed: true, acceptsNoise: true },
)

describe('delimited tables', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', 'text/csv'],
    ['semicolons with decimal commas', 'nom;total\nRoe;1,50\nDoe;2,75\n', 'text/csv'],
    ['bars', 'id|name|born\n1|Roe|1984\n2|Doe|1980\n', 'text/csv'],
    ['tabs', tabs, 'text/tab-separated-values'],
    ['a line end within quotes', 'a,b\n"1\n2",3\n4,5\n', 'text/csv'],
    ['no line end at the end', 'a,b\n1,2', 'text/csv'],
    ['the separator announced', 'sep=;\na;b\n', 'text/csv'],
    ['one row of another width among many', `a,b\n${'1,2\n'.repeat(20)}1,2,3\n`, 'text/csv'],
    ['prose with commas', 'Dear Jane, dear John,\nwe write, as said, to you.\nYours, Jim\n', undefined],
    ['an address block', 'Jane Roe\n12, rue X\n75001 Paris\n', undefined],
    ['two salutations', 'Hello, Jane\nGoodbye, Jim\n', undefined],
    ['statements', 'let a = 1;\nlet b = 2;\nlet c = 3;\n', undefined],
    ['one column', 'email\njane@example.org\n', undefined],
    ['one row', 'a,b,c\n', undefined],
  ])('with %s', async (_name, content, mediaType) => {
    expect((await read(delimited, content)).mediaType).toBe(mediaType)
  })

  it('say that pictures in their cells were not examined', async () => {
    expect((await read(delimited, `name,photo\nJane,${'QUJD'.repeat(400)}\n`)).gaps).toEqual(['unsupported_type'])
  })

  it.each([
    [
      'quoted cells',
      table,
      [
        ['Roe, Jane', 'jane@example.org', '1984-02-03'],
        ['Doe, "Jim"', 'jim@example.org', '1980-01-01'],
      ],
    ],
    [
      'tabs',
      tabs,
      [
        ['Jane', '0612345678'],
        ['Jim', '0611111111'],
      ],
    ],
    [
      'a line end in a cell',
      'id,note\n1,"a\nb"\n2,c\n',
      [
        ['1', 'a\nb'],
        ['2', 'c'],
      ],
    ],
    [
      'single quotes',
      "id,note\n'1','a, b'\n'2','it''s'\n",
      [
        ['1', 'a, b'],
        ['2', "it's"],
      ],
    ],
    [
      'backslashes before quotes',
      'id,note\n1,"a \\"b\\" c"\n2,"C:\\"\n',
      [
        ['1', 'a \\"b\\" c'],
        ['2', 'C:\\'],
      ],
    ],
    [
      'a quote within a word',
      'id,size\n1,5" pipe\n2,6\n',
      [
        ['1', '5" pipe'],
        ['2', '6'],
      ],
    ],
    [
      'carriage returns alone',
      'id,name\r1,Jane\r2,Jim\r',
      [
        ['1', 'Jane'],
        ['2', 'Jim'],
      ],
    ],
    [
      'empty lines',
      'id,name\n1,Jane\n\n2,Jim',
      [
        ['1', 'Jane'],
        ['2', 'Jim'],
      ],
    ],
    [
      'no names of columns',
      '1,Jane,1984-02-03\n2,Jim,1980-01-01\n',
      [
        ['1', 'Jane', '1984-02-03'],
        ['2', 'Jim', '1980-01-01'],
      ],
    ],
  ])('are read by rows: %s', async (_name, content, rows) => {
    expect(rowsOf(await read(delimited, content))).toEqual(rows)
  })

  it('tell the names of their columns from the rows', async () => {
    const namesOf = async (content: string) =>
      (await read(delimited, content)).extracts.flatMap((part) => (part.what === 'rows' ? [part.columns] : []))[0]
    expect(await namesOf(table)).toEqual(['name', 'email', 'born'])
    expect(await namesOf('1,Jane\n2,Jim\n')).toEqual(['column 1', 'column 2'])
    expect(await namesOf('Jane,Roe\nJim,Doe\n')).toEqual(['column 1', 'column 2'])
    expect(await namesOf('Vorname;Nachname\nJane;Roe\n')).toEqual(['Vorname', 'Nachname'])
  })

  it('give each row once, however the text comes in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: fc.constantFrom(...'ab",; \n\r\\') }), { minLength: 2, maxLength: 3 })),
        fc.integer({ min: 1, max: 9 }),
        (rows, step) => {
          const written = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          const text = written.join('\n')
          const whole = inPieces(text, text.length + 1)
          expect(inPieces(text, step)).toEqual(whole)
          expect(whole).toHaveLength(rows.length)
        },
      ),
    )
  })

  it('say that a quoted cell is never closed, and read on behind its quote', async () => {
    const found = await read(delimited, 'id,note\n1,a\n2,"b\n3,c\n4,d\n5,e\n6,f\n')
    expect(found.gaps).toEqual(['malformed'])
    expect(rowsOf(found)).toHaveLength(6)
  })
})

function inPieces(text: string, step: number): readonly string[][] {
  const records = createDelimitedRecords({ delimiter: ',', quote: '"', start: 0 }, 1_000)
  const all: string[][] = []
  for (let at = 0; at < text.length; at += step) {
    records.write(text.slice(at, at + step))
    all.push(...records.take())
  }
  records.end()
  all.push(...records.take())
  return all
}
