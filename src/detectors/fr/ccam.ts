import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frCcam = numberDetector({
  id: 'fr-ccam',
  version: 1,
  entityType: 'FR_CCAM',
  title: 'Medical act as a code of the French common classification (CCAM)',
  country: 'fr',
  sensitivity: { category: 'sensitive' },
  reference: 'https://www.ameli.fr/accueil-de-la-ccam/index.php',
  writings: { 'AAAA9{3}': 0.1, 'AAAA9{3}-9{1,2}': 0.1, 'AAAA 9{3}': 0.02 },
  context: listed(`
    ccam, code ccam, acte, actes, acte ccam, cotation, code acte, actes réalisés, codage, nomenclature, dents, soins, honoraires, ngap
  `),
  // Topography (two letters), action, access; serial number.
  isPossible: (value) => /^[A-HJ-NPQYZ][A-Z][ABD-HJ-NP-SZ][A-HJ-QXZ]\d{3}/.test(value),
  examples: {
    hits: ['acte CCAM : HBLD036', 'cotation HBMD053 (dents)'],
    misses: ['HBLD036', 'acte HB036'],
  },
})
