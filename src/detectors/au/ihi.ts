import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const auIhi = numberDetector({
  id: 'au-ihi',
  version: 1,
  entityType: 'AU_IHI',
  title: 'Australian individual healthcare identifier (IHI)',
  country: 'au',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.legislation.gov.au/C2010A00072/latest (Healthcare Identifiers Act 2010)',
  writings: { '9{4} 9{4} 9{4} 9{4}': 0.4, '9{16}': 0.3 },
  context: listed(`
    ihi, individual healthcare identifier, healthcare identifier, health identifier, ihi number
  `),
  isPossible: (value) => value.startsWith('800360'),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['IHI 8003 6012 3456 7894', 'IHI: 8003601234567894'],
    misses: ['IHI 8003 6012 3456 7895', 'IHI 8103601234567894'],
  },
})
