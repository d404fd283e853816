import fc from 'fast-check'
import { getExampleNumber } from 'libphonenumber-js'
import examples from 'libphonenumber-js/examples.mobile.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { phoneNumber } from '../../../src/detectors/phone/phone-number.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits } from '../number-properties.ts'
import { table } from '../table.ts'

table(phoneNumber, [
  ['+33 1 42 68 53 00', ['+33 1 42 68 53 00']],
  ['Tel: +44 (0)20 7123 4567.', ['+44 (0)20 7123 4567']],
  ['0033 1 42 68 53 00', ['0033 1 42 68 53 00'], 'fr'],
  ['01 42 68 53 00 et 01.42.68.53.01', ['01 42 68 53 00', '01.42.68.53.01'], 'fr'],
  ['au 0142685300, merci', ['0142685300'], 'fr'],
  ['(33) 1 42 68 53 00', ['(33) 1 42 68 53 00'], 'fr'],
  ['Tél : 05.42.0924.67', ['05.42.0924.67'], 'fr'],
  ['01 42 68 53 00 / 02', ['01 42 68 53 00'], 'fr'],
  ['Dr Roe 01 42 68 53 00 Dr Doe 01 42 68 53 01', ['01 42 68 53 00', '01 42 68 53 01'], 'fr'],
  ['(415) 555-0132', ['(415) 555-0132'], 'en'],
  ['Fax: 415-555-0132 x12', ['415-555-0132 x12'], 'en'],
  ['020 7123 4567', ['020 7123 4567'], 'en'],
  ['655 437 108 office', ['655 437 108'], 'en'],
  ['Phone: 467 3395', ['467 3395'], 'en'],
  ['Tel. 030 1234567', ['030 1234567'], 'de'],
  ['089/123456-0', ['089/123456-0'], 'de'],
  ['Teléfono: 981 221 822', ['981 221 822'], 'es'],
  ['Tfno. 670.97.10.26', ['670.97.10.26'], 'es'],
  ['cell. 347 123 4567', ['347 123 4567'], 'it'],
  ['telemóvel 912 345 678', ['912 345 678'], 'pt'],
  ['06-12345678', ['06-12345678'], 'nl'],
  ['هاتف: 0501234567', ['0501234567'], 'ar'],
  ['هاتف: ٠٥٠١٢٣٤٥٦٧', ['٠٥٠١٢٣٤٥٦٧'], 'ar'],
  ['12.05.2024', []],
  ['le 01.02.2003 10:20', [], 'fr'],
  ['2024-05-12 2024', []],
  ['12,50 15,00 37,50', []],
  ['01 2 93 2930 293 29 293 029 931 9329', [], 'fr'],
  ['192.0.2.17', []],
  ['4111 1111 1111 1111', []],
  ['FR76 3000 6000 0112 3456 7890 189', [], 'fr'],
  ['0.0142685300', [], 'fr'],
  ['commande n° 0142685300', [], 'fr'],
  ['population 67 413 000', [], 'fr'],
  ['1234567', []],
  ['0 1 2 3 4 5 6 7 8 9', [], 'fr'],
])

describe('telephone numbers', () => {
  it('finds every French number in each accepted writing', () => {
    const written = fc.tuple(fc.integer({ min: 1, max: 9 }), digits(8), fc.constantFrom(' ', '.', '-', ''))
    fc.assert(
      fc.property(written, ([zone, rest, gap]) => {
        const pairs = `0${zone}${rest}`.match(/../g) ?? []
        fc.pre(new Set(rest).size > 2)
        const text = pairs.join(gap)
        expect(valuesIn(phoneNumber, `tél ${text}`, 'fr')).toEqual([text])
      }),
    )
  })

  it('finds the example numbers of the numbering plans', () => {
    for (const country of [
      'FR',
      'BE',
      'CH',
      'DE',
      'AT',
      'GB',
      'US',
      'ES',
      'MX',
      'IT',
      'PT',
      'BR',
      'NL',
      'MA',
      'SA',
    ] as const) {
      const number = getExampleNumber(country, examples)
      expect(valuesIn(phoneNumber, `call ${number?.formatInternational()}.`)).toEqual([number?.formatInternational()])
    }
  })
})
