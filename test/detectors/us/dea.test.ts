import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usDea } from '../../../src/detectors/us/dea.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties } from '../number-properties.ts'

describe('usDea', () => {
  it.each([
    ['DEA number AB1234563', 'AB1234563'],
    ['prescriber DEA: BB1388568', 'BB1388568'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(usDea, text)).toEqual([value])
  })

  it.each(['AB1234563', 'DEA AB1234564', 'AB12345633'])('leaves %j alone', (text) => {
    expect(valuesIn(usDea, text)).toEqual([])
  })

  numberProperties({
    unit: usDea,
    label: 'DEA number',
    guarded: [],
    valid: fc.tuple(fc.stringMatching(/^[A-Z]{2}$/), digits(6)).map(([letters, body]) => {
      const digit = (at: number) => Number(body.charAt(at))
      return `${letters}${body}${(digit(0) + digit(2) + digit(4) + 2 * (digit(1) + digit(3) + digit(5))) % 10}`
    }),
  })
})
