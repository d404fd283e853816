import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const maIce = numberDetector({
  id: 'ma-ice',
  version: 1,
  entityType: 'MA_ICE',
  title: 'Moroccan common identifier of enterprises and the self-employed (ICE)',
  country: 'ma',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.ice.gov.ma/ (décret n° 2-11-63 du 20 mai 2011)',
  writings: { '9{15}': 0.002, '9{9} 9{4} 99': 0.4 },
  context: listed(`
    ice, n° ice, i.c.e, identifiant commun, identifiant commun de l’entreprise, التعريف الموحد للمقاولة, رقم التعريف
    الموحد
  `),
  check: { isValid: (value) => remainder(value, 97) === 0, falseRate: 1 / 97 },
  examples: {
    hits: ['ICE : 001561191000066'],
    misses: ['ICE : 001561191000067', '001561191000066'],
  },
})
