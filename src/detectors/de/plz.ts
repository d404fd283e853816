import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const dePlz = numberDetector({
  id: 'de-plz',
  version: 1,
  entityType: 'DE_PLZ',
  title: 'German postal code',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.deutschepost.de/de/p/plz.html',
  writings: { '9{5}': 0.05 },
  context: listed('plz, postleitzahl'),
  isPossible: (value) => value > '01000' && value < '99999',
  examples: {
    hits: ['PLZ: 10115', 'Postleitzahl 80331 München'],
    misses: ['80331', 'PLZ 00999', 'PLZ 1011'],
  },
})
