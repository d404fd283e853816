import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { frNir } from '../../../src/detectors/fr/nir.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties, places } from '../number-properties.ts'

const two = (number: number) => String(number).padStart(2, '0')

describe('frNir', () => {
  it.each([
    ['NIR : 2 55 08 14 168 025 38', '2 55 08 14 168 025 38'],
    ['n° de sécurité sociale 255081416802538', '255081416802538'],
    ['1 85 05 2A 004 017 65', '1 85 05 2A 004 017 65'],
    ['immatriculation 255081416802538 (assurée)', '255081416802538'],
    ['Son NSS est le 255081416802539', '255081416802539'],
    ['n° sécu : 2550814168025', '2550814168025'],
    ['test 2 55 08 14 168 025 38', '2 55 08 14 168 025 38'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(frNir, text)).toEqual([value])
  })

  it.each([
    '255081416802539',
    'commande 2 55 08 14 168 025 39',
    '3 55 08 14 168 025 38',
    'NIR : 2 55 15 14 168 025 38',
    '1255081416802538',
  ])('leaves %j alone', (text) => {
    expect(valuesIn(frNir, text)).toEqual([])
  })

  it('reads the departments of Corsica as the law does', () => {
    for (const [department, stands] of [
      ['2A', '19'],
      ['2B', '18'],
    ] as const) {
      const key = two(97 - Number(BigInt(`18505${stands}004017`) % 97n))
      expect(valuesIn(frNir, `1 85 05 ${department} 004 017 ${key}`)).toHaveLength(1)
      expect(valuesIn(frNir, `18505${department}004017${key}`)).toHaveLength(1)
    }
  })

  numberProperties({
    unit: frNir,
    label: 'numéro de sécurité sociale',
    guarded: places(15),
    valid: fc
      .tuple(
        fc.constantFrom('1', '2'),
        digits(2),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 95 }),
        digits(6),
      )
      .map(([sex, year, month, place, rest]) => `${sex}${year}${two(month)}${two(place)}${rest}`)
      .map((body) => body + two(97 - Number(BigInt(body) % 97n)))
      .filter((number) => stdnum.FR?.nir?.validate(number).isValid ?? false),
  })
})
