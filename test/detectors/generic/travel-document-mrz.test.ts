import { describe, expect, it } from 'vitest'
import { travelDocumentMrz } from '../../../src/detectors/generic/travel-document-mrz.ts'
import { askedValues } from '../number-properties.ts'
import { table } from '../table.ts'

// The specimens of ICAO Doc 9303, parts 4, 5 and 6.
const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<'
const small = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6'

table(travelDocumentMrz, [
  [passport, [passport]],
  [card, [card]],
  [small, [small]],
  [`scan:\n${passport}\nend`, [passport]],
  ['a << b << c', []],
  ['<'.repeat(44), []],
])

describe('the check digits of a machine-readable zone', () => {
  it.each([44, 57, 65].map((at) => [at]))('a digit changed in the second line, at %i, is noticed', (at) => {
    const flat = passport.replace('\n', '')
    const changed = `${flat.slice(0, at + 1)}${(Number(flat.charAt(at + 1)) + 1) % 10}${flat.slice(at + 2)}`
    expect(askedValues(travelDocumentMrz, `${changed.slice(0, 44)}\n${changed.slice(44)}`)).toEqual([])
  })
})
