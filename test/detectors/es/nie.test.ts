import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { esNie } from '../../../src/detectors/es/nie.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties, places } from '../number-properties.ts'

describe('esNie', () => {
  it.each([
    ['NIE: X1234567L', 'X1234567L'],
    ['nie y-8063915-z', 'y-8063915-z'],
    ['Z8078221M', 'Z8078221M'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(esNie, text)).toEqual([value])
  })

  it.each(['X1234567A', 'A1234567L', 'Y8063915Q', 'X1234567LL'])('leaves %j alone', (text) => {
    expect(valuesIn(esNie, text)).toEqual([])
  })

  numberProperties({
    unit: esNie,
    label: 'NIE',
    guarded: places(8).slice(1),
    valid: fc
      .tuple(fc.constantFrom('X', 'Y', 'Z'), digits(7), fc.constantFrom(...'TRWAGMYFPDXBNJZSQVHLCKE'))
      .map((parts) => parts.join(''))
      .filter((nie) => stdnum.ES?.nie?.validate(nie).isValid ?? false),
  })
})
