import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInStyle, numberText, styleOf } from '../../../src/formats/office/cell-value.ts'

describe('numbers of cells', () => {
  it.each([
    ['yyyy\\-mm\\-dd', 'date'],
    ['dd/mm/yyyy;@', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['mmm\\-yy', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['d.m.yy h:mm', 'date_time'],
  ])('%s is a %s', (code, moment) => {
    expect(styleOf(code).moment).toBe(moment)
  })

  it.each(['General', 'Standard', '0.00', '#,##0 "days"', '[Red]-0.0', '0%', '0.00E+00', '_-* #,##0.00\\ "Ms"_-', '@'])(
    '%s is no time',
    (code) => {
      expect(styleOf(code)).toEqual({})
    },
  )

  it.each([
    ['45417', 'yyyy-mm-dd', '2024-05-05'],
    ['45417.5', 'yyyy-mm-dd hh:mm', '2024-05-05T12:00:00'],
    ['45417.999', 'yyyy-mm-dd', '2024-05-05'],
    ['1', 'd/m/y', '1900-01-01'],
    ['59', 'd/m/y', '1900-02-28'],
    ['61', 'd/m/y', '1900-03-01'],
    ['0.75', 'h:mm', '18:00:00'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['-1', 'd/m/y', '-1'],
    ['9999999', 'd/m/y', '9999999'],
    ['102056789', '000\\-00\\-0000', '102-05-6789'],
    ['2056789', '000\\-00\\-0000', '002-05-6789'],
    ['612345678', '0#" "##" "##" "##" "##', '06 12 34 56 78'],
    ['5550123', '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '555-0123'],
    ['2065550123', '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '(206) 555-0123'],
    ['1234', '00000', '01234'],
    ['1234.5', '#,##0.00', '1234.5'],
    ['4.1111111111111E+15', 'General', '4111111111111100'],
    ['0.30000000000000004', 'General', '0.3'],
    ['33612345678', 'General', '33612345678'],
    ['abc', 'General', 'abc'],
  ])('%s as %s is %s', (raw, code, text) => {
    expect(numberText(raw, styleOf(code), false)).toBe(text)
  })

  it('counts days from 1904 where the workbook does', () => {
    expect(numberText('43955', styleOf('yyyy-mm-dd'), true)).toBe('2024-05-05')
  })

  it.each([
    [14, 'date'],
    [22, 'date_time'],
    [20, 'time'],
    [47, 'time'],
    [0, undefined],
    [49, undefined],
  ])('format %i, which every workbook has, is %s', (id, moment) => {
    expect(builtInStyle(id).moment).toBe(moment)
  })

  it('gives the same day as the calendar for every serial number since March 1900', () => {
    const style = styleOf('yyyy-mm-dd')
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        const day = new Date(Date.UTC(1900, 2, 1 + serial - 61)).toISOString().slice(0, 10)
        expect(numberText(String(serial), style, false)).toBe(day)
      }),
    )
  })

  it('never throws and never loses a digit, whatever the format', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0#?-() ."\\;[]<=9d@,_*') }), fc.nat(), (code, value) => {
        const style = styleOf(code)
        const text = numberText(String(value), style, false)
        if (style.moment) return
        expect(inOrderWithin(String(value), text), `«${text}» by «${code}»`).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Whether the text holds all these digits in their order; a format may write digits of its own between them. */
function inOrderWithin(digits: string, text: string): boolean {
  let next = 0
  for (const char of text) if (char === digits[next]) next += 1
  return next === digits.length
}
