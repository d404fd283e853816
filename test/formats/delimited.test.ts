import { describe, expect, it } from 'vitest'
import { delimited } from '../../src/formats/delimited.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

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

  it('are read as they stand', async () => {
    expect((await read(delimited, table)).text).toEqual({ text: table })
  })
})
