import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usDea = numberDetector({
  id: 'us-dea',
  version: 1,
  entityType: 'MEDICAL_LICENSE',
  title: 'Registration number of a prescriber with the United States drug enforcement agency (DEA)',
  country: 'us',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.ecfr.gov/current/title-21/chapter-II/part-1301',
  writings: { 'AA9{7}': 0.05, 'A9{8}': 0.02 },
  context: listed(
    'dea, dea number, dea no, dea registration, medical license, certificate number, prescriber, license',
  ),
  isPossible: (value) => /^[A-Z][A-Z9]\d{7}$/.test(value),
  check: {
    isValid: (value) => weightedSum(value.slice(2), weights) % 10 === Number(value.charAt(8)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['DEA number AB1234563', 'certificate number: BB1388568'],
    misses: ['DEA AB1234564', 'AB123456'],
  },
})

/** First, third and fifth digit once, second, fourth and sixth twice; the last digit of the sum is the check digit. */
const weights = [1, 2, 1, 2, 1, 2]
