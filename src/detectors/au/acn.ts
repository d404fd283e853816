import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const auAcn = numberDetector({
  id: 'au-acn',
  version: 1,
  entityType: 'AU_ACN',
  title: 'Australian company number (ACN)',
  country: 'au',
  sensitivity: { category: 'simple' },
  reference:
    'https://asic.gov.au/for-business/registering-a-company/steps-to-register-a-company/australian-company-numbers/australian-company-number-digit-check/',
  writings: { '999 999 999': 0.02, '9{9}': 0.008 },
  context: listed('acn, a.c.n, australian company number, acn number, acn no, arbn'),
  check: {
    isValid: (value) => (10 - (weightedSum(value, weights) % 10)) % 10 === Number(value.charAt(8)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['ACN 004 085 616', 'acn: 010499966'],
    misses: ['ACN 004 085 617', '004085616'],
  },
})

const weights = [8, 7, 6, 5, 4, 3, 2, 1]
