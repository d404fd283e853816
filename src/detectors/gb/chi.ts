import { isShortDay, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukChi = numberDetector({
  id: 'uk-chi',
  version: 1,
  entityType: 'UK_CHI',
  title: 'Community health index number of Scotland (CHI)',
  country: 'gb',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.ndc.scot.nhs.uk/Dictionary-A-Z/Definitions/index.asp?ID=128',
  writings: { '9{10}': 0.01, '9{6} 9{4}': 0.03, '999 999 9999': 0.02 },
  context: listed('chi, chi number, chi no, community health index'),
  isPossible: (value) => isShortDay(value.slice(4, 6) + value.slice(2, 4) + value.slice(0, 2)),
  check: {
    isValid: (value) => (11 - (weightedSum(value, weights) % 11)) % 11 === Number(value.charAt(9)),
    falseRate: 1 / 11,
  },
  examples: {
    hits: ['CHI 0101010001', 'CHI number: 150652 2343'],
    misses: ['CHI 0101010008', '0101010001', 'CHI 3201010009'],
  },
})

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]
