import { isDay, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const kwCivilId = numberDetector({
  id: 'kw-civil-id',
  version: 1,
  entityType: 'KW_CIVIL_ID',
  title: 'Kuwaiti civil number',
  country: 'kw',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.paci.gov.kw/Default.aspx (Law 32 of 1982)',
  writings: { '9{12}': 0.05 },
  context: listed('civil id, civil number, civil id number, kuwait id, الرقم المدني, البطاقة المدنية'),
  isPossible: (value) =>
    /^[23]/.test(value) &&
    isDay(
      (value.startsWith('2') ? 1900 : 2000) + Number(value.slice(1, 3)),
      Number(value.slice(3, 5)),
      Number(value.slice(5, 7)),
    ),
  check: {
    isValid: (value) => 11 - (weightedSum(value, weights) % 11) === Number(value.charAt(11)),
    falseRate: 1 / 11,
  },
  examples: {
    hits: ['Civil ID 290010112346', 'الرقم المدني: 290010112346'],
    misses: ['Civil ID 290010112347', 'Civil ID 291310112346'],
  },
})

const weights = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
