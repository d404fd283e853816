import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inPan = numberDetector({
  id: 'in-pan',
  version: 1,
  entityType: 'IN_PAN',
  title: 'Indian permanent account number of taxpayers (PAN)',
  country: 'in',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://incometaxindia.gov.in/tutorials/1.permanent%20account%20number%20(pan).pdf',
  writings: { 'AAAAA9{4}A': 0.3 },
  context: listed('pan, pan number, pan no, pan card, permanent account number, income tax'),
  // The fourth letter tells the kind of holder; P is a person.
  ratioOf: (value) => (/^.{3}[ABCFGHJLPT]/.test(value) ? 1 : 0.2),
  examples: {
    hits: ['PAN ABBPM4567S', 'pan no: abcpd1234z'],
    misses: ['ABCD1234Z', 'PAN ABCD12345Z'],
  },
})
