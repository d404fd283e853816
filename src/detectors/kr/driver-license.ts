import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const krDriverLicense = numberDetector({
  id: 'kr-driver-license',
  version: 1,
  entityType: 'KR_DRIVER_LICENSE',
  title: 'South Korean driving licence number',
  country: 'kr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.safedriving.or.kr/eng/main.do',
  writings: { '99-99-9{6}-99': 0.3, '99 99 9{6} 99': 0.1, '9{12}': 0.01 },
  context: listed('driver license, driving license, driving licence, license number, license, korean driver license'),
  signs: ['운전면허번호', '면허번호', '운전면허'],
  isPossible: (value) => /^(?:1[1-9]|2[0-68])/.test(value),
  examples: {
    hits: ['license 13-22-123456-12', 'driving license: 11-90-654321-01'],
    misses: ['license 99-22-123456-12', '132212345612', 'license 11-22-123456-1'],
  },
})
