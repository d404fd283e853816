import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const trNationalId = numberDetector({
  id: 'tr-national-id',
  version: 1,
  entityType: 'TR_NATIONAL_ID',
  title: 'Turkish identity number (T.C. kimlik numarası)',
  country: 'tr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.mevzuat.gov.tr/mevzuat?MevzuatNo=5490&MevzuatTur=1&MevzuatTertip=5 (Law 5490, article 46)',
  writings: { '9{11}': 0.006, '999 999 999 99': 0.05 },
  context: listed(`
    tckn, tc kimlik, t.c. kimlik, kimlik no, kimlik numarası, tc no, t.c. kimlik no, vatandaşlık numarası, turkish id, tc kimlik no
  `),
  isPossible: (value) => !value.startsWith('0'),
  check: { isValid: hasRightDigits, falseRate: 1 / 100 },
  examples: {
    hits: ['T.C. Kimlik No: 10000000146', 'TCKN 64625294480'],
    misses: ['TCKN 10000000145', '1000000014'],
  },
})

/** Ten: seven times the odd places less the even ones; eleven: the sum of the ten before. */
function hasRightDigits(value: string): boolean {
  const digits = Array.from(value, Number)
  const sum = (places: readonly number[]) => places.reduce((total, at) => total + (digits[at] ?? 0), 0)
  const tenth = (7 * sum([0, 2, 4, 6, 8]) - sum([1, 3, 5, 7])) % 10
  return (tenth + 10) % 10 === digits[9] && sum([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 10 === digits[10]
}
