import { base36 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plIdCard = numberDetector({
  id: 'pl-id-card',
  version: 1,
  entityType: 'PL_ID_CARD',
  title: 'Polish identity card number',
  country: 'pl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20150000212',
  writings: { 'AAA9{6}': 0.04, 'AAA 9{6}': 0.04 },
  context: listed(
    'dowód osobisty, dowodu osobistego, dowód, numer dowodu, nr dowodu, seria i numer, identity card, dowod osobisty',
  ),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['dowód osobisty ABA300000', 'nr dowodu: ABA 300000'],
    misses: ['dowód osobisty ABA400000', 'ABA300000'],
  },
})

const weights = [7, 3, 1, 0, 7, 3, 1, 7, 3]

/** The fourth sign checks the others; letters count as A = 10 … Z = 35. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += base36(value, at) * (weights[at] ?? 0)
  return sum % 10 === Number(value.charAt(3))
}
