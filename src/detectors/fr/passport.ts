import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frPassport = numberDetector({
  id: 'fr-passport',
  version: 1,
  entityType: 'FR_PASSPORT',
  title: 'French passport number',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000268015 (décret 2005-1726)',
  writings: { '99AA9{5}': 0.15, '99 AA 9{5}': 0.2 },
  context: listed(
    'passeport, n° passeport, numéro de passeport, passeport n°, passeport français, french passport, passport',
  ),
  examples: {
    hits: ['passeport n° 17FV12345', 'Passeport : 09 AB 12345'],
    misses: ['17FV12345', 'passeport 17F12345'],
  },
})
