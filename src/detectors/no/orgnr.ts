import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const noOrgnr = numberDetector({
  id: 'no-orgnr',
  version: 1,
  entityType: 'NO_ORGNR',
  title: 'Norwegian organisation number (organisasjonsnummer)',
  country: 'no',
  sensitivity: { category: 'simple' },
  reference:
    'https://www.brreg.no/om-oss/oppgavene-vare/alle-registrene-vare/om-enhetsregisteret/organisasjonsnummeret/',
  writings: { '999 999 999': 0.02, '9{9}': 0.008 },
  context: listed('organisasjonsnummer, org nr, orgnr, org nummer, foretaksregisteret, mva'),
  isPossible: (value) => /^[89]/.test(value),
  check: { isValid: (value) => weightedSum(value, weights) % 11 === 0, falseRate: 1 / 11 },
  examples: {
    hits: ['Org.nr 974 760 673', 'organisasjonsnummer: 988077917'],
    misses: ['Org.nr 974 760 674', '974760673'],
  },
})

const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]
