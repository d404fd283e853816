import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const mxClaveElector = numberDetector({
  id: 'mx-clave-elector',
  version: 1,
  entityType: 'MX_CLAVE_ELECTOR',
  title: 'Mexican voter key (clave de elector)',
  country: 'mx',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.ine.mx/credencial/ (Ley General de Instituciones y Procedimientos Electorales, art. 156)',
  writings: { 'AAAAAA9{8}A9{3}': 0.8 },
  context: listed('clave de elector, clave elector, credencial para votar, credencial de elector, ine, ife'),
  isPossible: (value) => shape.test(value),
  examples: {
    hits: ['Clave de elector QNTRSL85041209M300', 'QNTRSL85041209M300'],
    misses: ['QNTRSL85341209M300', 'Clave de elector QNTRSL85041299M300'],
  },
})

/** Six letters of the names, the birth date, the state of birth (01 to 32, 87 and 88 abroad), the sex, three digits. */
const shape = /^[A-Z]{6}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|[12]\d|3[0-2]|8[78])[HM]\d{3}$/
