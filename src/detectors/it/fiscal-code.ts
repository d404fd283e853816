import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const itFiscalCode = numberDetector({
  id: 'it-fiscal-code',
  version: 1,
  entityType: 'IT_FISCAL_CODE',
  title: 'Italian fiscal code of a person (codice fiscale)',
  country: 'it',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gazzettaufficiale.it/eli/id/1976/12/29/076U0813/sg (DM 23 dicembre 1976 n. 13813)',
  writings: {
    'A{6}99A99A999A': 0.6,
  },
  context: listed(`
    codice fiscale, cod fiscale, cod. fisc., cod fisc, c.f., cf, fiscal code, tax code, tessera sanitaria
  `),
  isPossible: (value) => /^[A-Z]{6}\d\d[A-EHLMPRST][0-7]\d[A-Z]\d{3}[A-Z]$/.test(value),
  check: { isValid: hasRightLetter, falseRate: 1 / 26 },
  keepsDamaged: true,
  examples: {
    hits: ['codice fiscale RSSMRA85T10A562S', 'c.f. rssmra85t10a562s'],
    misses: ['RSSMRA85T10A562T', 'RSSMRA85K10A562S'],
  },
})

/** What a digit or letter counts in the 1st, 3rd, 5th … place, from 0 or A on. */
const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]

/** The last letter is the sum modulo 26; signs in even places count as their position in 0…9 or A…Z. */
function hasRightLetter(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 15; at += 1) {
    const code = value.charCodeAt(at)
    const index = code >= 0x41 ? code - 0x41 : code - 0x30
    sum += at % 2 === 0 ? (odd[index] ?? 0) : index
  }
  return String.fromCharCode(0x41 + (sum % 26)) === value.slice(-1)
}
