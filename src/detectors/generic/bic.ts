import { countrySpecs } from 'ibantools'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

const countries = new Set(Object.keys(countrySpecs))

export const bic = patternDetector({
  id: 'bic',
  version: 1,
  entityType: 'BIC',
  title: 'Business identifier code of a bank (BIC, SWIFT)',
  sensitivity: { category: 'financial' },
  reference: 'https://www.iso.org/standard/84108.html',
  pattern: /[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Za-z0-9])/,
  tried: { at: 'label' },
  confidence: 0.3,
  context: listed(`
    bic, swift, swift code, bic swift, bic code, swift bic, code bic, codice bic, código swift
  `),
  isPossible: (value) => countries.has(value.slice(4, 6)),
  examples: {
    hits: ['BIC: DEUTDEFF', 'SWIFT code BNPAFRPPXXX'],
    misses: ['DEUTDEFF', 'BIC: DEUTXXFF', 'SWIFT PROGRAMMING'],
  },
})
