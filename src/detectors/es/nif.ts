import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esNif = numberDetector({
  id: 'es-nif',
  version: 1,
  entityType: 'ES_NIF',
  title: 'Spanish tax identification number of a person (DNI, NIF)',
  country: 'es',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-2007-15984#a19',
  writings: {
    '9{8}A': 0.3,
    '9{8}-A': 0.4,
    '9{8} A': 0.15,
    '99.999.999-A': 0.7,
    '99.999.999A': 0.6,
    '99.999.999 A': 0.5,
    '9{7}A': 0.1,
    '9{7}-A': 0.15,
    '9.999.999-A': 0.4,
  },
  context: listed(`
    nif, dni, n.i.f, d.n.i, documento nacional de identidad, documento nacional, número de identificación fiscal,
    identificación fiscal, documento de identidad
  `),
  check: { isValid: hasRightLetter, falseRate: 1 / 23 },
  keepsDamaged: true,
  examples: {
    hits: ['DNI 12345678Z', 'nif: 12345678-z', 'D.N.I. 12.345.678-Z'],
    misses: ['12345678A', '1234567Z', '12345678ZZ'],
  },
})

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE'

function hasRightLetter(value: string): boolean {
  return letters.charAt(Number(value.slice(0, -1)) % 23) === value.slice(-1)
}
