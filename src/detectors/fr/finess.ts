import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frFiness = numberDetector({
  id: 'fr-finess',
  version: 1,
  entityType: 'FR_FINESS',
  title: 'French number of a health or social establishment (FINESS)',
  country: 'fr',
  sensitivity: { category: 'simple' },
  reference: 'https://finess.esante.gouv.fr/',
  writings: { '9{9}': 0.02, '99 9 9{6}': 0.02, '99 9{7}': 0.02 },
  context: listed('finess, n° finess, numéro finess, finess ej, finess et, finess géographique, finess juridique'),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  keepsDamaged: true,
  examples: {
    hits: ['FINESS 750712184', 'n° FINESS : 690783154'],
    misses: ['750712184', 'FINESS 7507121'],
  },
})
