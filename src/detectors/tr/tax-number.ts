import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const trTaxNumber = numberDetector({
  id: 'tr-tax-number',
  version: 1,
  entityType: 'TR_TAX_NUMBER',
  title: 'Turkish tax identity number (VKN)',
  country: 'tr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gib.gov.tr/ (Vergi Kimlik Numarası Genel Tebliği, Sıra No 3)',
  writings: { '9{10}': 0.01 },
  context: listed(`
    vergi no, vergi numarası, vergi kimlik no, vergi kimlik numarası, vkn, v.k.n, vergi dairesi, tax number, tax id
  `),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['Vergi No: 4540536920', 'VKN 4540536920'],
    misses: ['Vergi No: 4540536921', '4540536920'],
  },
})

/** Each digit with its distance from the end, times a power of 2 modulo 9, where 9 stands for 0; the sum is filled up to tens. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let place = 0; place < 9; place += 1) {
    const shifted = (Number(value.charAt(place)) + 9 - place) % 10
    const worth = (shifted * 2 ** (9 - place)) % 9
    sum += shifted !== 0 && worth === 0 ? 9 : worth
  }
  return (10 - (sum % 10)) % 10 === Number(value.charAt(9))
}
