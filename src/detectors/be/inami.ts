import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const beInami = numberDetector({
  id: 'be-inami',
  version: 1,
  entityType: 'BE_INAMI',
  title: 'Belgian number of a health professional (INAMI, RIZIV)',
  country: 'be',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.inami.fgov.be/ (loi relative à l’assurance obligatoire soins de santé, 14 juillet 1994)',
  writings: {
    '9-9{5}-99-9{3}': 0.6,
    '9/9{5}/99/9{3}': 0.6,
    '9 9{5} 99 9{3}': 0.3,
    '9.9{5}.99.9{3}': 0.5,
    '9{11}': 0.01,
  },
  context: listed('inami, n° inami, numéro inami, riziv, rizivnummer, riziv-nummer, riziv nr, inami-nr'),
  check: { isValid: hasRightDigits, falseRate: 1 / 97 },
  examples: {
    hits: ['INAMI 1-23456-25-004', 'RIZIV-nummer 12345625004'],
    misses: ['INAMI 1-23456-26-004', '12345625004'],
  },
})

/** 97 less the first six digits modulo 97. */
function hasRightDigits(value: string): boolean {
  return 97 - remainder(value.slice(0, 6), 97) === Number(value.slice(6, 8))
}
