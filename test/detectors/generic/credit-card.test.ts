import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCard } from '../../../src/detectors/generic/credit-card.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { completed, digits, numberProperties, places, tails } from '../number-properties.ts'

/** As in the annex of ISO/IEC 7812-1: every second digit from the right doubled, digits of the products added. */
function luhn(number: string): boolean {
  const products = [...number].reverse().map((digit, at) => String(Number(digit) * (at % 2 === 0 ? 1 : 2)))
  return (
    products
      .join('')
      .split('')
      .reduce((sum, digit) => sum + Number(digit), 0) %
      10 ===
    0
  )
}

describe('creditCard', () => {
  it.each([
    ['4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['card 378282246310005', '378282246310005'],
    ['5555555555554444', '5555555555554444'],
    ['Diners 3056 930902 5904 card', '3056 930902 5904'],
    ['test 4111-1111-1111-1111', '4111-1111-1111-1111'],
    ['card number 6304 2737 3398 0000 is lost', '6304 2737 3398 0000'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(creditCard, text)).toEqual([value])
  })

  it.each(['4111 1111 1111 1112', '9999999999999995', '0.4111111111111111', '4111111111111111.5'])(
    'leaves %j alone',
    (text) => {
      expect(valuesIn(creditCard, text)).toEqual([])
    },
  )

  numberProperties({
    unit: creditCard,
    label: 'card number',
    guarded: places(16),
    valid: completed(
      fc
        .tuple(fc.constantFrom('4', '51', '55', '6011', '3530'), digits(15))
        .map(([range, rest]) => (range + rest).slice(0, 15)),
      tails(1),
      (number) => luhn(number),
    ),
  })
})
