import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plPwz = numberDetector({
  id: 'pl-pwz',
  version: 1,
  entityType: 'PL_PWZ',
  title: 'Polish licence number of a doctor or dentist (PWZ)',
  country: 'pl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://isap.sejm.gov.pl/ (ustawa o zawodach lekarza i lekarza dentysty, Dz.U. 1997 nr 28 poz. 152)',
  writings: { '9{7}': 0.01 },
  context: listed(`
    pwz, nr pwz, numer pwz, prawo wykonywania zawodu, nr prawa wykonywania zawodu, numer prawa wykonywania zawodu
  `),
  isPossible: (value) => !value.startsWith('0'),
  check: { isValid: hasRightDigit, falseRate: 1 / 11 },
  examples: {
    hits: ['PWZ 5425740', 'nr prawa wykonywania zawodu: 5425740'],
    misses: ['PWZ 5425741', '5425740'],
  },
})

/** The check digit is the first: the other six by their places, modulo 11. */
function hasRightDigit(value: string): boolean {
  return weightedSum(value.slice(1), [1, 2, 3, 4, 5, 6]) % 11 === Number(value.charAt(0))
}
