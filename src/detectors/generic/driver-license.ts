import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const driverLicense = labelDetector({
  id: 'driver-license',
  version: 1,
  entityType: 'DRIVER_LICENSE',
  title: 'Driving licence number of any country, by its label',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://eur-lex.europa.eu/eli/dir/2006/126/oj',
  words: {
    'licence-label': listed(`
      driving licence, driving licence number, driving licence no, driver's licence, driver licence number, permis de conduire,
      permis de conduire n°, n° de permis de conduire, führerscheinnummer, führerschein nr, permiso de conducir, permiso de conducción,
      carnet de conducir, nº permiso de conducir, patente di guida, numero patente, carta de condução, nº carta de condução, cnh,
      rijbewijs, rijbewijsnummer, رخصة القيادة, رقم رخصة القيادة
    `),
  },
  labels: { 'licence-label': { confidence: 0.75, digits: 5 } },
  value: /[A-Z]{0,5}[ -]?\d(?:[A-Z0-9]{4,15}|[A-Z0-9]{1,5}(?:[ -][A-Z0-9]{1,6}){1,4})(?![\p{L}\d])/u,
  examples: {
    hits: ['Driving licence number: 048120', 'Carta de condução L-1234567', 'rijbewijs 5123456789'],
    misses: ['driving licence: yes', '5123456789', 'permis de conduire B'],
  },
})
