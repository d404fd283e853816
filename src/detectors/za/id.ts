import { isLuhn, isShortDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const zaId = numberDetector({
  id: 'za-id',
  version: 1,
  entityType: 'ZA_ID_NUMBER',
  title: 'South African identity number',
  country: 'za',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gov.za/documents/identification-act (Act 68 of 1997, section 7)',
  writings: { '9{13}': 0.06, '9{6} 9{4} 9{3}': 0.3, '9{6} 9{4} 99 9': 0.4, '9{6} 9{4} 9 9 9': 0.4 },
  context: listed(
    'south african id, sa id, rsa id, id number, identity number, id no, identiteitsnommer, refugee id, za id',
  ),
  // Year, month, day; four digits in order of birth; 0 citizen, 1 resident, 2 refugee.
  isPossible: (value) => isShortDay(value) && /^\d{10}[012]/.test(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['SA ID 9202201234088', 'identity number 800101 5009 087'],
    misses: ['SA ID 9202201234089', 'SA ID 9213201234088'],
  },
})
