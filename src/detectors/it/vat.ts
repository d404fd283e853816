import { isLuhn, isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const itVat = numberDetector({
  id: 'it-vat',
  version: 1,
  entityType: 'IT_VAT_CODE',
  title: 'Italian value added tax number (partita IVA)',
  country: 'it',
  sensitivity: { category: 'simple' },
  reference: 'https://www.gazzettaufficiale.it/eli/id/1972/11/11/072U0633/sg (DPR 633/1972, art. 35)',
  writings: { '9{11}': 0.02, 'AA9{11}': 0.4, 'AA 9{11}': 0.4, '9{8}_9{3}': 0.02, '999 9999 9999': 0.02 },
  context: listed(
    'p.iva, p iva, partita iva, piva, p.i, partita i.v.a, vat, vat number, codice fiscale e partita iva, iva',
  ),
  isPossible: (value) => /^(?:IT)?\d/.test(value) && !isOneSign(value),
  check: { isValid: (value) => isLuhn(value.slice(-11)), falseRate: 1 / 10 },
  examples: {
    hits: ['P.IVA 01333550323', 'Partita IVA: IT01333550323'],
    misses: ['P.IVA 01333550324', '01333550323', 'P.IVA 00000000000'],
  },
})
