import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { usSsn } from '../../../src/detectors/us/ssn.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties } from '../number-properties.ts'

describe('usSsn', () => {
  it.each([
    ['SSN: 512-43-8876', '512-43-8876'],
    ['512-43-8876', '512-43-8876'],
    ['my social security number is 512438876', '512438876'],
    ['SSN 512 43 8876', '512 43 8876'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(usSsn, text)).toEqual([value])
  })

  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '512-00-8876',
    '512-43-0000',
    '078-05-1120',
    '512438876',
    'zip 51243-8876',
    '1512-43-8876',
  ])('leaves %j alone', (text) => {
    expect(valuesIn(usSsn, text)).toEqual([])
  })

  numberProperties({
    unit: usSsn,
    label: 'SSN',
    guarded: [],
    valid: digits(9).filter(
      (number) =>
        (stdnum.US?.ssn?.validate(number).isValid ?? false) && !number.endsWith('0000') && !/^(\d)\1+$/.test(number),
    ),
  })
})
