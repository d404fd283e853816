import { isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const jpMyNumber = numberDetector({
  id: 'jp-my-number',
  version: 1,
  entityType: 'JP_MY_NUMBER',
  title: 'Japanese individual number (My Number)',
  country: 'jp',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://elaws.e-gov.go.jp/document?lawid=425AC0000000027',
  writings: { '9{12}': 0.02, '9{4} 9{4} 9{4}': 0.04, '9{4}-9{4}-9{4}': 0.04 },
  context: listed('my number, mynumber, individual number, kojin bango, my number card'),
  signs: ['マイナンバー', '個人番号'],
  isPossible: (value) => !isOneSign(value),
  check: { isValid: hasRightDigit, falseRate: 1 / 11 },
  examples: {
    hits: ['My Number 123456789018', 'マイナンバー：1234 5678 9018'],
    misses: ['My Number 123456789019', '123456789018'],
  },
})

/** Weights 2…7 and 2…6 from the right; a remainder of 0 or 1 gives 0. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let place = 1; place <= 11; place += 1)
    sum += Number(value.charAt(11 - place)) * (place <= 6 ? place + 1 : place - 5)
  const rest = sum % 11
  return (rest <= 1 ? 0 : 11 - rest) === Number(value.charAt(11))
}
