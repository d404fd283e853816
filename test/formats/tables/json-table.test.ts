import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createJsonRows } from '../../../src/formats/tables/json-rows.ts'
import { jsonTable } from '../../../src/formats/tables/json-table.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { read, rowsOf } from '../reading.ts'

const lines = '{"id":1,"name":"Jane Roe"}\n{"id":2,"name":"Jim Doe"}\n'
const list = JSON.stringify(
  Array.from({ length: 6 }, (_none, at) => ({ id: at, name: 'Jane', at: { city: 'Köln' } })),
  null,
  2,
)

formatContract(
  jsonTable,
  [
    { name: 'lines', bytes: Buffer.from(lines), mediaType: 'application/x-ndjson' },
    { name: 'a list', bytes: Buffer.from(list), mediaType: 'application/json' },
  ],
  { streamed: true },
)

describe('JSON tables', () => {
  it.each([
    ['lines', lines, 'application/x-ndjson'],
    ['a list of objects alike', list, 'application/json'],
    ['a list of few objects', '[{"a":1},{"a":2}]', undefined],
    ['a list of different objects', JSON.stringify([1, 2, 3, 4, 5].map((n) => ({ [`a${n}`]: n }))), undefined],
    ['an object', '{"a":1,\n"b":{"c":2}}', undefined],
    ['a list of numbers', '[1,2,3,4,5,6]', undefined],
    [
      'medical records by the line',
      '{"resourceType":"Patient","id":"1"}\n{"resourceType":"Patient","id":"2"}\n',
      undefined,
    ],
  ])('%s', async (_name, content, mediaType) => {
    expect((await read(jsonTable, content)).mediaType).toBe(mediaType)
  })

  it('have a column for each path, as it comes', async () => {
    const content =
      '{"a":1,"b":{"c":"x","d":[1,2]}}\n{"e":null,"b":{"c":"y"}}\n{"_id":{"$oid":"0f"},"f":[{"g":1},{"g":2}],"n":12345678901234567890}\n'
    const found = await read(jsonTable, content)
    expect(rowsOf(found)).toEqual([
      ['1', 'x', '1\n2'],
      [null, 'y'],
      [null, null, null, '0f', '1\n2', '12345678901234567890'],
    ])
    expect(found.extracts.flatMap((part) => (part.what === 'rows' ? [part.columns] : [])).at(-1)).toEqual([
      'a',
      'b.c',
      'b.d',
      '_id',
      'f.g',
      'n',
    ])
  })

  it('read what is broken as text, and say so', async () => {
    const found = await read(jsonTable, `${lines}{"id":3,"name":}\nJane was here\n{"id":4}\n`)
    expect(rowsOf(found)).toHaveLength(3)
    expect(found.gaps).toEqual(['malformed'])
    expect(found.text.text).toContain('{"id":3')
    expect((await read(jsonTable, `${lines}{"id":3,"na`)).gaps).toEqual(['truncated'])
  })

  it('leave out what is too deep', async () => {
    const deep = `{"a":${'['.repeat(2_000)}${']'.repeat(2_000)}}\n`
    expect((await read(jsonTable, `${lines}${deep}`)).gaps).toEqual(['too_deep'])
  })

  it('give each value once, however they come in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (values, step, isList) => {
          const texts = values.map((value) => JSON.stringify(value))
          const text = isList ? `[${texts.join(', ')}]` : texts.join('\n')
          const rows = createJsonRows(isList)
          const all: string[] = []
          for (let at = 0; at < text.length; at += step) {
            rows.write(text.slice(at, at + step))
            all.push(...rows.take())
          }
          rows.end()
          expect(all).toEqual(texts)
          expect(rows.takeRest()).toBe('')
        },
      ),
    )
  })
})
