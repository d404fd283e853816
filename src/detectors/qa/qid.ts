import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const qaQid = numberDetector({
  id: 'qa-qid',
  version: 1,
  entityType: 'QA_QID',
  title: 'Qatari identity number (QID)',
  country: 'qa',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://portal.moi.gov.qa/wps/portal/MOIInternet/MOIHome',
  writings: { '9{11}': 0.08 },
  context: listed('qid, qatar id, qid number, qatari id, residency permit, الرقم الشخصي, البطاقة الشخصية'),
  // Century of birth (2: 1900, 3: 2000), year, country of ISO 3166-1, serial number.
  isPossible: (value) => /^[23]\d{2}(?:0|[1-8])\d{2}/.test(value),
  examples: {
    hits: ['QID 28463412345', 'الرقم الشخصي: 28463412345'],
    misses: ['28463412345', 'QID 98463412345'],
  },
})
