import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const bhCpr = numberDetector({
  id: 'bh-cpr',
  version: 1,
  entityType: 'BH_CPR',
  title: 'Bahraini personal number (CPR)',
  country: 'bh',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.iga.gov.bh/en/ (Law 46 of 2006)',
  writings: { '9{9}': 0.06, '9{4}-9{4}-9': 0.2 },
  context: listed('cpr, cpr number, cpr no, bahrain id, bahraini id, الرقم الشخصي, الرقم السكاني'),
  // Year and month of birth, serial number, check digit.
  isPossible: (value) => /^\d{2}(?:0[1-9]|1[0-2])/.test(value),
  examples: {
    hits: ['CPR number 840512345', 'الرقم السكاني: 840512345'],
    misses: ['840512345', 'CPR number 841312345'],
  },
})
