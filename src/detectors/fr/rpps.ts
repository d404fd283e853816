import { isLuhn } from '../engine/check-digits.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frRpps = numberDetector({
  id: 'fr-rpps',
  version: 1,
  entityType: 'FR_RPPS',
  title: 'French health professional number (RPPS)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://esante.gouv.fr/produits-services/repertoire-rpps',
  writings: {
    '9{11}': 0.02,
    '9 99 99 99 99 99': 0.02,
    '99 999 999 999': 0.02,
    '999 999 999 99': 0.02,
    '9 9{10}': 0.02,
  },
  context: [
    'rpps',
    'n° rpps',
    'numéro rpps',
    'rpps n°',
    'identifiant rpps',
    'id rpps',
    'répertoire partagé des professionnels de santé',
  ],
  isPossible: (value) => /^1\d{10}$/.test(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  keepsDamaged: true,
  examples: {
    hits: ['RPPS 10001234565'],
    misses: ['RPPS 20001234565'],
  },
})
