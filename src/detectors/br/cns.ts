import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brCns = numberDetector({
  id: 'br-cns',
  version: 1,
  entityType: 'BR_CNS',
  title: 'Brazilian national health card number (CNS)',
  country: 'br',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://bvsms.saude.gov.br/bvs/saudelegis/gm/2011/prt0940_28_04_2011.html',
  writings: { '9{3} 9{4} 9{4} 9{4}': 0.1, '9{15}': 0.02 },
  context: listed('cns, cartão nacional de saúde, cartão sus, nº sus, sus, cns nº'),
  isPossible: (value) => /^[12789]/.test(value),
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['CNS 700 0000 0000 0005', 'cartão SUS: 700000000000005'],
    misses: ['CNS 700 0000 0000 0006', '700000000000005'],
  },
})

const weights = [15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
