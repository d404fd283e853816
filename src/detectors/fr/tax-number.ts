import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frTaxNumber = numberDetector({
  id: 'fr-tax-number',
  version: 1,
  entityType: 'FR_TAX_NUMBER',
  title: 'French tax number of a person (numéro fiscal, SPI)',
  country: 'fr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.impots.gouv.fr/particulier/questions/quest-ce-quun-numero-fiscal',
  writings: { '99 99 999 999 999': 0.3, '9{13}': 0.02, '9 9{12}': 0.05, '99 99 9{3} 9{6}': 0.1 },
  context: listed(`
    numéro fiscal, n° fiscal, numéro fiscal de référence, numéro spi, spi, identifiant fiscal, référence fiscale, numéro de déclarant,
    n° fiscal déclarant, nif, avis d'impôt
  `),
  isPossible: (value) => /^[0-3]/.test(value),
  check: { isValid: (value) => remainder(value.slice(0, 10), 511) === Number(value.slice(10)), falseRate: 1 / 511 },
  examples: {
    hits: ['numéro fiscal : 30 23 217 600 053', 'n° fiscal 0701987765493'],
    misses: ['numéro fiscal 30 23 217 600 054', '4023217600053'],
  },
})
