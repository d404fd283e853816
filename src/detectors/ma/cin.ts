import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const maCin = numberDetector({
  id: 'ma-cin',
  version: 1,
  entityType: 'MA_CIN',
  title: 'Moroccan identity card number (CNIE)',
  country: 'ma',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.cnie.ma/ (loi 04-20)',
  writings: { 'A{1,2}9{5,6}': 0.05, 'A 9{5,6}': 0.04, 'AA 9{5,6}': 0.04, 'A9{7}': 0.03 },
  context: listed(
    'cin, cnie, c.i.n, n° cin, cin n°, numéro cin, carte nationale, carte d’identité nationale, البطاقة الوطنية, رقم البطاقة الوطنية, ب.ت.و',
  ),
  examples: {
    hits: ['CIN : BE123456', 'البطاقة الوطنية: K 12345'],
    misses: ['BE123456', 'CIN BE1234'],
  },
})
