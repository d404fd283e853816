import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const itPassport = numberDetector({
  id: 'it-passport',
  version: 1,
  entityType: 'IT_PASSPORT',
  title: 'Italian passport number',
  country: 'it',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.poliziadistato.it/articolo/1087',
  writings: { 'AA9{7}': 0.1, 'AA 9{7}': 0.1 },
  context: listed(
    'passaporto, numero passaporto, passaporto n, n. passaporto, passaporto italiano, italian passport, passport',
  ),
  examples: {
    hits: ['passaporto YA1234567', 'Passaporto n. YB 1234567'],
    misses: ['YA1234567', 'passaporto 1234567'],
  },
})
