import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const krPassport = numberDetector({
  id: 'kr-passport',
  version: 1,
  entityType: 'KR_PASSPORT',
  title: 'South Korean passport number',
  country: 'kr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.passport.go.kr/home/eng/main.do',
  writings: { 'A9{8}': 0.08, A999A9999: 0.15 },
  context: listed('korean passport, passport, passport number, passport no, republic of korea'),
  signs: ['여권번호', '여권'],
  isPossible: (value) => /^[MSRODG]/.test(value),
  examples: {
    hits: ['Korean passport: M456B7890', 'passport no M12345678'],
    misses: ['M456B7890', 'Korean passport M1234567', 'Korean passport M12A4567'],
  },
})
