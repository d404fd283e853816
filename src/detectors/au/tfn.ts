import { isOneSign, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const auTfn = numberDetector({
  id: 'au-tfn',
  version: 1,
  entityType: 'AU_TFN',
  title: 'Australian tax file number (TFN)',
  country: 'au',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.legislation.gov.au/Series/F2015L00249 (Privacy (Tax File Number) Rule)',
  writings: { '999 999 999': 0.02, '9{9}': 0.008 },
  context: listed('tfn, t.f.n, tax file number, tax file no, tfn number'),
  isPossible: (value) => !isOneSign(value),
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['TFN 876 543 210', 'tax file number: 876543210'],
    misses: ['TFN 876 543 211', '876543210'],
  },
})

const weights = [1, 4, 3, 7, 5, 8, 6, 9, 10]
