import { isLuhn, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ilId = numberDetector({
  id: 'il-id',
  version: 1,
  entityType: 'IL_ID',
  title: 'Israeli identity number (mispar zehut)',
  country: 'il',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.nevo.co.il/law_html/law01/286_001.htm (Population Registry Law, 1965)',
  writings: { '9{9}': 0.01, '9{8}-9': 0.1, '9-9{7}-9': 0.2 },
  context: listed('teudat zehut, israeli id, israeli id number, mispar zehut, תעודת זהות, מספר זהות, ת.ז, ת"ז'),
  isPossible: (value) => !isOneSign(value) && !value.startsWith('0000'),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['תעודת זהות: 123456782', 'Israeli ID 01234567-4'],
    misses: ['Israeli ID 123456783', '123456782'],
  },
})
