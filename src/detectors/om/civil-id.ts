import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const omCivilId = numberDetector({
  id: 'om-civil-id',
  version: 1,
  entityType: 'OM_CIVIL_ID',
  title: 'Omani civil number',
  country: 'om',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.rop.gov.om/english/dg_civilstatus.aspx (Royal Decree 66/99)',
  writings: { '9{7,9}': 0.06 },
  context: listed('oman id, omani id, civil number, civil id, resident card, الرقم المدني, بطاقة مقيم'),
  examples: {
    hits: ['Omani ID 12345678', 'الرقم المدني: 12345678'],
    misses: ['12345678', 'Omani ID 123456'],
  },
})
