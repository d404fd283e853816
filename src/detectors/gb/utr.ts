import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukUtr = numberDetector({
  id: 'uk-utr',
  version: 1,
  entityType: 'UK_UTR',
  title: 'Unique taxpayer reference of the United Kingdom (UTR)',
  country: 'gb',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gov.uk/find-utr-number',
  writings: { '9{10}': 0.01, '9{5} 9{5}': 0.03 },
  context: listed('utr, unique taxpayer reference, unique tax reference, utr number, self assessment'),
  check: {
    isValid: (value) => checkSigns.charAt(weightedSum(value.slice(1), weights) % 11) === value.charAt(0),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['UTR 1955839661', 'unique taxpayer reference: 19558 39661'],
    misses: ['UTR 2955839661', '1955839661'],
  },
})

/** The first digit checks the nine behind it. */
const weights = [6, 7, 8, 9, 10, 5, 4, 3, 2]
const checkSigns = '21987654321'
