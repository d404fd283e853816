import { weightedSum } from '../engine/check-digits.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukNhs = numberDetector({
  id: 'uk-nhs',
  version: 1,
  entityType: 'UK_NHS',
  title: 'NHS number of England, Wales and the Isle of Man',
  country: 'gb',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html',
  writings: {
    '999 999 9999': 0.1,
    '999-999-9999': 0.05,
    '999.999.9999': 0.03,
    '9{10}': 0.02,
  },
  context: ['nhs', 'nhs number', 'nhs no', 'nhs #', 'nhs num', 'national health service', 'health service number'],
  isPossible: (value) => !/^(\d)\1{9}$/.test(value),
  check: { isValid: isNhsNumber, falseRate: 1 / 11 },
  keepsDamaged: true,
  examples: {
    hits: ['NHS number 943 476 5919', 'NHS no: 4010232137', 'nhs 401-023-2137'],
    misses: ['NHS 943 476 5918 1', '943 476 5918'],
  },
})

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Modulus 11: a check of 11 is written 0, one of 10 is never issued. */
function isNhsNumber(value: string): boolean {
  const check = 11 - (weightedSum(value, weights) % 11)
  return check !== 10 && check % 11 === Number(value.charAt(9))
}
