import { isOneSign, isVerhoeff } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ngNin = numberDetector({
  id: 'ng-nin',
  version: 1,
  entityType: 'NG_NIN',
  title: 'Nigerian national identification number (NIN)',
  country: 'ng',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://nimc.gov.ng/nin/',
  writings: { '9{11}': 0.02, '9{4} 9{4} 9{3}': 0.03 },
  context: listed('nin, national identification number, nimc, nin number, national identity number'),
  isPossible: (value) => !isOneSign(value),
  check: { isValid: isVerhoeff, falseRate: 1 / 10 },
  examples: {
    hits: ['NIN 12345678902', 'National identification number: 12345678902'],
    misses: ['NIN 12345678901', '12345678902'],
  },
})
