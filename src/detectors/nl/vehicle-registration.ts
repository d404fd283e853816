import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const nlVehicleRegistration = numberDetector({
  id: 'nl-vehicle-registration',
  version: 1,
  entityType: 'NL_VEHICLE_REGISTRATION',
  title: 'Dutch vehicle registration (kenteken)',
  country: 'nl',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://wetten.overheid.nl/BWBR0006951/ (Kentekenreglement)',
  writings: {
    'AA-99-99': 0.1,
    '99-99-AA': 0.1,
    '99-AA-99': 0.1,
    'AA-99-AA': 0.1,
    'AA-AA-99': 0.1,
    '99-AA-AA': 0.1,
    '99-AAA-9': 0.1,
    '9-AAA-99': 0.1,
    'AA-999-A': 0.1,
    'A-999-AA': 0.1,
    'AAA-99-A': 0.1,
    'A-99-AAA': 0.1,
    '9-AA-999': 0.1,
    '999-AA-9': 0.1,
  },
  context: listed('kenteken, kentekens, kentekennummer, voertuig, auto'),
  examples: {
    hits: ['kenteken GB-482-K', 'voertuig met kenteken 48-KZ-TB'],
    misses: ['GB-482-K', 'kenteken GBK-482'],
  },
})
