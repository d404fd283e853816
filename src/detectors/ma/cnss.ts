import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const maCnss = numberDetector({
  id: 'ma-cnss',
  version: 1,
  entityType: 'MA_CNSS',
  title: 'Moroccan social security number (CNSS)',
  country: 'ma',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.cnss.ma/ (dahir 1-72-184)',
  writings: { '9{9}': 0.06, '9{7,8}': 0.04 },
  context: listed('cnss, n° cnss, immatriculation cnss, numéro cnss, n° immatriculation cnss, الضمان الاجتماعي'),
  examples: {
    hits: ['CNSS : 123456789', 'n° CNSS 98765432'],
    misses: ['123456789', 'CNSS 12345'],
  },
})
