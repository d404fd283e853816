import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inPassport = numberDetector({
  id: 'in-passport',
  version: 1,
  entityType: 'IN_PASSPORT',
  title: 'Indian passport number',
  country: 'in',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.passportindia.gov.in/',
  writings: { 'A9{7}': 0.06, 'A99 9{5}': 0.06 },
  context: listed('indian passport, passport, passport number, passport no'),
  isPossible: (value) => /^[A-PR-WY][1-9]\d{5}[1-9]$/.test(value),
  examples: {
    hits: ['Indian passport A3456781', 'passport no: C3590543'],
    misses: ['A3456781', 'passport B0097650'],
  },
})
