import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usAba = numberDetector({
  id: 'us-aba',
  version: 1,
  entityType: 'ABA_ROUTING_NUMBER',
  title: 'Routing number of a bank in the United States (ABA)',
  country: 'us',
  sensitivity: { category: 'financial' },
  reference: 'https://www.federalregister.gov/documents/1988/05/27/88-12050 (12 CFR 229, appendix A)',
  writings: { '9{9}': 0.008, '9{4}-9{4}-9': 0.3, '9{4} 9{4} 9': 0.1 },
  context: listed(
    'aba, routing, routing number, routing no, routing transit number, rtn, bank routing, aba number, aba no',
  ),
  isPossible: (value) => /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/.test(value) && !/^0{4}/.test(value),
  check: { isValid: (value) => weightedSum(value, weights) % 10 === 0, falseRate: 1 / 10 },
  examples: {
    hits: ['routing number 011000015', 'ABA: 0260-0959-3'],
    misses: ['routing number 011000016', '011000015'],
  },
})

const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1]
