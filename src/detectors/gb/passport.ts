import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukPassport = numberDetector({
  id: 'uk-passport',
  version: 1,
  entityType: 'UK_PASSPORT',
  title: 'United Kingdom passport number',
  country: 'gb',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference:
    'https://www.gov.uk/hmrc-internal-manuals (nine digits; two letters and seven digits in older and other series)',
  writings: { 'AA9{7}': 0.1, '9{9}': 0.03 },
  context: listed(
    'uk passport, british passport, passport, passports, passport number, passport no, hm passport office',
  ),
  examples: {
    hits: ['British passport AB1234567', 'passport no: 925665416'],
    misses: ['AB1234567', 'passport AB 1234567 8', '925665416'],
  },
})
