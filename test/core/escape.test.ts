import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCell, printable, safeJson } from '../../src/core/escape.ts'

describe('text for a terminal', () => {
  test.each<[string, string, string]>([
    ['plain', 'Jean Dupont é 漢 😀', 'Jean Dupont é 漢 😀'],
    ['a line break', 'a\nb', 'a\\x0ab'],
    ['an escape sequence', '\u001b[2Jgone', '\\x1b[2Jgone'],
    ['a turned direction', 'exe.\u202efdp', 'exe.\\u{202e}fdp'],
    ['half a character', 'a\ud800b', 'a\\u{d800}b'],
  ])('%s', (_, text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  test('never holds a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
      }),
    )
  })
})

describe('JSON for a terminal', () => {
  test('reads back as what it was, and holds no sign that could speak to it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (data) => {
        const json = safeJson(data)
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(data)))
        expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069]/)
      }),
    )
  })

  test('may stand on several lines', () => {
    expect(safeJson({ a: '\u202e' }, 2)).toBe('{\n  "a": "\\u202e"\n}')
  })
})

describe('a cell of CSV', () => {
  test.each<[string | number | boolean | null, string]>([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a;=1+1', '"a;=1+1"'],
    ['say "a"', '"say ""a"""'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['@SUM(1)', "'@SUM(1)"],
    ['-2+3', "'-2+3"],
    [-2, '-2'],
    [null, ''],
    [true, 'true'],
  ])('%s', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })
})
