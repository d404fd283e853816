import { isDay, mod112 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const cnResidentId = numberDetector({
  id: 'cn-resident-id',
  version: 1,
  entityType: 'CN_RESIDENT_ID',
  title: 'Chinese resident identity number',
  country: 'cn',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=080D6FBF2BB468F9007657F26D60013E (GB 11643-1999)',
  writings: { '9{18}': 0.3, '9{17}A': 0.6, '9{6} 9{8} 9{4}': 0.7, '9{6} 9{8} 9{3}A': 0.8, '9{6}-9{8}-9{4}': 0.7 },
  context: listed('resident identity, chinese id, identity card, id card, shenfenzheng, resident id'),
  signs: ['身份证', '身份證', '公民身份号码'],
  isPossible: (value) =>
    /^[1-6][1-7]\d{4}(?:18|19|20)\d{9}[\dX]$/.test(value) &&
    isDay(Number(value.slice(6, 10)), Number(value.slice(10, 12)), Number(value.slice(12, 14))),
  check: {
    isValid: (value) => '0123456789X'.charAt(mod112(value.slice(0, 17))) === value.charAt(17),
    falseRate: 1 / 11,
  },
  examples: {
    hits: ['11010519491231002X', '身份证号码：440524188001010014'],
    misses: ['110105194912310021', '110105194913310020'],
  },
})
