import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iban } from '../../../src/detectors/generic/iban.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { askedValues, digits } from '../number-properties.ts'

/** ISO 13616: letters as 10…35, country and check digits last, 98 less the remainder by 97. */
function withCheckDigits(country: string, account: string): string {
  const numeric = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('')
  return country + String(98 - Number(BigInt(numeric) % 97n)).padStart(2, '0') + account
}

const valid = fc.oneof(
  digits(18).map((account) => withCheckDigits('DE', account)),
  digits(20).map((account) => withCheckDigits('ES', account)),
  digits(23).map((account) => withCheckDigits('FR', account)),
  digits(14).map((account) => withCheckDigits('GB', `NWBK${account}`)),
  digits(10).map((account) => withCheckDigits('NL', `ABNA${account}`)),
)

function inFours(number: string, gap: string): string {
  return (number.match(/.{1,4}/g) ?? []).join(gap)
}

describe('iban', () => {
  // Examples of the registry of ISO 13616 (SWIFT, release 99).
  it.each([
    'AD1200012030200359100100',
    'BE68539007547034',
    'CH9300762011623852957',
    'DE89370400440532013000',
    'ES9121000418450200051332',
    'FR1420041010050500013M02606',
    'GB29NWBK60161331926819',
    'IT60X0542811101000000123456',
    'MT84MALT011000012345MTLCAST001S',
    'NO9386011117947',
    'PT50000201231234567890154',
    'SA0380000000608010167519',
  ])('finds %s as it is and in fours', (number) => {
    expect(valuesIn(iban, `pay to ${number}.`)).toEqual([number])
    expect(valuesIn(iban, `pay to ${inFours(number, ' ')} now`)).toEqual([inFours(number, ' ')])
    expect(valuesIn(iban, number.toLowerCase())).toEqual([number.toLowerCase()])
  })

  it.each([
    'DE89370400440532013001',
    'DE8937040044053201300',
    'DE893704004405320130000',
    'XX89370400440532013000',
    'dE89370400440532013000',
    'AL47/2121/1009/0000/0002/3569/8741',
    'xDE89370400440532013000',
  ])('leaves %j alone', (text) => {
    expect(valuesIn(iban, text)).toEqual([])
  })

  it('tells a labelled one whose check digits fail, less surely', () => {
    expect(valuesIn(iban, 'IBAN : DE88 3704 0044 0532 0130 00')).toEqual(['DE88 3704 0044 0532 0130 00'])
  })

  it('ends where the country says, not where the letters end', () => {
    expect(valuesIn(iban, 'VG96 VPVG 0000 0123 4567 8901 IN A SENTENCE')).toEqual(['VG96 VPVG 0000 0123 4567 8901'])
  })

  it('finds every valid one in each accepted writing', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom('', ' ', '-'), fc.boolean(), (number, gap, small) => {
        const written = small ? inFours(number, gap).toLowerCase() : inFours(number, gap)
        expect(valuesIn(iban, `(${written})`)).toEqual([written])
      }),
    )
  })

  it('does not take one with a digit changed', () => {
    fc.assert(
      fc.property(valid, fc.nat(60), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const place = 2 + (at % (number.length - 2))
        const digit = number.charAt(place)
        fc.pre(/\d/.test(digit))
        const changed = number.slice(0, place) + ((Number(digit) + shift) % 10) + number.slice(place + 1)
        expect(askedValues(iban, changed)).toEqual([])
      }),
    )
  })
})
