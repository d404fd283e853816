import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const krBrn = numberDetector({
  id: 'kr-brn',
  version: 1,
  entityType: 'KR_BRN',
  title: 'South Korean business registration number',
  country: 'kr',
  sensitivity: { category: 'simple' },
  reference: 'https://www.nts.go.kr/english/main.do',
  writings: { '999-99-9{5}': 0.2, '9{10}': 0.01 },
  context: listed('brn, business registration, business registration number, business license, corporate registration'),
  signs: ['사업자등록번호', '사업자번호'],
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['BRN 104-86-56659', 'business registration number: 1048656659'],
    misses: ['BRN 104-86-56658', '1048656659'],
  },
})

const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5]

/** The product of the ninth digit counts with its tens once more. */
function hasRightDigit(value: string): boolean {
  const sum = weightedSum(value, weights) + Math.floor((Number(value.charAt(8)) * 5) / 10)
  return (10 - (sum % 10)) % 10 === Number(value.charAt(9))
}
