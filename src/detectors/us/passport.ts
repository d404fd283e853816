import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usPassport = numberDetector({
  id: 'us-passport',
  version: 1,
  entityType: 'US_PASSPORT',
  title: 'United States passport number',
  country: 'us',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://travel.state.gov/content/travel/en/passports/passport-help/next-generation-passport.html',
  writings: { 'A9{8}': 0.1, '9{9}': 0.03 },
  context: listed(`
    us passport, u.s. passport, united states passport, american passport, passport, passport number, passport no, passport card,
    travel document, travel passport
  `),
  examples: {
    hits: ['passport number A12803456', 'US passport: 912803456'],
    misses: ['A12803456', '912803456', 'passport A1280345'],
  },
})
