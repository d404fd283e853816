import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ngVehicleRegistration = numberDetector({
  id: 'ng-vehicle-registration',
  version: 1,
  entityType: 'NG_VEHICLE_REGISTRATION',
  title: 'Nigerian vehicle registration',
  country: 'ng',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://frsc.gov.ng/ (National Road Traffic Regulations, 2012)',
  writings: { 'AAA-999AA': 0.15, 'AAA 999AA': 0.1, AAA999AA: 0.06, 'AAA-999-AA': 0.1, 'AAA 999 AA': 0.08 },
  context: listed(
    'plate, plate number, number plate, vehicle, registration number, vehicle registration, frsc, reg no',
  ),
  examples: {
    hits: ['plate number APP-456CV', 'vehicle ABJ 001AA'],
    misses: ['APP456CV', 'plate APPX-456CV'],
  },
})
