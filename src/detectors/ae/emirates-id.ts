import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const aeEmiratesId = numberDetector({
  id: 'ae-emirates-id',
  version: 1,
  entityType: 'AE_EMIRATES_ID',
  title: 'Identity number of the United Arab Emirates (Emirates ID)',
  country: 'ae',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://icp.gov.ae/en/emirates-id/',
  writings: { '999-9{4}-9{7}-9': 0.9, '9{15}': 0.05, '999 9{4} 9{7} 9': 0.7 },
  context: listed('emirates id, eid, uae id, id number, identity number, رقم الهوية, الهوية الإماراتية, بطاقة الهوية'),
  isPossible: (value) => /^784(?:19[2-9]\d|20[0-4]\d)/.test(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['784-1984-1234567-4', 'رقم الهوية 784198412345674'],
    misses: ['784-1984-1234567-8', '785-1984-1234567-4'],
  },
})
