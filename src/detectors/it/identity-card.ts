import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const itIdentityCard = numberDetector({
  id: 'it-identity-card',
  version: 1,
  entityType: 'IT_IDENTITY_CARD',
  title: 'Number of an Italian identity card',
  country: 'it',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.cartaidentita.interno.gov.it/la-carta/',
  writings: { 'AA9{5}AA': 0.2, '9{7}AA': 0.1, 'AA9{7}': 0.08, 'AA 9{7}': 0.08 },
  context: listed(`
    carta d'identità, carta identità, carta di identità, ci n, cie, documento d'identità, identity card, documento n, carta d'identità n
  `),
  examples: {
    hits: ["carta d'identità CA12345AA", "Carta d'identità n. AX 1234567"],
    misses: ['CA12345AA', 'AX 1234567', "carta d'identità AX 123456"],
  },
})
