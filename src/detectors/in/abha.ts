import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inAbha = numberDetector({
  id: 'in-abha',
  version: 1,
  entityType: 'IN_ABHA',
  title: 'Indian health account number (ABHA)',
  country: 'in',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://abdm.gov.in/abha',
  writings: { '99-9{4}-9{4}-9{4}': 0.4, '99 9{4} 9{4} 9{4}': 0.2, '9{14}': 0.06 },
  context: listed(`
    abha, abha number, abha no, abha id, abha address, health id, ayushman bharat, ayushman, abdm
  `),
  examples: {
    hits: ['ABHA number 91-1234-5678-9012', 'ABHA: 91123456789012'],
    misses: ['91123456789012', 'ABHA 91-1234-5678'],
  },
})
