import fc from 'fast-check'
import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { td1, td3 } from '../../data-samples/generate/mrz.ts'
import * as make from '../../data-samples/generate/numbers.ts'
import { makeRandom } from '../../data-samples/generate/random.ts'

const digits = (count: number) => fc.array(fc.nat(9), { minLength: count, maxLength: count }).map((all) => all.join(''))

function isValid(country: 'FR' | 'US' | 'ES' | 'IT' | 'DE' | 'NL' | 'PT', name: string, value: string): boolean {
  const validators: Record<string, { validate(value: string): { isValid: boolean } }> = { ...stdnum[country] }
  const validator = validators[name]
  if (!validator) throw new Error(`stdnum has no ${country} ${name}`)
  return validator.validate(value).isValid
}

describe('numbers with check digits', () => {
  it('are valid accounts in every country used', () => {
    const bban = fc.oneof(
      digits(21).map((all) => ['FR', make.frenchBban(all)] as const),
      digits(18).map((all) => ['DE', all] as const),
      digits(18).map((all) => ['ES', make.spanishBban(all)] as const),
      digits(22).map((all) => ['IT', make.italianBban(all)] as const),
      digits(14).map((all) => ['GB', `HBAY${all}`] as const),
      digits(19).map((all) => ['AE', all] as const),
    )
    fc.assert(
      fc.property(bban, ([country, account]) => isValidIBAN(electronicFormatIBAN(make.iban(country, account)) ?? '')),
    )
  })

  it.each([
    ['FR', 'nir', (all: string) => make.frenchNir('f', '1971-11-28', '06088', all)],
    ['FR', 'siret', (all: string) => make.frenchCompany(all).siret],
    ['ES', 'nif', (all: string) => make.spanishNif(all.slice(0, 8))],
    ['ES', 'cif', (all: string) => make.spanishCif(all)],
    ['IT', 'iva', (all: string) => make.partitaIva(all)],
    ['NL', 'bsn', make.dutchBsn],
    ['PT', 'nif', make.portugueseNif],
    ['US', 'ssn', make.usSsn],
  ] as const)('are valid as %s %s, says an independent library', (country, name, from) => {
    for (const all of ['1234567890', '9876543217', '4711081500', '2718281828', '3141592653'])
      expect(isValid(country, name, from(all)), from(all)).toBe(true)
  })

  it('count Corsica as 19 and 18', () => {
    expect(make.frenchNir('f', '1971-11-28', '2A004', '123')).toMatch(/^2 71 11 2A 004 123 \d\d$/)
    expect(isValid('FR', 'nir', make.frenchNir('f', '1971-11-28', '2A004', '123'))).toBe(true)
    expect(isValid('FR', 'nir', make.frenchNir('m', '1971-11-28', '2B033', '123'))).toBe(true)
  })

  it('give the published examples', () => {
    expect(make.spanishNif('12345678')).toBe('12345678Z')
    expect(make.germanKvnr('A', '12345678')).toBe('A123456780')
    expect(make.codiceFiscale('RSSMRA', '1985-12-10', 'm', 'A562')).toBe('RSSMRA85T10A562S')
    expect(make.luhnDigit('7992739871')).toBe('3')
    expect(make.usNpi('23456789')).toBe('1234567893')
    expect(make.mod1110('0794')).toBe('5')
    expect(make.mod1110('13669597')).toBe('6')
  })
})

describe('machine-readable lines', () => {
  it('are those of ICAO Doc 9303, part 4, appendix B', () => {
    const anna = {
      code: 'P',
      state: 'UTO',
      nationality: 'UTO',
      number: 'L898902C3',
      family: 'Eriksson',
      given: 'Anna Maria',
      birth: '1974-08-12',
      sex: 'f',
      expires: '2012-04-15',
      optional: 'ZE184226B',
    } as const
    expect(td3(anna)).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ])
  })

  it('are those of ICAO Doc 9303, part 5, appendix B', () => {
    const anna = {
      code: 'I',
      state: 'UTO',
      nationality: 'UTO',
      number: 'D23145890',
      family: 'Eriksson',
      given: 'Anna Maria',
      birth: '1974-08-12',
      sex: 'f',
      expires: '2012-04-15',
    } as const
    expect(td1(anna)).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ])
  })
})

describe('makeRandom', () => {
  it('gives the same for the same seed and label, whatever came before', () => {
    const [one, other] = [makeRandom(7), makeRandom(7)]
    one.digits('before', 5)
    expect(one.digits('label', 12)).toBe(other.digits('label', 12))
    expect(makeRandom(8).digits('label', 12)).not.toBe(other.digits('label', 12))
    expect(one.digits('x', 9)).toMatch(/^[1-9]\d{8}$/)
  })

  it('has nothing to pick from an empty list', () => {
    expect(() => makeRandom(1).pick('label', [])).toThrow(RangeError)
  })
})
