import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { esNuss } from '../../../src/detectors/es/nuss.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { numberProperties, places } from '../number-properties.ts'

describe('esNuss', () => {
  it.each([
    ['NASS: 28 12345678 40', '28 12345678 40'],
    ['nº seguridad social 281234567840', '281234567840'],
    ['NUSS 28/12345678/40', '28/12345678/40'],
    ['NASS: 54 70862039 05', '54 70862039 05'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(esNuss, text)).toEqual([value])
  })

  it.each(['28 12345678 41', '281234567840 EUR 12', '00 12345678 40'])('leaves %j alone', (text) => {
    expect(valuesIn(esNuss, text)).toEqual([])
  })

  numberProperties({
    unit: esNuss,
    label: 'NUSS',
    // Not the number's first digit: made zero, the key is worked out another way, and may come to the same.
    guarded: places(12).slice(3),
    valid: fc
      .tuple(fc.integer({ min: 1, max: 52 }), fc.integer({ min: 10_000_000, max: 99_999_999 }))
      .map(([province, number]) => `${String(province).padStart(2, '0')}${number}`)
      .map((body) => body + String(Number(BigInt(body) % 97n)).padStart(2, '0')),
  })
})
