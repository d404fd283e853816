import { isVerhoeff } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inAadhaar = numberDetector({
  id: 'in-aadhaar',
  version: 1,
  entityType: 'IN_AADHAAR',
  title: 'Indian identity number (Aadhaar)',
  country: 'in',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://uidai.gov.in/en/my-aadhaar/about-your-aadhaar.html (Aadhaar Act, 2016)',
  writings: { '9{4} 9{4} 9{4}': 0.08, '9{4}-9{4}-9{4}': 0.08, '9{4}:9{4}:9{4}': 0.08, '9{12}': 0.02 },
  context: listed('aadhaar, aadhar, adhaar, uidai, uid, aadhaar number, aadhaar no, आधार, आधार संख्या'),
  isPossible: (value) => /^[2-9]/.test(value) && value !== [...value].reverse().join(''),
  check: { isValid: isVerhoeff, falseRate: 1 / 10 },
  examples: {
    hits: ['Aadhaar 3123 4567 8909', 'UIDAI: 399876543211'],
    misses: ['Aadhaar 3123 4567 8908', 'Aadhaar 1234 5678 9012'],
  },
})
