import { describe, expect, it } from 'vitest'
import { ukNhs } from '../../../src/detectors/gb/nhs.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

describe('ukNhs', () => {
  it.each([
    ['NHS number: 943 476 5919', '943 476 5919'],
    ['NHS no 4010232137', '4010232137'],
    ['943 476 5919', '943 476 5919'],
    ['NHS number 943 476 5918', '943 476 5918'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(ukNhs, text)).toEqual([value])
  })

  it.each(['943 476 5918', '4010232137', 'call 943 476 5910', 'NHS number 111 111 1111'])('leaves %j alone', (text) => {
    expect(valuesIn(ukNhs, text)).toEqual([])
  })

  numberProperties({
    unit: ukNhs,
    label: 'NHS number',
    guarded: places(10),
    valid: completed(digits(9), tails(1), (number) => {
      const sum = [...number].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
      return sum % 11 === 0 && !/^(\d)\1{9}$/.test(number)
    }),
  })
})
