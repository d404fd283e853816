import { isMod1110 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deTaxId = numberDetector({
  id: 'de-tax-id',
  version: 1,
  entityType: 'DE_TAX_ID',
  title: 'German tax identification number (Steuer-ID)',
  country: 'de',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/ao_1977/__139b.html',
  writings: {
    '9{11}': 0.02,
    '99 999 999 999': 0.15,
    '99.999.999.999': 0.05,
  },
  context: listed(`
    steuer-id, steuer id, steuerid, steueridentifikationsnummer, steuerliche identifikationsnummer,
    identifikationsnummer, idnr, id-nr, steuer-idnr, tin, tax id, persönliche identifikationsnummer
  `),
  isPossible: (value) => !value.startsWith('0') && hasRepeats(value.slice(0, 10)),
  check: { isValid: isMod1110, falseRate: 1 / 10 },
  examples: {
    hits: ['Steuer-ID: 36 574 261 809', 'IdNr. 36574261809'],
    misses: ['Steuer-ID 06574261809', '36574261808'],
  },
})

/** Of the first ten digits one comes twice or three times, but never three times in a row, and at most one is missing twice. */
function hasRepeats(digits: string): boolean {
  const distinct = new Set(digits).size
  return (distinct === 9 || distinct === 8) && !/(\d)\1\1/.test(digits)
}
