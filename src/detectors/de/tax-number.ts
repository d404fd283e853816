import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deTaxNumber = numberDetector({
  id: 'de-tax-number',
  version: 1,
  entityType: 'DE_TAX_NUMBER',
  title: 'German tax number (Steuernummer)',
  country: 'de',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/ao_1977/__139a.html (layouts by state: AEAO zu § 139a)',
  writings: {
    '99/999/9{4,5}': 0.15,
    '999/999/9{4,5}': 0.15,
    '999/9{4}/9{4}': 0.2,
    '99 999 9{5}': 0.05,
    '999 999 9{5}': 0.05,
    '999 9{4} 9{4}': 0.03,
    '9{10,11}': 0.02,
    '9{13}': 0.02,
  },
  context: listed(`
    steuernummer, steuer nr, steuernr, st nr, st.-nr, stnr, finanzamt, tax number, umsatzsteuernummer
  `),
  // Thirteen digits begin with the state's number and are a nationwide form.
  isPossible: (value) => value.length !== 13 || /^(?:0[1-9]|1[0-6]|[2-5]\d)/.test(value),
  examples: {
    hits: ['Steuernummer 123/456/78901', 'St.-Nr.: 21/815/08150'],
    misses: ['123/456/78901', 'Steuernummer 12/34/5678'],
  },
})
