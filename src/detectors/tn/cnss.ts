import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const tnCnss = numberDetector({
  id: 'tn-cnss',
  version: 1,
  entityType: 'TN_CNSS',
  title: 'Tunisian social security number (CNSS)',
  country: 'tn',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.cnss.tn/ (loi n° 60-30 du 14 décembre 1960)',
  writings: { '9{8}-99': 0.2, '9{8}/99': 0.2, '9{8} 99': 0.05, '9{10}': 0.06 },
  context: listed(`
    cnss, n° cnss, matricule cnss, affiliation cnss, numéro cnss, cnam, identifiant unique cnam, الضمان الاجتماعي,
    الصندوق الوطني للضمان الاجتماعي
  `),
  examples: {
    hits: ['CNSS : 12345678-01', 'n° CNSS 1234567801'],
    misses: ['1234567801', '12345678-01'],
  },
})
