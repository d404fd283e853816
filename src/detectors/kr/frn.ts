import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'
import { isKoreanBirthDay, koreanCheck } from './resident.ts'

export const krFrn = numberDetector({
  id: 'kr-frn',
  version: 1,
  entityType: 'KR_FRN',
  title: 'South Korean foreigner registration number',
  country: 'kr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.law.go.kr/LSW/eng/engLsSc.do?menuId=2&query=immigration (Immigration Act, article 31)',
  writings: { '9{6}-9{7}': 0.3, '9{13}': 0.01, '9{6} 9{7}': 0.1 },
  context: listed(
    'frn, foreigner registration number, foreigner registration, alien registration, alien registration number, arc',
  ),
  signs: ['외국인등록번호'],
  isPossible: (value) => /^\d{6}[5-8]/.test(value) && isKoreanBirthDay(value),
  ratioOf: (value) => (koreanCheck(value, 13) ? 4 : 0.4),
  examples: {
    hits: ['FRN 911124-5678906', 'alien registration number: 050912-6000012'],
    misses: ['FRN 911324-5678906', 'FRN 911124-1678906', '9111245678906'],
  },
})
