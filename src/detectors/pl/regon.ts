import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plRegon = numberDetector({
  id: 'pl-regon',
  version: 1,
  entityType: 'PL_REGON',
  title: 'Polish number in the register of the economy (REGON)',
  country: 'pl',
  sensitivity: { category: 'simple' },
  reference: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU19950880439',
  writings: { '9{9}': 0.008, '9{14}': 0.01, '999 999 999': 0.01 },
  context: listed('regon, nr regon, numer regon'),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['REGON 192598184', 'REGON: 12345678512347'],
    misses: ['REGON 192598183', '192598184'],
  },
})

const short = [8, 9, 2, 3, 4, 5, 6, 7]
const long = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]

/** Remainder modulo 11, with 10 written as 0; of fourteen digits the first nine are a number of their own. */
function hasRightDigit(value: string): boolean {
  const isChecked = (weights: readonly number[]) =>
    (weightedSum(value, weights) % 11) % 10 === Number(value.charAt(weights.length))
  return isChecked(short) && (value.length === 9 || isChecked(long))
}
