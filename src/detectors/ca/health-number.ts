import { isLuhn, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const caHealthNumber = numberDetector({
  id: 'ca-health-number',
  version: 1,
  entityType: 'CA_HEALTH_NUMBER',
  title: 'Canadian health card number (Ontario, British Columbia, Québec)',
  country: 'ca',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.ontario.ca/laws/regulation/900552',
  writings: {
    '9{4}-9{3}-9{3}-AA': 0.5,
    '9{4} 9{3} 9{3} AA': 0.4,
    '9{4}-9{3}-9{3}': 0.03,
    '9{4} 9{3} 9{3}': 0.03,
    '9{10}AA': 0.05,
    '9{10}': 0.01,
    'AAAA 9{4} 9{4}': 0.3,
    'AAAA9{8}': 0.1,
  },
  context: listed(`
    health card, health card number, ohip, health number, health insurance number, phn, personal health number, msp, ramq, nam,
    carte d'assurance maladie, carte soleil, numéro d'assurance maladie, assurance maladie
  `),
  isPossible: (value) => /^\d/.test(value) || isQuebec(value),
  check: { isValid: isHealthNumber, falseRate: 1 / 6 },
  examples: {
    hits: ['OHIP 9876-543-217', 'PHN: 9012372173', 'RAMQ DOEJ 5503 1412'],
    misses: ['OHIP 5876-543-217', 'RAMQ DOEJ 5513 1412', '9876543217'],
  },
})

/** Surname and first name, year, month (50 more for women) and day of birth: Québec. */
function isQuebec(value: string): boolean {
  return /^[A-Z]{4}\d{2}(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d{2}$/.test(value)
}

const weights = [0, 2, 4, 8, 5, 10, 9, 7, 3]

/** Ontario: Luhn. British Columbia: first digit 9, check modulo 11. Québec's has no check that is published. */
function isHealthNumber(value: string): boolean | undefined {
  if (/^[A-Z]/.test(value)) return undefined
  const digits = value.slice(0, 10)
  return (
    isLuhn(digits) || (digits.startsWith('9') && 11 - (weightedSum(digits, weights) % 11) === Number(digits.charAt(9)))
  )
}
