import { isMod1110 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deVat = numberDetector({
  id: 'de-vat',
  version: 1,
  entityType: 'DE_VAT_ID',
  title: 'German value added tax number (USt-IdNr.)',
  country: 'de',
  sensitivity: { category: 'simple' },
  reference: 'https://www.gesetze-im-internet.de/ustg_1980/__27a.html',
  writings: {
    'AA9{9}': 0.5,
    'AA 9{9}': 0.5,
    'AA 999 999 999': 0.5,
    'AA 999.999.999': 0.5,
    'AA999.999.999': 0.5,
    'AA 999-999.999': 0.5,
    'AA999 999 999': 0.5,
    'AA-9{9}': 0.5,
    'AA 999-999-999': 0.5,
  },
  context: listed(`
    ust, ust idnr, ust id nr, ust-id, ustid, umsatzsteuer identifikationsnummer, umsatzsteuer id, vat, vat id, vat number, vat no, mwst nr
  `),
  isPossible: (value) => /^DE[1-9]/.test(value),
  check: { isValid: (value) => isMod1110(value.slice(2)), falseRate: 1 / 10 },
  keepsDamaged: true,
  examples: {
    hits: ['USt-IdNr. DE136695976', 'DE 136 695 976'],
    misses: ['DE136695977', 'FR12345678901'],
  },
})
