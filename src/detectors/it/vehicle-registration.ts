import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const itVehicleRegistration = numberDetector({
  id: 'it-vehicle-registration',
  version: 1,
  entityType: 'IT_VEHICLE_REGISTRATION',
  title: 'Italian vehicle registration (targa)',
  country: 'it',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.gazzettaufficiale.it/eli/id/1992/12/28/092G0531/sg (DPR 495/1992, art. 257)',
  writings: { 'AA 999 AA': 0.1, AA999AA: 0.08, 'AA-999-AA': 0.08 },
  context: listed('targa, targhe, targato, targata, autovettura, veicolo, numero di targa'),
  isPossible: (value) => /^[A-HJ-NPR-TV-Z]{2}\d{3}[A-HJ-NPR-TV-Z]{2}$/.test(value),
  examples: {
    hits: ['targa GH 482 KZ', 'veicolo targato GH482KZ'],
    misses: ['GH482KZ', 'targa GI 482 KZ'],
  },
})
