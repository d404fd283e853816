import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const auMedicare = numberDetector({
  id: 'au-medicare',
  version: 1,
  entityType: 'AU_MEDICARE',
  title: 'Australian Medicare card number',
  country: 'au',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://developer.digitalhealth.gov.au/ (Healthcare identifiers, Medicare card number)',
  writings: { '9{4} 9{5} 9': 0.3, '9{10}': 0.01, '9{4} 9{5} 9/9': 0.4, '9{4}-9{5}-9': 0.3 },
  context: listed('medicare, medicare number, medicare card, medicare card number, medicare no, irn'),
  isPossible: (value) => /^[2-6]/.test(value),
  check: {
    isValid: (value) => weightedSum(value, weights) % 10 === Number(value.charAt(8)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['Medicare 2123 45670 1', 'medicare no 2123456701'],
    misses: ['Medicare 2123 45680 1', '2123456701'],
  },
})

const weights = [1, 3, 7, 9, 1, 3, 7, 9]
