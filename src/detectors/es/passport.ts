import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esPassport = numberDetector({
  id: 'es-passport',
  version: 1,
  entityType: 'ES_PASSPORT',
  title: 'Spanish passport number',
  country: 'es',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-2003-14035',
  writings: { 'AAA9{6}': 0.1, 'AAA 9{6}': 0.05 },
  context: listed(
    'pasaporte, nº pasaporte, número de pasaporte, pasaporte nº, pasaporte español, passport, spanish passport',
  ),
  examples: {
    hits: ['pasaporte XYZ987654', 'Nº pasaporte: AAB123456'],
    misses: ['XYZ987654', 'pasaporte AA123456'],
  },
})
