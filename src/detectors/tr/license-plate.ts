import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const trLicensePlate = numberDetector({
  id: 'tr-license-plate',
  version: 1,
  entityType: 'TR_LICENSE_PLATE',
  title: 'Turkish vehicle registration (plaka)',
  country: 'tr',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference:
    'https://www.mevzuat.gov.tr/mevzuat?MevzuatNo=8182&MevzuatTur=7&MevzuatTertip=5 (Karayolları Trafik Yönetmeliği)',
  writings: {
    '99 A{1,3} 9{2,4}': 0.06,
    '99A{1,3}9{2,4}': 0.03,
    '99-A{1,3}-9{2,4}': 0.06,
  },
  context: listed('plaka, plakası, plakalı, plaka no, araç, araç plakası'),
  isPossible: (value) => /^(?:0[1-9]|[1-7]\d|8[01])[A-PR-VYZ]{1,3}\d{2,4}$/.test(value),
  examples: {
    hits: ['plaka 34 ABC 123', 'plaka no: 06 JK 567'],
    misses: ['34 ABC 123', 'plaka 99 ABC 123'],
  },
})
