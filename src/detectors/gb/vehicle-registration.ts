import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukVehicleRegistration = numberDetector({
  id: 'uk-vehicle-registration',
  version: 1,
  entityType: 'UK_VEHICLE_REGISTRATION',
  title: 'Registration mark of a vehicle in Great Britain',
  country: 'gb',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates (INF104)',
  writings: {
    'AA99 AAA': 0.1,
    'AA99-AAA': 0.1,
    AA99AAA: 0.1,
    'A9{1,3} AAA': 0.05,
    'A9{1,3}AAA': 0.03,
    'AAA 9{1,3}A': 0.05,
    'AAA9{1,3}A': 0.03,
  },
  context: listed(`
    registration, registration mark, registration number, vehicle registration, reg, reg no, car reg, number plate, plate, vrm, vrn, vehicle,
    licence plate, license plate
  `),
  isPossible: (value) => current.test(value) || prefixed.test(value) || suffixed.test(value),
  examples: {
    hits: ['registration: AB51 ABC', 'number plate M456 DEF'],
    misses: ['AB51 ABC', 'registration AB35 ABC', 'car reg ABC 123I'],
  },
})

const current = /^[A-HK-PRSV-Y][A-HJ-PR-Y](?:0[2-9]|[12]\d|5[1-9]|[67]\d)[A-HJ-PR-Z]{3}$/
const prefixed = /^[A-HJ-NPR-TV-Y]\d{1,3}[A-HJ-PR-Y]{3}$/
const suffixed = /^[A-HJ-PR-Y]{3}\d{1,3}[A-HJ-NPR-TV-Y]$/
