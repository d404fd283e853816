import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { nlBsn } from '../../../src/detectors/nl/bsn.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

describe('nlBsn', () => {
  it.each([
    ['BSN 111222333', '111222333'],
    ['burgerservicenummer: 1234.56.782', '1234.56.782'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(nlBsn, text)).toEqual([value])
  })

  it.each(['111222333', 'BSN 111222334', 'BSN 000000000'])('leaves %j alone', (text) => {
    expect(valuesIn(nlBsn, text)).toEqual([])
  })

  numberProperties({
    unit: nlBsn,
    label: 'BSN',
    guarded: places(9),
    valid: completed(
      digits(8),
      tails(1),
      (number) => Number(number) > 9_999_999 && (stdnum.NL?.bsn?.validate(number).isValid ?? false),
    ),
  })
})
