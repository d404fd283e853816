import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const sgNric = numberDetector({
  id: 'sg-nric',
  version: 1,
  entityType: 'SG_NRIC_FIN',
  title: 'Singapore identity number (NRIC, FIN)',
  country: 'sg',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://sso.agc.gov.sg/Act/NRA1965',
  writings: { 'A9{7}A': 0.2, 'A 9{7} A': 0.2, 'A9{4}9{3}-A': 0.2 },
  context: listed('nric, fin, nric no, nric number, fin number, identity card, ic number, singapore id, nric fin'),
  isPossible: (value) => /^[STFGM]/.test(value),
  check: { isValid: hasRightLetter, falseRate: 1 / 11 },
  examples: {
    hits: ['NRIC S2740116C', 'FIN: F2346401L'],
    misses: ['NRIC S2740116D', 'PA12348L', 'NRIC A1234567Z'],
  },
})

const weights = [2, 7, 6, 5, 4, 3, 2]

/** Numbers of this century (T, G) add 4, those of the series M 3. */
function hasRightLetter(value: string): boolean {
  const series = value.charAt(0)
  const sum = weightedSum(value.slice(1), weights) + ('TG'.includes(series) ? 4 : series === 'M' ? 3 : 0)
  const letters = 'ST'.includes(series) ? 'JZIHGFEDCBA' : series === 'M' ? 'XWUTRQPNJLK' : 'XWUTRQPNMLK'
  return letters.charAt(sum % 11) === value.charAt(8)
}
