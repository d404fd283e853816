import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const chUid = numberDetector({
  id: 'ch-uid',
  version: 1,
  entityType: 'CH_UID',
  title: 'Swiss enterprise number (UID, IDE)',
  country: 'ch',
  sensitivity: { category: 'simple' },
  reference: 'https://www.fedlex.admin.ch/eli/cc/2010/733/de (UIDG)',
  writings: { 'AAA-999.999.999': 0.8, 'AAA9{9}': 0.4, 'AAA 999.999.999': 0.7, 'AAA-9{9}': 0.5 },
  context: listed('uid, ide, idi, mwst, mwst nr, tva, iva, handelsregister'),
  isPossible: (value) => value.startsWith('CHE'),
  check: {
    isValid: (value) => (11 - (weightedSum(value.slice(3), weights) % 11)) % 11 === Number(value.charAt(11)),
    falseRate: 1 / 11,
  },
  examples: {
    hits: ['CHE-100.155.212', 'UID: CHE107787577'],
    misses: ['CHE-100.155.213', 'CHF-100.155.212'],
  },
})

const weights = [5, 4, 3, 2, 7, 6, 5, 4]
