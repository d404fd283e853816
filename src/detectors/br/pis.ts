import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brPis = numberDetector({
  id: 'br-pis',
  version: 1,
  entityType: 'BR_PIS',
  title: 'Brazilian worker number (PIS, PASEP, NIS)',
  country: 'br',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.planalto.gov.br/ccivil_03/leis/lcp/lcp07.htm',
  writings: { '999.9{5}.99-9': 0.6, '9{11}': 0.02 },
  context: listed('pis, pasep, nis, nit, pis pasep, pis/pasep'),
  check: {
    isValid: (value) => ((11 - (weightedSum(value, weights) % 11)) % 11) % 10 === Number(value.charAt(10)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['PIS 120.56412.54-5', 'PASEP: 12056412545'],
    misses: ['PIS 120.56412.54-8', '12056412545'],
  },
})

const weights = [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
