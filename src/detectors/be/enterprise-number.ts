import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const beEnterpriseNumber = numberDetector({
  id: 'be-enterprise-number',
  version: 1,
  entityType: 'BE_ENTERPRISE_NUMBER',
  title: 'Belgian enterprise and value added tax number',
  country: 'be',
  sensitivity: { category: 'simple' },
  reference:
    'https://economie.fgov.be/fr/themes/entreprises/banque-carrefour-des/inscription-la-banque/numero-dentreprise',
  writings: {
    '9{4}.999.999': 0.2,
    'AA9{10}': 0.4,
    'AA 9{4}.999.999': 0.6,
    '9{10}': 0.01,
    'AA 9{10}': 0.4,
    'AA 9{4} 999 999': 0.5,
  },
  context: listed(
    'numéro d’entreprise, n° d’entreprise, bce, kbo, ondernemingsnummer, ondernemingsnr, tva, btw, rpm, rpr',
  ),
  isPossible: (value) => /^(?:BE)?[01]/.test(value),
  check: {
    isValid: (value) => 97 - remainder(value.slice(-10, -2), 97) === Number(value.slice(-2)),
    falseRate: 1 / 97,
  },
  examples: {
    hits: ['BE 0403.019.261', 'ondernemingsnummer 0428759497'],
    misses: ['BE 0403.019.262', 'BE 2403.019.261'],
  },
})
