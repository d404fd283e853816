import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const mxNss = numberDetector({
  id: 'mx-nss',
  version: 1,
  entityType: 'MX_NSS',
  title: 'Mexican social security number (NSS, IMSS)',
  country: 'mx',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.imss.gob.mx/derechoH/nss',
  writings: { '9{11}': 0.02, '99 99 99 9{4} 9': 0.3, '99-99-99-9{4}-9': 0.4 },
  context: listed('nss, imss, número de seguridad social, seguridad social, número de seguro social, seguro social'),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['NSS 12345678903', 'IMSS: 12-34-56-7890-3'],
    misses: ['NSS 12345678904', '12345678903'],
  },
})
