import { isOneSign, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plNip = numberDetector({
  id: 'pl-nip',
  version: 1,
  entityType: 'PL_NIP',
  title: 'Polish tax number (NIP)',
  country: 'pl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU19951420702',
  writings: {
    '999-999-99-99': 0.4,
    '999-99-99-999': 0.4,
    '9{10}': 0.01,
    'AA9{10}': 0.4,
    '999 999 99 99': 0.1,
    '999 99 99 999': 0.1,
    'AA 9{10}': 0.3,
  },
  context: listed('nip, n.i.p, numer nip, nr nip, numer identyfikacji podatkowej, vat, nip ue'),
  isPossible: (value) => /^(?:PL)?[1-9]\d/.test(value) && !isOneSign(value),
  check: {
    isValid: (value) => weightedSum(value.slice(-10), weights) % 11 === Number(value.slice(-1)),
    falseRate: 1 / 11,
  },
  examples: {
    hits: ['NIP 856-734-62-15', 'nip: 8567346215'],
    misses: ['NIP 856-734-62-16', '8567346215'],
  },
})

const weights = [6, 5, 7, 2, 3, 4, 5, 6, 7]
