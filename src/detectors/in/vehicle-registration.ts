import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

const states = new Set(
  'AN AP AR AS BH BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP UT WB'.split(
    ' ',
  ),
)

export const inVehicleRegistration = numberDetector({
  id: 'in-vehicle-registration',
  version: 1,
  entityType: 'IN_VEHICLE_REGISTRATION',
  title: 'Indian vehicle registration',
  country: 'in',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://parivahan.gov.in/ (Central Motor Vehicles Rules, 1989, rule 50)',
  writings: {
    'AA9{1,2}A{1,3}9{4}': 0.15,
    'AA 9{1,2} A{1,3} 9{4}': 0.3,
    'AA-9{1,2}-A{1,3}-9{4}': 0.3,
    'AA9{2} A{1,2} 9{4}': 0.2,
    'AAA9{4}': 0.02,
    'A9{5}': 0.02,
    '99AA9{4}A{1,2}': 0.1,
  },
  context: listed(
    'vehicle, registration number, vehicle number, number plate, vehicle registration, rto, bike, car, registration, plate',
  ),
  isPossible: (value) => !/^[A-Z]{2}\d/.test(value) || states.has(value.slice(0, 2)),
  examples: {
    hits: ['vehicle number DL01CA1234', 'registration number: MH 12 AB 3456'],
    misses: ['MCX1243', 'vehicle XX01CA1234'],
  },
})
