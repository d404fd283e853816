import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ptNif = numberDetector({
  id: 'pt-nif',
  version: 1,
  entityType: 'PT_NIF',
  title: 'Portuguese tax number (NIF)',
  country: 'pt',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://diariodarepublica.pt/dr/detalhe/decreto-lei/14-2013-256819',
  writings: {
    '9{9}': 0.02,
    '999 999 999': 0.04,
    '999.999.999': 0.03,
  },
  context: listed(`
    nif, n.i.f, contribuinte, número de contribuinte, nº contribuinte, nr contribuinte, número de identificação
    fiscal, identificação fiscal, nipc
  `),
  isPossible: (value) => /^(?:[1-35-9]|45)/.test(value),
  check: { isValid: isNif, falseRate: 1 / 10 },
  examples: {
    hits: ['NIF 123456789', 'contribuinte n.º 501 964 843'],
    misses: ['NIF 423456789', '123456788'],
  },
})

const weights = [9, 8, 7, 6, 5, 4, 3, 2]

/** Modulus 11; checks of 10 and 11 are written 0. */
function isNif(value: string): boolean {
  const rest = weightedSum(value, weights) % 11
  return (rest < 2 ? 0 : 11 - rest) === Number(value.charAt(8))
}
