import { base36 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plPassport = numberDetector({
  id: 'pl-passport',
  version: 1,
  entityType: 'PL_PASSPORT',
  title: 'Polish passport number',
  country: 'pl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20220000350',
  writings: { 'AA9{7}': 0.04, 'AA 9{7}': 0.04 },
  context: listed('paszport, paszportu, numer paszportu, nr paszportu, passport, polish passport'),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['paszport ZS0000177', 'nr paszportu: ZS 0000177'],
    misses: ['paszport ZS0000178', 'ZS0000177'],
  },
})

const weights = [7, 3, 9, 1, 7, 3, 1, 7, 3]

/** Nine signs that, weighed, make a multiple of 10; letters count as A = 10 … Z = 35. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += base36(value, at) * (weights[at] ?? 0)
  return sum % 10 === 0
}
