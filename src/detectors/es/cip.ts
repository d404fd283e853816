import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esCip = numberDetector({
  id: 'es-cip',
  version: 1,
  entityType: 'ES_CIP',
  title: 'Spanish health card number (CIP)',
  country: 'es',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.boe.es/eli/es/rd/2004/01/30/183 (Real Decreto 183/2004, tarjeta sanitaria individual)',
  writings: { 'AAAAAAAAAA9{6}': 0.3, 'AAAA9{10}': 0.03, 'AAAA9{12}': 0.03, 'AAAA 9 9{6} 9{3}': 0.2 },
  context: listed(`
    cip, cip-sns, código cip, nº cip, cipa, tarjeta sanitaria, nº tarjeta sanitaria, tarjeta sanitaria individual,
    tsi, targeta sanitària, catsalut, sns
  `),
  isPossible: (value) => /^(?:[A-Z]{4}(?:\d{10}|\d{12})|B{8}[A-Z]{2}\d{6})$/.test(value),
  examples: {
    hits: ['CIP: QUVA0850412003', 'CIP-SNS BBBBBBBBQR048648'],
    misses: ['QUVA0850412003', 'CIP: QUVA085041'],
  },
})
