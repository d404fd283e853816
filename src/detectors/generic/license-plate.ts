import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const licensePlate = labelDetector({
  id: 'license-plate',
  version: 1,
  entityType: 'LICENSE_PLATE',
  title: 'Vehicle registration of any country, by its label',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://unece.org/transport/publications/convention-road-traffic-1968 (annex 2)',
  words: {
    'plate-label': listed(`
      license plate, licence plate, license plate number, number plate, plate number, plate no, vehicle registration number, car registration,
      registration plate, plaque d'immatriculation, n° d'immatriculation du véhicule, kennzeichen, kfz kennzeichen, nummernschild,
      matrícula del vehículo, placa, placas, targa, numero di targa, matrícula do veículo, matrícula da viatura, kenteken, plaka,
      nr rejestracyjny, numer rejestracyjny, رقم اللوحة, لوحة السيارة, رقم السيارة
    `),
  },
  labels: { 'plate-label': { confidence: 0.7, digits: 2 } },
  value:
    /(?=[A-Z0-9 -]{0,5}[A-Z])(?:[A-Z]{1,4}[ -]?\d{1,6}(?:[ -]?[A-Z]{1,4}(?:[ -]?\d{1,3})?)?|\d{1,6}[ -]?[A-Z]{1,4}(?:[ -]?\d{1,4})?)(?![\p{L}\d])/u,
  examples: {
    hits: ['License plate: 7ABC123', 'numer rejestracyjny WA12345', 'placa ABC1D23'],
    misses: ['license plate: none', 'ABC 1234', 'plate number 2'],
  },
})
