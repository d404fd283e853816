import { numberDetector } from '../engine/number-detector.ts'

export const esNie = numberDetector({
  id: 'es-nie',
  version: 1,
  entityType: 'ES_NIE',
  title: 'Spanish identity number of a foreigner (NIE)',
  country: 'es',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-2008-11041',
  writings: {
    'A9{7}A': 0.4,
    'A-9{7}-A': 0.7,
    'A9{7}-A': 0.5,
    'A 9{7} A': 0.3,
    'A-9{7}A': 0.5,
  },
  context: [
    'nie',
    'n.i.e',
    'número de identificación de extranjero',
    'identificación de extranjero',
    'extranjero',
    'tarjeta de residencia',
  ],
  isPossible: (value) => /^[XYZ]/.test(value),
  check: { isValid: hasRightLetter, falseRate: 1 / 23 },
  keepsDamaged: true,
  examples: {
    hits: ['NIE X1234567L', 'nie: y-8063915-z'],
    misses: ['Y8063915Q', 'A1234567L'],
  },
})

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** As for a NIF, with X, Y, Z read as 0, 1, 2. */
function hasRightLetter(value: string): boolean {
  const number = Number(`${'XYZ'.indexOf(value.charAt(0))}${value.slice(1, -1)}`)
  return letters.charAt(number % 23) === value.slice(-1)
}
