import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const fiBusinessId = numberDetector({
  id: 'fi-business-id',
  version: 1,
  entityType: 'FI_BUSINESS_ID',
  title: 'Finnish business identity code (Y-tunnus)',
  country: 'fi',
  sensitivity: { category: 'simple' },
  reference: 'https://www.finlex.fi/fi/laki/alkup/2001/20010288',
  writings: { '9{7}-9': 0.06 },
  context: listed('y-tunnus, ytunnus, fo-nummer, business id, business identity code, y tunnus'),
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['Y-tunnus 2077474-0', 'business ID: 0112038-9'],
    misses: ['Y-tunnus 2077474-1', '2077474-0'],
  },
})

const weights = [7, 9, 10, 5, 8, 4, 2, 1]
