import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { describe, expect, it } from 'vitest'
import { itFiscalCode } from '../../../src/detectors/it/fiscal-code.ts'
import { valuesIn } from '../../contracts/detector-contract.ts'
import { digits, numberProperties } from '../number-properties.ts'

describe('itFiscalCode', () => {
  it.each([
    ['codice fiscale: RSSMRA85T10A562S', 'RSSMRA85T10A562S'],
    ['rssmra85t10a562s', 'rssmra85t10a562s'],
    ['C.F. RSSMRA85T10A562T', 'RSSMRA85T10A562T'],
  ])('finds the value of %j', (text, value) => {
    expect(valuesIn(itFiscalCode, text)).toEqual([value])
  })

  it.each(['RSSMRA85T10A562T', 'RSSMRA85K10A562S', 'RSSMRA85T10A562SS'])('leaves %j alone', (text) => {
    expect(valuesIn(itFiscalCode, text)).toEqual([])
  })

  numberProperties({
    unit: itFiscalCode,
    label: 'codice fiscale',
    guarded: [],
    valid: fc
      .tuple(
        fc.stringMatching(/^[A-Z]{6}$/),
        digits(2),
        fc.constantFrom(...'ABCDEHLMPRST'),
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('A562', 'F205', 'H501', 'L219'),
      )
      .map(([names, year, month, day, place]) => `${names}${year}${month}${String(day).padStart(2, '0')}${place}`)
      .map(
        (body) =>
          [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
            .map((letter) => body + letter)
            .find((code) => stdnum.IT?.codicefiscale?.validate(code).isValid) ?? '',
      )
      .filter((code) => code !== ''),
  })
})
