import { weightedSum } from '../engine/check-digits.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const nlBsn = numberDetector({
  id: 'nl-bsn',
  version: 1,
  entityType: 'NL_BSN',
  title: 'Dutch citizen service number (BSN)',
  country: 'nl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://wetten.overheid.nl/BWBR0022428',
  writings: {
    '9{9}': 0.02,
    '9999.99.999': 0.2,
    '999.999.999': 0.03,
    '999 999 999': 0.03,
    '9999 99 999': 0.1,
  },
  context: ['bsn', 'burgerservicenummer', 'burger service nummer', 'sofinummer', 'sofi nummer', 'bsn nummer', 'bsn nr'],
  isPossible: (value) => value !== '000000000',
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['BSN 111222333', 'burgerservicenummer: 1234.56.782'],
    misses: ['BSN 111222334 0', '111222334'],
  },
})

/** The "elfproef" with the last digit taken away. */
const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
