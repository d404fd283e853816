import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deHealthInsurance = numberDetector({
  id: 'de-health-insurance',
  version: 1,
  entityType: 'DE_HEALTH_INSURANCE',
  title: 'German health insurance number (Krankenversichertennummer)',
  country: 'de',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/sgb_5/__290.html',
  writings: { 'A9{9}': 0.08, 'A 9{9}': 0.08, 'A9{3} 9{3} 9{3}': 0.2, 'A9{8}-9': 0.2, 'A 9{3} 9{3} 9{3}': 0.2 },
  context: listed(`
    krankenversichertennummer, versichertennummer, versicherten nr, versichertennr, kvnr, krankenversicherungsnummer, krankenkasse,
    krankenversicherung, gesundheitskarte, egk, versicherter, versicherte, gkv
  `),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['KVNR A123456780', 'Versichertennummer: A123456780'],
    misses: ['KVNR A123456781', 'A123456780'],
  },
})

/** The letter as two digits, weights 1 and 2 in turn, digit sums of the products: the last digit of the sum. */
function hasRightDigit(value: string): boolean {
  const digits = String(value.charCodeAt(0) - 0x40).padStart(2, '0') + value.slice(1, 9)
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const product = Number(digits.charAt(at)) * ((at % 2) + 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === Number(value.charAt(9))
}
