import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usCpt = numberDetector({
  id: 'us-cpt',
  version: 1,
  entityType: 'US_CPT',
  title: 'Medical procedure as a code of CPT or HCPCS',
  country: 'us',
  sensitivity: { category: 'sensitive' },
  reference: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system',
  writings: { '9{5}': 0.05, 'A9{4}': 0.06, '9{4}A': 0.04, '9{5}-99': 0.1 },
  context: listed('cpt, cpt code, cpt codes, hcpcs, hcpcs code, procedure code, cpt-4'),
  isPossible: (value) => /^(?:\d{5}(?:\d\d)?|[A-V]\d{4}|\d{4}[FTMU])$/.test(value),
  needsWords: true,
  examples: {
    hits: ['CPT code 99213', 'CPT: 19318', 'HCPCS J0585'],
    misses: ['99213', 'CPT 992134'],
  },
})
