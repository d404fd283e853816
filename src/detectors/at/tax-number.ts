import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const atTaxNumber = numberDetector({
  id: 'at-tax-number',
  version: 1,
  entityType: 'AT_TAX_NUMBER',
  title: 'Austrian tax number (Abgabenkontonummer)',
  country: 'at',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.bmf.gv.at/themen/steuern/fristen-verfahren/abgabenkontonummer.html',
  writings: { '99-9{3}/9{4}': 0.5, '99 9{3}/9{4}': 0.4, '99/9{3}/9{4}': 0.2, '99 9{3} 9{4}': 0.02, '9{9}': 0.01 },
  context: listed(`
    steuernummer, steuernr, st.nr, stnr, abgabenkontonummer, abgabenkonto, finanzamt, tax number
  `),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['Steuernummer 12-345/6782', 'Abgabenkontonummer: 123456782'],
    misses: ['Steuernummer 12-345/6783', '123456782'],
  },
})
