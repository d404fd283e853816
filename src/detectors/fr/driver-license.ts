import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frDriverLicense = numberDetector({
  id: 'fr-driver-license',
  version: 1,
  entityType: 'FR_DRIVER_LICENSE',
  title: 'French driving licence number (permis de conduire)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000025773801 (arrêté du 20 avril 2012)',
  writings: { '9{12}': 0.05, '99AA9{5}': 0.08 },
  context: listed('permis de conduire, n° de permis, permis, numéro de permis, permis n°, numéro neph, neph'),
  examples: {
    hits: ['permis de conduire n° 890975200123', 'permis de conduire : 14AL67543'],
    misses: ['890975200123', 'permis de conduire 89097520'],
  },
})
