import { isLuhn, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usNpi = numberDetector({
  id: 'us-npi',
  version: 1,
  entityType: 'US_NPI',
  title: 'National provider identifier of a health professional in the United States (NPI)',
  country: 'us',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.ecfr.gov/current/title-45/section-162.406',
  writings: { '9{10}': 0.01, '9{4}-9{3}-9{3}': 0.05, '9{4} 9{3} 9{3}': 0.05 },
  context: listed(
    'npi, npi number, npi no, national provider identifier, national provider, provider id, provider number',
  ),
  isPossible: (value) => /^[12]/.test(value) && !isOneSign(value.slice(0, 9)),
  // The number is the tail of a card number that begins with 80840.
  check: { isValid: (value) => isLuhn(`80840${value}`), falseRate: 1 / 10 },
  examples: {
    hits: ['NPI: 1234567893', 'National Provider Identifier 1003000126'],
    misses: ['NPI 1234567894', '1234567893', 'NPI 3234567893'],
  },
})
