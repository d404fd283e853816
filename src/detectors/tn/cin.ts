import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const tnCin = numberDetector({
  id: 'tn-cin',
  version: 1,
  entityType: 'TN_CIN',
  title: 'Tunisian identity card number (CIN)',
  country: 'tn',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.ins.tn/ (loi 93-27)',
  writings: { '9{8}': 0.06 },
  context: listed(
    'cin, c.i.n, n° cin, cin n°, numéro cin, carte d’identité nationale, بطاقة التعريف الوطنية, بطاقة التعريف, ب.ت.و',
  ),
  isPossible: (value) => /^[01]/.test(value),
  examples: {
    hits: ['CIN : 08123456', 'بطاقة التعريف الوطنية: 08123456'],
    misses: ['08123456', 'CIN 48123456'],
  },
})
