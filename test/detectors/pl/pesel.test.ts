import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { plPesel } from '../../../src/detectors/pl/pesel.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

describe('plPesel', () => {
  it.each([
    ['PESEL: 44051401458', '44051401458'],
    ['pesel nr 02070803628', '02070803628'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(plPesel, text)).toEqual([value])
  })

  it.each(['44051401459', 'PESEL 44051401459', 'PESEL 44133101456', '440514014588'])('leaves %j alone', (text) => {
    expect(valuesIn(plPesel, text)).toEqual([])
  })

  numberProperties({
    unit: plPesel,
    label: 'PESEL',
    guarded: places(11).slice(6),
    valid: completed(
      fc
        .tuple(digits(2), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), digits(4))
        .map(
          ([year, month, day, rest]) =>
            `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${rest}`,
        ),
      tails(1),
      (number) => stdnum.PL?.pesel?.validate(number).isValid ?? false,
    ),
  })
})
