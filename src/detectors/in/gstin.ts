import { base36 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inGstin = numberDetector({
  id: 'in-gstin',
  version: 1,
  entityType: 'IN_GSTIN',
  title: 'Indian goods and services tax number (GSTIN)',
  country: 'in',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://cbic-gst.gov.in/ (CGST Rules, 2017, rule 10)',
  writings: { '99AAAAA9{4}A9A9': 0.8, '99AAAAA9{4}A9AA': 0.8, '99AAAAA9{4}AAA9': 0.7, '99AAAAA9{4}AAAA': 0.6 },
  context: listed('gstin, gst, gst number, gst no, gst registration, gstin no, gst identification'),
  isPossible: (value) => /^(?:0[1-9]|[12]\d|3[0-8]|97|99)[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z/.test(value),
  check: { isValid: hasRightSign, falseRate: 1 / 36 },
  keepsDamaged: true,
  examples: {
    hits: ['GSTIN 27AAPFU0939F1ZV', 'gst no: 27aapfu0939f1zv'],
    misses: ['27AAPFU0939F1ZW', '00AAPFU0939F1ZV'],
  },
})

/** Luhn's formula in base 36. */
function hasRightSign(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 14; at += 1) {
    const product = base36(value, at) * ((at % 2) + 1)
    sum += Math.floor(product / 36) + (product % 36)
  }
  return (36 - (sum % 36)) % 36 === base36(value, 14)
}
