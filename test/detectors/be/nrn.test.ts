import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beNrn } from '../../../src/detectors/be/nrn.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties } from '../number-properties.ts'

describe('beNrn', () => {
  it.each([
    ['Numéro national 85.07.30-033.28', '85.07.30-033.28'],
    ['rijksregisternummer 85073003328', '85073003328'],
    ['85.07.30-033.28', '85.07.30-033.28'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(beNrn, text)).toEqual([value])
  })

  it.each(['85.07.30-033.29', '85073003328', '85.13.30-033.28'])('leaves %j alone', (text) => {
    expect(valuesIn(beNrn, text)).toEqual([])
  })

  numberProperties({
    unit: beNrn,
    label: 'numéro national',
    guarded: [],
    valid: fc
      .tuple(
        digits(2),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 997 }),
      )
      .map(
        ([year, month, day, serial]) =>
          `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(serial).padStart(3, '0')}`,
      )
      .map((body) => body + String(97 - (Number(body) % 97)).padStart(2, '0')),
  })
})
