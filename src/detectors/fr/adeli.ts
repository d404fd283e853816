import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frAdeli = numberDetector({
  id: 'fr-adeli',
  version: 1,
  entityType: 'FR_ADELI',
  title: 'French health professional number (ADELI)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000756785',
  writings: { '9{9}': 0.2, '99 9 9{5} 9': 0.3, '99 9 9{6}': 0.3, '999 999 999': 0.2, '99A9{6}': 0.2 },
  context: listed('adeli, n° adeli, numéro adeli, adeli n°, id adeli, identifiant adeli'),
  isPossible: (value) => /^(?:0[1-9]|[1-8]\d|9[0-9]|2[AB])/.test(value),
  needsWords: true,
  examples: {
    hits: ['n° ADELI : 751234567', 'ADELI 69 1 12345 6'],
    misses: ['751234567', 'ADELI 7512345'],
  },
})
