import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const dzNin = numberDetector({
  id: 'dz-nin',
  version: 1,
  entityType: 'DZ_NIN',
  title: 'Algerian national identification number (NIN)',
  country: 'dz',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.interieur.gov.dz/ (décret présidentiel 10-210)',
  writings: { '9{18}': 0.1 },
  context: listed(
    'nin, n.i.n, numéro d’identification national, numéro d’identification nationale, identifiant national, رقم التعريف الوطني, الرقم الوطني',
  ),
  // 10: a citizen's own record, 11 and more: other registers.
  isPossible: (value) => /^1[0-4]\d{1}/.test(value),
  examples: {
    hits: ['NIN : 109870654002310008', 'رقم التعريف الوطني: 119870654002310008'],
    misses: ['109870654002310008', 'NIN 909870654002310008'],
  },
})
