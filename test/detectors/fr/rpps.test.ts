import { describe, expect, it } from 'vitest'
import { frRpps } from '../../../src/detectors/fr/rpps.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

function luhnSum(number: string): number {
  return [...number]
    .reverse()
    .reduce(
      (sum, digit, at) =>
        sum + [...String(Number(digit) * (1 + (at % 2)))].reduce((all, part) => all + Number(part), 0),
      0,
    )
}

describe('frRpps', () => {
  it.each([
    ['N° RPPS : 10001234565', '10001234565'],
    ['RPPS 10001234566', '10001234566'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(frRpps, text)).toEqual([value])
  })

  it.each(['10001234565', 'RPPS 20001234565', 'RPPS 1000123456'])('leaves %j alone', (text) => {
    expect(valuesIn(frRpps, text)).toEqual([])
  })

  numberProperties({
    unit: frRpps,
    label: 'RPPS',
    guarded: places(11).slice(1),
    valid: completed(
      digits(9).map((body) => `1${body}`),
      tails(1),
      (number) => luhnSum(number) % 10 === 0,
    ),
  })
})
