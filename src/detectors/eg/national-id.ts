import { isDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const egNationalId = numberDetector({
  id: 'eg-national-id',
  version: 1,
  entityType: 'EG_NATIONAL_ID',
  title: 'Egyptian national number',
  country: 'eg',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://moi.gov.eg/ (Civil status law 143 of 1994)',
  writings: { '9{14}': 0.15 },
  context: listed('national id, national id number, egyptian id, الرقم القومي, رقم قومي, رقم البطاقة'),
  isPossible: (value) =>
    /^[23]/.test(value) &&
    isDay(
      (value.startsWith('2') ? 1900 : 2000) + Number(value.slice(1, 3)),
      Number(value.slice(3, 5)),
      Number(value.slice(5, 7)),
    ) &&
    /^(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)$/.test(value.slice(7, 9)),
  needsWords: true,
  examples: {
    hits: ['الرقم القومي: 29001010112345', 'Egyptian ID 30112250198765'],
    misses: ['29001010112345', 'Egyptian ID 29013010112345'],
  },
})
