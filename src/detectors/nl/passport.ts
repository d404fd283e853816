import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const nlPassport = patternDetector({
  id: 'nl-passport',
  version: 1,
  entityType: 'NL_PASSPORT',
  title: 'Number of a Dutch passport or identity card',
  country: 'nl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://wetten.overheid.nl/BWBR0012811/ (Paspoortuitvoeringsregeling Nederland 2001)',
  // The letter O is never used; the last sign is a digit.
  pattern: /[A-NP-Z]{2}[A-NP-Z0-9]{6}\d(?![A-Z0-9])/i,
  tried: { at: 'runs', from: 9, to: 9 },
  confidence: 0.06,
  context: listed(
    'paspoort, paspoortnummer, identiteitskaart, documentnummer, paspoort nr, id kaart, dutch passport, passport',
  ),
  isPossible: (value) => /\d/.test(value),
  examples: {
    hits: ['paspoort SPE7I2014', 'documentnummer: NXB0R7D63'],
    misses: ['NXB0R7D63', 'paspoort NXO0R7D63'],
  },
})
