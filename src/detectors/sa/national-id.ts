import { isLuhn, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const saNationalId = numberDetector({
  id: 'sa-national-id',
  version: 1,
  entityType: 'SA_NATIONAL_ID',
  title: 'Saudi national identity or residence number (Iqama)',
  country: 'sa',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.absher.sa/',
  writings: { '9{10}': 0.01, '9 999 999 999': 0.03 },
  context: listed(
    'iqama, iqama number, saudi id, national id, national id number, الهوية الوطنية, رقم الهوية, رقم الإقامة, الإقامة, رقم الهوية الوطنية',
  ),
  isPossible: (value) => /^[12]/.test(value) && !isOneSign(value.slice(1, 9)),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['Iqama 2123456788', 'رقم الهوية الوطنية: 1018436756'],
    misses: ['Iqama 2123456783', '2123456788', 'Iqama 3123456781'],
  },
})
