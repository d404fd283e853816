import { base36 } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ptCitizenCard = numberDetector({
  id: 'pt-citizen-card',
  version: 1,
  entityType: 'PT_CITIZEN_CARD',
  title: 'Portuguese citizen card number (cartão de cidadão)',
  country: 'pt',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference:
    'https://www.autenticacao.gov.pt/documents/20126/115760/Valida%C3%A7%C3%A3o+de+N%C3%BAmero+de+Documento+do+Cart%C3%A3o+de+Cidad%C3%A3o.pdf',
  writings: { '9{8} 9 AA9': 0.6, '9{9}AA9': 0.2, '9{8}-9-AA9': 0.5, '9{8} 9AA9': 0.4 },
  context: listed(
    'cartão de cidadão, cc, nº cc, número do cartão de cidadão, bilhete de identidade, documento de identificação',
  ),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['cartão de cidadão 00000000 0 ZZ4', 'CC: 000000000ZZ4'],
    misses: ['cartão de cidadão 00000000 0 ZZ5'],
  },
})

/** Every second sign from the right counts twice, less 9 where that is more than 9; the sum is a multiple of 10. */
function hasRightDigit(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 12; at += 1) {
    const worth = base36(value, at) * (at % 2 === 0 ? 2 : 1)
    sum += at % 2 === 0 && worth > 9 ? worth - 9 : worth
  }
  return sum % 10 === 0
}
