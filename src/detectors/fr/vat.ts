import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frVat = numberDetector({
  id: 'fr-vat',
  version: 1,
  entityType: 'FR_VAT',
  title: 'French value added tax number (TVA intracommunautaire)',
  country: 'fr',
  sensitivity: { category: 'simple' },
  reference: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006299232 (CGI, art. 286 ter)',
  writings: {
    'AA9{11}': 0.5,
    'AA 99 9{9}': 0.5,
    'AA 99 999 999 999': 0.6,
    'AA99 999 999 999': 0.6,
    'AA 9{11}': 0.5,
    'AA99 9{9}': 0.5,
  },
  context: listed(`
    tva, tva intracommunautaire, n° tva, numéro de tva, tva intra, n° de tva, identification tva, vat, vat number
  `),
  isPossible: (value) => value.startsWith('FR'),
  check: {
    isValid: (value) => (12 + 3 * remainder(value.slice(4), 97)) % 97 === Number(value.slice(2, 4)),
    falseRate: 1 / 97,
  },
  examples: {
    hits: ['TVA intracommunautaire FR40303265045', 'FR 40 303 265 045'],
    misses: ['FR41303265045', 'DE40303265045'],
  },
})
