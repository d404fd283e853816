import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const beNrn = numberDetector({
  id: 'be-nrn',
  version: 1,
  entityType: 'BE_NRN',
  title: 'Belgian national register number',
  country: 'be',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.ibz.rrn.fgov.be/fr/registre-national/',
  writings: {
    '99.99.99-999.99': 0.8,
    '99 99 99 999 99': 0.2,
    '99.99.99.999.99': 0.5,
    '99-99-99-999-99': 0.3,
    '99.99.99 999.99': 0.5,
    '9{6}-999.99': 0.3,
    '9{6} 999 99': 0.1,
    '9{11}': 0.02,
  },
  context: listed(`
    numéro national, registre national, n° national, nn, niss, inss, rijksregister, rijksregisternummer, insz,
    rijksregisternr, nationaal nummer, numéro de registre national, nrn
  `),
  isPossible: (value) => Number(value.slice(2, 4)) % 20 <= 12 && Number(value.slice(4, 6)) <= 31,
  check: { isValid: isNationalNumber, falseRate: 2 / 97 },
  examples: {
    hits: ['N° national 85.07.30-033.28', 'rijksregisternummer 85073003328'],
    misses: ['85.07.30-033.29', '85.13.30-033.28'],
  },
})

/** 97 less the first nine digits modulo 97; for those born from 2000 on a 2 is put before them. */
function isNationalNumber(value: string): boolean {
  const [body, check] = [value.slice(0, 9), Number(value.slice(9))]
  return 97 - remainder(body, 97) === check || 97 - remainder(`2${body}`, 97) === check
}
