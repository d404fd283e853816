import { isShortDay, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const dkCpr = numberDetector({
  id: 'dk-cpr',
  version: 1,
  entityType: 'DK_CPR',
  title: 'Danish personal number (CPR)',
  country: 'dk',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.cpr.dk/media/12066/personnummeret-i-cpr.pdf',
  writings: { '9{6}-9{4}': 0.1, '9{10}': 0.05, '9{6} 9{4}': 0.04 },
  context: listed('cpr, cpr nr, cpr nummer, personnummer, cpr number, civil registration number, cprnr'),
  isPossible: (value) => isShortDay(value.slice(4, 6) + value.slice(2, 4) + value.slice(0, 2)),
  // Since October 2007 numbers are issued that fail the check: it speaks for a value, never against it.
  ratioOf: (value) => (weightedSum(value, weights) % 11 === 0 ? 4 : 0.5),
  examples: {
    hits: ['CPR-nr. 211062-5629', 'cpr: 2110625629'],
    misses: ['211062-5629', 'CPR 321062-5629'],
  },
})

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
