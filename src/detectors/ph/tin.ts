import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const phTin = numberDetector({
  id: 'ph-tin',
  version: 1,
  entityType: 'PH_TIN',
  title: 'Philippine taxpayer identification number (TIN)',
  country: 'ph',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.bir.gov.ph/ (National Internal Revenue Code, section 236)',
  writings: {
    '999-999-999': 0.03,
    '999-999-999-999': 0.1,
    '999-999-999-9{5}': 0.1,
    '9{9}': 0.008,
    '9{12}': 0.01,
    '999 999 999 999': 0.03,
  },
  context: listed('tin, t.i.n, bir, bir tin, taxpayer identification number, tax id, tax identification number'),
  check: { isValid: hasRightDigit, falseRate: 1 / 11 },
  examples: {
    hits: ['TIN 000-123-456-000', 'BIR TIN: 000123456'],
    misses: ['TIN 000-123-457', '000-123-456'],
  },
})

/** Weights 9…2 over eight digits, modulo 11; a remainder of 10 is never issued. What follows the ninth is a branch. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 8; at += 1) sum += Number(value.charAt(at)) * (9 - at)
  return sum % 11 === Number(value.charAt(8))
}
