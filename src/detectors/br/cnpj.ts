import { isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brCnpj = numberDetector({
  id: 'br-cnpj',
  version: 1,
  entityType: 'BR_CNPJ',
  title: 'Brazilian number of a legal person (CNPJ)',
  country: 'br',
  sensitivity: { category: 'simple' },
  reference: 'https://www.gov.br/receitafederal/pt-br/assuntos/orientacao-tributaria/cadastros/cnpj',
  writings: { '99.999.999/9{4}-99': 0.8, '9{14}': 0.03, '9{8}/9{4}-99': 0.5 },
  context: listed('cnpj, c.n.p.j, cadastro nacional da pessoa jurídica'),
  isPossible: (value) => !isOneSign(value),
  check: { isValid: hasRightDigits, falseRate: 1 / 100 },
  examples: {
    hits: ['CNPJ 11.222.333/0001-81', '11.444.777/0001-61'],
    misses: ['11.222.333/0001-82', 'CNPJ 11.222.333/0001'],
  },
})

/** Two digits modulo 11, weights from the right 2…9 and again; remainders below 2 give 0. */
function hasRightDigits(value: string): boolean {
  return [12, 13].every((length) => {
    let sum = 0
    for (let at = 0; at < length; at += 1) sum += Number(value.charAt(at)) * (2 + ((length - 1 - at) % 8))
    const rest = sum % 11
    return (rest < 2 ? 0 : 11 - rest) === Number(value.charAt(length))
  })
}
