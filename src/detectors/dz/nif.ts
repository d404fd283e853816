import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const dzNif = numberDetector({
  id: 'dz-nif',
  version: 1,
  entityType: 'DZ_NIF',
  title: 'Algerian tax number (NIF)',
  country: 'dz',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.mfdgi.gov.dz/ (loi de finances pour 2006, art. 41)',
  writings: { '9{15}': 0.06, '9{20}': 0.06 },
  context: listed(`
    nif, n° nif, n.i.f, numéro d’identification fiscale, identifiant fiscal, رقم التعريف الجبائي, الرقم الجبائي
  `),
  examples: {
    hits: ['NIF : 099916000512345'],
    misses: ['099916000512345', 'NIF : 0999160005'],
  },
})
