import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brCnh = numberDetector({
  id: 'br-cnh',
  version: 1,
  entityType: 'BR_CNH',
  title: 'Brazilian driving licence number (registro da CNH)',
  country: 'br',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gov.br/transportes/pt-br/assuntos/transito (Resolução Contran nº 886/2021)',
  writings: { '9{11}': 0.002 },
  context: listed(`
    cnh, registro cnh, n registro, nº da cnh, número da cnh, carteira de motorista, carteira nacional de
    habilitação, habilitação, permissão para dirigir
  `),
  check: { isValid: hasRightDigits, falseRate: 1 / 100 },
  examples: {
    hits: ['CNH 02650306461', 'Carteira de motorista: 02650306461'],
    misses: ['CNH 02650306462', '02650306461'],
  },
})

const falling = [9, 8, 7, 6, 5, 4, 3, 2, 1]
const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Two sums modulo 11; where the first is 10 it is written 0, and the second is two less. */
function hasRightDigits(value: string): boolean {
  const first = weightedSum(value, falling) % 11
  const second = weightedSum(value, rising) % 11
  const lessened = second - (first === 10 ? 2 : 0)
  const last = second === 10 || lessened === 10 ? 0 : (lessened + 11) % 11
  return value.slice(9) === `${first % 10}${last % 10}`
}
