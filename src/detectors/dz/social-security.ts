import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const dzSocialSecurity = numberDetector({
  id: 'dz-social-security',
  version: 1,
  entityType: 'DZ_NSS',
  title: 'Algerian social security number',
  country: 'dz',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.cnas.dz/ (loi 83-11)',
  writings: { '99 9{4} 9{4} 99': 0.2, '9{12}': 0.06 },
  context: listed(
    'numéro de sécurité sociale, n° de sécurité sociale, nss, chifa, carte chifa, cnas, casnos, رقم الضمان الاجتماعي',
  ),
  examples: {
    hits: ['carte Chifa 87 1234 5678 41', 'CNAS : 871234567841'],
    misses: ['871234567841', 'CNAS 8712345'],
  },
})
