import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frSiren = numberDetector({
  id: 'fr-siren',
  version: 1,
  entityType: 'FR_SIREN',
  title: 'French company number (SIREN)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006258740',
  writings: {
    '999 999 999': 0.06,
    '999.999.999': 0.06,
    '999-999-999': 0.03,
    '9{9}': 0.02,
  },
  context: listed(`
    siren, n° siren, numéro siren, rcs, r.c.s, registre du commerce, immatriculée au rcs, tva intracommunautaire,
    rcs paris, rcs lyon
  `),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  keepsDamaged: true,
  examples: {
    hits: ['SIREN 732 829 320', 'RCS Paris 552 100 554'],
    misses: ['SIREN 732 829 321 5', '732 829 321'],
  },
})
