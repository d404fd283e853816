import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountsIn, currencyOf, parseAmount } from '../../../src/records/values/amounts.ts'

describe('parseAmount', () => {
  it.each([
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ["1'234.56", '1234.56'],
    ['12,34,567.00', '1234567.00'],
    ['1.234', '1234.00'],
    ['1.234.567', '1234567.00'],
    ['0.123', '0.12'],
    ['1939', '1939.00'],
    ['12,5', '12.50'],
    ['3,3333', '3.33'],
    ['١٢٣٤٫٥٦', '1234.56'],
  ])('reads %s as %s', (raw, value) => {
    expect(parseAmount(raw)).toBe(value)
  })

  it.each(['', 'abc', '1.2.3', '12a', '-5', '1..2'])('takes %j for none', (raw) => {
    expect(parseAmount(raw)).toBeUndefined()
  })

  it('reads every amount in every style', () => {
    const styles = [
      ['de-DE', 'EUR'],
      ['en-US', 'USD'],
      ['de-CH', 'CHF'],
      ['pt-BR', 'BRL'],
      ['fr-FR', 'EUR'],
    ] as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), fc.constantFrom(...styles), (cents, [locale]) => {
        const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
        const written = new Intl.NumberFormat(locale, digits).format(cents / 100)
        expect(parseAmount(written)).toBe((cents / 100).toFixed(2))
      }),
    )
  })
})

describe('amountsIn', () => {
  it.each([
    ['Total TTC 1 164,00 €', ['1164.00 EUR']],
    ['TVA 20 % 194,00', ['194.00']],
    ['Total 1 278.61 40.39 319.00', ['1278.61', '40.39', '319.00']],
    ['-8,79 EUR', ['-8.79 EUR']],
    ['(8.79)', ['-8.79']],
    ['€ -9,32', ['-9.32 EUR']],
    ['R$ 1.500,00', ['1500.00 BRL']],
    ['12.03.2024 5,00', ['5.00']],
    ['at 12:30', []],
    ['INV-2023', []],
  ])('%s', (text, amounts) => {
    const found = amountsIn(text).map(({ value, currency }) => (currency ? `${value} ${currency}` : value))
    expect(found).toEqual(amounts)
  })

  it('never breaks on any text, and finds only what stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { value, start, end } of amountsIn(text)) {
          expect(value).toMatch(/^-?\d+\.\d\d$/)
          expect(text.slice(start, end)).toMatch(/[\d٠-٩۰-۹]/)
        }
      }),
    )
  })
})

describe('currencyOf', () => {
  it.each([
    ['€', 'EUR'],
    ['zł', 'PLN'],
    ['CHF', 'CHF'],
    ['$', undefined],
    ['TTC', undefined],
  ])('%s is %s', (mark, code) => {
    expect(currencyOf(mark)).toBe(code)
  })
})
