import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const auAbn = numberDetector({
  id: 'au-abn',
  version: 1,
  entityType: 'AU_ABN',
  title: 'Australian business number (ABN)',
  country: 'au',
  sensitivity: { category: 'simple' },
  reference: 'https://abr.business.gov.au/Help/AbnFormat',
  writings: { '99 999 999 999': 0.1, '9{11}': 0.006 },
  context: listed('abn, a.b.n, australian business number, abn number, abn no'),
  check: { isValid: (value) => (weightedSum(value, weights) - 10) % 89 === 0, falseRate: 1 / 89 },
  examples: {
    hits: ['ABN 51 824 753 556', '51 824 753 556'],
    misses: ['ABN 52 824 753 556', '5282475355632'],
  },
})

/** One is taken from the first digit before weighing. */
const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
