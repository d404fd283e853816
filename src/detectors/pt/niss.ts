import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ptNiss = numberDetector({
  id: 'pt-niss',
  version: 1,
  entityType: 'PT_NISS',
  title: 'Portuguese social security number (NISS)',
  country: 'pt',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.seg-social.pt/pedido-de-numero-de-identificacao-da-seguranca-social',
  writings: { '9{11}': 0.02, '999 999 999 99': 0.05 },
  context: listed(
    'niss, nº niss, segurança social, número de segurança social, número de identificação da segurança social',
  ),
  isPossible: (value) => /^[12]/.test(value),
  check: { isValid: (value) => 9 - (weightedSum(value, weights) % 10) === Number(value.charAt(10)), falseRate: 1 / 10 },
  examples: {
    hits: ['NISS 12345678902', 'segurança social: 12345678902'],
    misses: ['NISS 12345678903', '12345678902'],
  },
})

const weights = [29, 23, 19, 17, 13, 11, 7, 5, 3, 2]
