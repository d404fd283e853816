import { icaoCheck } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const dePassport = patternDetector({
  id: 'de-passport',
  version: 1,
  entityType: 'DE_PASSPORT',
  title: 'Number of a German passport',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/passv_2007/anlage_1.html',
  pattern: /[CFGHJK][CFGHJ-NPRTV-Z0-9]{8}\d?(?![A-Z0-9])/i,
  tried: { at: 'runs', from: 9, to: 10 },
  confidence: 0.05,
  context: listed(`
    reisepass, reisepassnummer, pass, passnummer, pass nr, reisepass nr, passnr, german passport, passport, passport number, passport no
  `),
  isPossible: (value) => /\d/.test(value),
  check: {
    isValid: (value) => (value.length === 10 ? icaoCheck(value.slice(0, 9)) === Number(value.charAt(9)) : undefined),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['Reisepass C01X00T47', 'Pass-Nr.: F12345671'],
    misses: ['C01X00T47', 'Reisepass C0123456A', 'Reisepass A12345671'],
  },
})
