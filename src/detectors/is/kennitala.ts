import { isDay, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const isKennitala = numberDetector({
  id: 'is-kennitala',
  version: 1,
  entityType: 'IS_KENNITALA',
  title: 'Icelandic identification number (kennitala)',
  country: 'is',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.skra.is/english/people/my-registration/id-numbers/',
  writings: { '9{6}-9{4}': 0.08, '9{10}': 0.01, '9{6} 9{4}': 0.04 },
  context: listed('kennitala, kt, kennitölu, icelandic id'),
  isPossible: (value) => {
    const century = { '9': 1900, '0': 2000, '8': 1800 }[value.charAt(9)] ?? 0
    // Organisations add 40 to the day.
    return (
      century > 0 &&
      isDay(century + Number(value.slice(4, 6)), Number(value.slice(2, 4)), Number(value.slice(0, 2)) % 40)
    )
  },
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['kennitala 120174-3399', 'kt. 4504013150'],
    misses: ['kennitala 120174-3389', '1201743399'],
  },
})

const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]
