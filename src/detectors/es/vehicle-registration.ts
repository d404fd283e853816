import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esVehicleRegistration = numberDetector({
  id: 'es-vehicle-registration',
  version: 1,
  entityType: 'ES_VEHICLE_REGISTRATION',
  title: 'Spanish vehicle registration (matrícula)',
  country: 'es',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-1999-1826#anxviii',
  writings: { '9{4} AAA': 0.1, '9{4}-AAA': 0.1, '9{4}AAA': 0.08, 'A{1,2}-9{4}-A{1,2}': 0.1 },
  context: listed('matrícula, matrículas, placa, vehículo, coche, turismo, matrícula del vehículo'),
  isPossible: (value) => /^\d{4}[BCDFGHJ-NPR-TV-Z]{3}$|^[A-Z]{1,2}\d{4}[A-Z]{1,2}$/.test(value),
  examples: {
    hits: ['matrícula 4821 KZT', 'vehículo con matrícula M-4821-VX'],
    misses: ['4821 KZT', 'matrícula 4821 AEI'],
  },
})
