import { icaoCheck } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const deIdCard = patternDetector({
  id: 'de-id-card',
  version: 1,
  entityType: 'DE_ID_CARD',
  title: 'Serial number of a German identity card',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/pauswv/anlage_3.html',
  // Vowels and the letters that look like digits are left out.
  pattern: /[LMNPRTVWXY][CFGHJ-NPRTV-Z0-9]{8}\d?(?![A-Z0-9])/i,
  tried: { at: 'runs', from: 9, to: 10 },
  confidence: 0.05,
  context: listed(`
    personalausweis, ausweis, ausweisnummer, personalausweisnummer, ausweis nr, personalausweis nr, id card, seriennummer des ausweises,
    identitätskarte
  `),
  isPossible: (value) => /\d/.test(value),
  check: {
    isValid: (value) => (value.length === 10 ? icaoCheck(value.slice(0, 9)) === Number(value.charAt(9)) : undefined),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['Personalausweis: L01X00T44', 'Ausweis Nr. T220001293'],
    misses: ['L01X00T44', 'Ausweis L01X00T4A', 'Ausweis T220001294'],
  },
})
