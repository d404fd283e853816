import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { json } from '../../src/formats/json.ts'
import { createJsonTokens, type JsonHandler } from '../../src/formats/json-tokens.ts'
import { formatContract } from '../contracts/format-contract.ts'
import { read } from './reading.ts'

const resource =
  '{"resourceType":"Patient","name":[{"family":"Roe","given":["Jane","Ann"]}],"birthDate":"1984-02-03","active":true}'
const lines = '{"id":1,"name":"Jane Roe"}\n{"id":2,"name":"Jim Doe"}\n'
const data = 'QUJD'.repeat(400)

formatContract(
  json,
  [
    {
      name: 'an object',
      bytes: Buffer.from('{"patient":{"name":"Jane Roe","phones":["0612345678"]}}'),
      mediaType: 'application/json',
    },
    { name: 'a FHIR resource', bytes: Buffer.from(resource), mediaType: 'application/fhir+json' },
    { name: 'one value a line', bytes: Buffer.from(lines), mediaType: 'application/x-ndjson' },
  ],
  { streamed: true },
)

describe('JSON', () => {
  it('is read one line a value, with labels', async () => {
    expect(await read(json, resource)).toMatchObject({
      text: {
        text: 'resource Type: Patient\nname\nfamily: Roe\ngiven: Jane, Ann\n\nbirth Date: 1984-02-03\nactive: true\n\n',
      },
      gaps: [],
    })
  })

  it('reads values of a line each', async () => {
    expect(await read(json, lines)).toMatchObject({
      text: { text: 'id: 1\nname: Jane Roe\n\nid: 2\nname: Jim Doe\n\n' },
      gaps: [],
    })
  })

  it('unescapes, and reads markup as text', async () => {
    const { text } = await read(
      json,
      '{"a":"J\\u00e9r\\u00f4me \\ud83d\\ude00\\nRoe","div":"<div><p>Jane</p><p>Roe</p></div>"}',
    )
    expect(text.text).toBe('a: Jérôme 😀\nRoe\ndiv: Jane\n\nRoe\n\n')
  })

  it.each([
    ['{"a":1}', 'application/json'],
    ['[]', 'application/json'],
    ['[[1.5,2],[3]]', 'application/json'],
    ['\n [ {"a": null} ]', 'application/json'],
    [lines, 'application/x-ndjson'],
    [`${resource}\n${resource}\n`, 'application/fhir+ndjson'],
    ['{"type":"FeatureCollection","features":[]}', 'application/geo+json'],
    ['[section]\nkey=value\n', undefined],
    ['[2024-03-04 10:00] started\n', undefined],
    ['[1] Roe J. A book.\n', undefined],
    ['{ return 1 }', undefined],
    ['{{template}}', undefined],
    ['"a string"', undefined],
  ])('%j is %s', async (content, mediaType) => {
    expect((await read(json, content)).mediaType).toBe(mediaType)
  })

  it('reads what is broken as text and says so', async () => {
    expect(await read(json, '{"a": 1, b: "Jane Roe"}')).toMatchObject({
      text: { text: 'a: 1\nb: "Jane Roe"}' },
      gaps: ['malformed'],
    })
    expect(await read(json, '{"a":1}\n{oops\n{"b":2}\n')).toMatchObject({
      text: { text: 'a: 1\n\noops\nb: 2\n\n' },
      gaps: ['malformed'],
    })
    expect(await read(json, '{"a":1,"b":"Ja')).toMatchObject({ text: { text: 'a: 1\nb: Ja\n' }, gaps: ['truncated'] })
    expect(await read(json, '[1,[2,[3,4]],"Jane"]', { nesting: 2 })).toMatchObject({ gaps: ['too_deep'] })
    expect((await read(json, '[1,[2,[3,4]],"Jane"]', { nesting: 2 })).text.text).toContain('"Jane"')
  })

  it('leaves out embedded data and says so', async () => {
    expect(await read(json, `{"photo":"${data}","name":"Jane"}`)).toMatchObject({
      text: { text: 'name: Jane\n\n' },
      gaps: ['unsupported_type'],
    })
  })

  it('reads a long string whole', async () => {
    const long = 'Jane Roe, née à Besançon. 😀 '.repeat(20_000)
    expect((await read(json, `{"note":"${long}"}`)).text.text).toBe(`note: ${long}\n\n`)
  })
})

describe('JSON tokens', () => {
  /** Builds the values again from what the tokeniser tells, fed in pieces of the given sizes. */
  function rebuild(content: string, sizes: readonly number[]) {
    const values: unknown[] = []
    const open: { value: unknown[] | Record<string, unknown>; key: string }[] = []
    let long = ''
    const put = (value: unknown) => {
      const level = open.at(-1)
      if (!level) values.push(value)
      else if (Array.isArray(level.value)) level.value.push(value)
      else
        Object.defineProperty(level.value, level.key, { value, enumerable: true, writable: true, configurable: true })
    }
    const handler: JsonHandler = {
      open: (isArray) => open.push({ value: isArray ? [] : {}, key: '' }),
      close: () => put(open.pop()?.value),
      key: (name) => {
        const level = open.at(-1)
        if (level) level.key = name
      },
      string: (piece, isFirst, isLast) => {
        long = isFirst ? piece : long + piece
        if (isLast) put(long)
      },
      word: (word) => put(JSON.parse(word)),
      raw: () => values.push('raw'),
    }
    const tokens = createJsonTokens(handler, 512)
    let at = 0
    for (let turn = 0; at < content.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1
      tokens.write(content.slice(at, at + size))
      at += size
    }
    tokens.end()
    return { values, faults: [...tokens.faults] }
  }

  it('give back any value, however it comes in pieces', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
    fc.assert(
      fc.property(fc.jsonValue(), sizes, fc.boolean(), (value, pieces, isIndented) => {
        const content = JSON.stringify(value, null, isIndented ? 2 : 0)
        const expected: unknown = JSON.parse(content)
        expect(rebuild(content, pieces)).toEqual({ values: [expected], faults: [] })
      }),
    )
  })

  it('name the first fault of any text cut short', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, length) => {
        const content = JSON.stringify([value])
        const { faults } = rebuild(content.slice(0, 1 + (length % (content.length - 1))), [7])
        expect(faults).toEqual(['truncated'])
      }),
    )
  })

  it('never throw, whatever comes', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\n',
      ' ',
      '1',
      '-',
      'e',
      'true',
      'null',
      'a',
      '\\u12',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(rebuild(pieces.join(''), [3]).faults.length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
