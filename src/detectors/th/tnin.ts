import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const thTnin = numberDetector({
  id: 'th-tnin',
  version: 1,
  entityType: 'TH_TNIN',
  title: 'Thai national identification number',
  country: 'th',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.bora.dopa.go.th/ (Civil Registration Act, B.E. 2534)',
  writings: { '9{13}': 0.01, '9-9{4}-9{5}-99-9': 0.8, '9 9{4} 9{5} 99 9': 0.5 },
  context: listed(
    'thai id, thai national id, national id, tnin, เลขบัตรประชาชน, บัตรประชาชน, เลขประจำตัวประชาชน, เลขประจำตัวผู้เสียภาษี',
  ),
  isPossible: (value) => /^[1-8](?:1\d|2[0-7]|3[0-9]|4\d|5[0-8]|6[0-7]|7[0-7]|8[0-6]|9[0-6])/.test(value),
  check: {
    isValid: (value) => (11 - (weightedSum(value, weights) % 11)) % 10 === Number(value.charAt(12)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['Thai ID 2-3456-78901-23-4', 'เลขบัตรประชาชน 2345678901234'],
    misses: ['Thai ID 2345678901235', '2345678901234'],
  },
})

const weights = [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
