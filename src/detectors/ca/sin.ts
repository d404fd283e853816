import { isLuhn, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const caSin = numberDetector({
  id: 'ca-sin',
  version: 1,
  entityType: 'CA_SIN',
  title: 'Canadian social insurance number (SIN, NAS)',
  country: 'ca',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.canada.ca/en/employment-social-development/services/sin.html',
  writings: { '999 999 999': 0.02, '999-999-999': 0.03, '9{9}': 0.008 },
  context: listed(`
    sin, s.i.n, social insurance, social insurance number, sin number, sin no, nas, n.a.s, assurance sociale, numéro d'assurance sociale,
    no d'assurance sociale
  `),
  // 0 is for numbers that are no person's, 8 has never been issued.
  isPossible: (value) => !/^[08]/.test(value) && !isOneSign(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['SIN 550 090 112', 'NAS : 258-933-688'],
    misses: ['SIN 550 090 113', '550 090 112', 'SIN 046 454 286'],
  },
})
