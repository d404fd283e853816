import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const zaTaxNumber = numberDetector({
  id: 'za-tax-number',
  version: 1,
  entityType: 'ZA_TAX_NUMBER',
  title: 'South African income tax reference number',
  country: 'za',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.sars.gov.za/ (Tax Administration Act 28 of 2011, section 24)',
  writings: { '9{10}': 0.01, '9{4}/9{3}/9{3}': 0.3 },
  context: listed(`
    tax reference, tax ref, tax ref no, tax reference number, tax number, income tax, sars, sars reference
  `),
  isPossible: (value) => /^[01239]/.test(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['Income tax no. 0001339050', 'SARS tax reference 0001/339/050'],
    misses: ['SARS tax reference 0001/339/051', '0001339050'],
  },
})
