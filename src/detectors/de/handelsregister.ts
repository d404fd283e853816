import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deHandelsregister = numberDetector({
  id: 'de-handelsregister',
  version: 1,
  entityType: 'DE_HANDELSREGISTER',
  title: 'Number in the German commercial register',
  country: 'de',
  sensitivity: { category: 'simple' },
  reference: 'https://www.gesetze-im-internet.de/hrv/__3.html',
  writings: { 'AAA 9{1,6}': 0.7, 'AAA9{3,6}': 0.5, 'AAA 9{2,6} A': 0.7 },
  context: listed('hra, hrb, handelsregister, handelsregisternummer, registergericht, amtsgericht'),
  isPossible: (value) => /^HR[AB]\d{1,6}[A-Z]{0,2}$/.test(value),
  needsWords: true,
  examples: {
    hits: ['Amtsgericht München HRB 12345', 'HRA 99999 Köln'],
    misses: ['HR 12345', 'HRB 1234567', 'HRC 12345'],
  },
})
