import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brTituloEleitor = numberDetector({
  id: 'br-titulo-eleitor',
  version: 1,
  entityType: 'BR_TITULO_ELEITOR',
  title: 'Brazilian voter registration number (título de eleitor)',
  country: 'br',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.tse.jus.br/ (Resolução TSE nº 23.659/2021)',
  writings: { '9{4} 9{4} 9{4}': 0.002, '9{12}': 0.002 },
  context: listed(`
    título de eleitor, título eleitoral, título eleitor, inscrição eleitoral, número do título, zona eleitoral
  `),
  isPossible: (value) => Number(value.slice(8, 10)) >= 1 && Number(value.slice(8, 10)) <= 28,
  check: { isValid: hasRightDigits, falseRate: 1 / 100 },
  examples: {
    hits: ['Título de eleitor: 0043 5687 0906', 'título eleitoral 004356870906'],
    misses: ['Título de eleitor: 0043 5687 0907', '004356870906'],
  },
})

const forNumber = [2, 3, 4, 5, 6, 7, 8, 9]
/** São Paulo and Minas Gerais write 1 where the others write 0. */
const large = /^0[12]$/

/** The first check digit is over the number, the second over the state and the first. */
function hasRightDigits(value: string): boolean {
  const state = value.slice(8, 10)
  const written = (rest: number) => (rest === 10 ? 0 : rest === 0 && large.test(state) ? 1 : rest)
  const first = written(weightedSum(value, forNumber) % 11)
  const second = written(weightedSum(`${state}${first}`, [7, 8, 9]) % 11)
  return value.slice(10) === `${first}${second}`
}
