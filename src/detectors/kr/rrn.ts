import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'
import { isKoreanBirthDay, koreanCheck } from './resident.ts'

export const krRrn = numberDetector({
  id: 'kr-rrn',
  version: 1,
  entityType: 'KR_RRN',
  title: 'South Korean resident registration number',
  country: 'kr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.law.go.kr/LSW/eng/engLsSc.do?menuId=2&query=resident%20registration (Act, article 7-2)',
  writings: { '9{6}-9{7}': 0.3, '9{13}': 0.01, '9{6} 9{7}': 0.1 },
  context: listed('rrn, resident registration number, resident registration, korean id, jumin, resident number'),
  signs: ['주민등록번호', '주민번호'],
  isPossible: (value) => /^\d{6}[1-4]/.test(value) && isKoreanBirthDay(value),
  ratioOf: (value) => (koreanCheck(value, 11) ? 4 : 0.4),
  examples: {
    hits: ['RRN 960121-1021413', 'resident registration number: 900101-2345670'],
    misses: ['RRN 961321-1021413', 'RRN 960121-5021413', '9601211021413'],
  },
})
