import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

/** Five signs of the surname, filled up with nines; six digits of the birth date; initials; a check sign; two letters. */
const names = ['AAAAA', 'AAAA9', 'AAA99', 'AA999', 'A9999']
const tails = ['AA9AA', 'AAAAA', 'A99AA', 'A9AAA', '999AA', '99AAA']
const wholes = names.flatMap((name) => tails.map((tail) => `${name}9{6}${tail}`))
const spaced = names.flatMap((name) => tails.map((tail) => `${name} 9{6} ${tail}`))

export const ukDrivingLicence = numberDetector({
  id: 'uk-driving-licence',
  version: 1,
  entityType: 'UK_DRIVING_LICENCE',
  title: 'Driver number on a driving licence of Great Britain',
  country: 'gb',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gov.uk/government/publications/inf1d-how-to-get-a-driving-licence (D1, driver number)',
  writings: Object.fromEntries([...wholes, ...spaced].map((writing) => [writing, 0.6])),
  context: listed(
    'driving licence, driving license, driver number, licence number, driving licence number, dvla, licence',
  ),
  isPossible: (value) =>
    /^[A-Z]{1,5}9{0,4}\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][A-Z\d][A-Z]{2}$/.test(value),
  examples: {
    hits: ['MORGA657054SM9IJ', 'licence: FO999 512018 AA1AB'],
    misses: ['MORGA677054SM9IJ', 'MORGA657994SM9IJ', 'MORGA657054SM9I'],
  },
})
