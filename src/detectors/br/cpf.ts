import { isOneSign } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const brCpf = numberDetector({
  id: 'br-cpf',
  version: 1,
  entityType: 'BR_CPF',
  title: 'Brazilian taxpayer number of a person (CPF)',
  country: 'br',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gov.br/receitafederal/pt-br/assuntos/meu-cpf (IN RFB 1548/2015)',
  writings: { '999.999.999-99': 0.7, '9{9}-99': 0.3, '9{11}': 0.006, '999 999 999 99': 0.03, '999.999.999.99': 0.2 },
  context: listed('cpf, c.p.f, cadastro de pessoas físicas, nº cpf, cpf nº'),
  isPossible: (value) => !isOneSign(value),
  check: { isValid: hasRightDigits, falseRate: 1 / 100 },
  examples: {
    hits: ['CPF 390.533.447-05', 'cpf: 39053344705'],
    misses: ['390.533.447-06', 'CPF 111.111.111-11'],
  },
})

/** Two digits modulo 11, weights from the right 2, 3, 4 …; what would be 10 is written 0. */
function hasRightDigits(value: string): boolean {
  return [9, 10].every((length) => {
    let sum = 0
    for (let at = 0; at < length; at += 1) sum += Number(value.charAt(at)) * (length + 1 - at)
    return ((sum * 10) % 11) % 10 === Number(value.charAt(length))
  })
}
