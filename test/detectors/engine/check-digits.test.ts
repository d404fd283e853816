import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay, isLuhn, isMod1110, mod97, remainder, weightedSum } from '../../../src/detectors/engine/check-digits.ts'
import { digits } from '../number-properties.ts'

describe('check digits', () => {
  // ISO/IEC 7812-1 annex B; test numbers of the card schemes.
  it.each(['49927398716', '4111111111111111', '378282246310005', '30569309025904', '79927398713'])(
    'Luhn holds for %s',
    (number) => {
      expect(isLuhn(number)).toBe(true)
    },
  )

  it('Luhn shows any one digit changed', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(11), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const valid = [...'0123456789'].map((check) => body + check).find(isLuhn) ?? ''
        const changed = valid.slice(0, place) + ((Number(valid.charAt(place)) + shift) % 10) + valid.slice(place + 1)
        expect(isLuhn(changed)).toBe(false)
      }),
    )
  })

  it('remainder is that of whole numbers', () => {
    fc.assert(
      fc.property(digits(30), fc.integer({ min: 2, max: 1_000 }), (number, modulus) => {
        expect(remainder(number, modulus)).toBe(Number(BigInt(number) % BigInt(modulus)))
      }),
    )
  })

  it('mod97 reads letters as two digits', () => {
    expect(mod97('NWBK60161331926819GB29')).toBe(1)
    expect(mod97('2321')).toBe(2321 % 97)
  })

  // ISO/IEC 7064, the example of MOD 11,10.
  it('MOD 11,10 holds for 07945', () => {
    expect(isMod1110('07945')).toBe(true)
    expect(isMod1110('07946')).toBe(false)
  })

  it('weightedSum takes as many digits as there are weights', () => {
    expect(weightedSum('1239', [3, 2, 1])).toBe(10)
  })

  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2024, 4, 31, false],
    [2024, 13, 1, false],
    [2024, 1, 0, false],
  ])('%i-%i-%i is a day: %s', (year, month, day, is) => {
    expect(isDay(year, month, day)).toBe(is)
  })
})
