import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const ptUtente = labelDetector({
  id: 'pt-utente',
  version: 1,
  entityType: 'PT_UTENTE',
  title: 'Portuguese number of a user of the health service (número de utente)',
  country: 'pt',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.sns24.gov.pt/servico/obter-numero-de-utente/ (Decreto-Lei n.º 52/2022)',
  words: {
    'utente-label': listed(`
      n.º de utente, nº de utente, n.º utente, nº utente, número de utente, utente n.º, utente nº, utente sns, n.º sns, nº sns,
      número sns, número nacional de utente, cartão de utente
    `),
  },
  labels: { 'utente-label': { confidence: 0.93, digits: 9 } },
  value: /\d{3} ?\d{3} ?\d{3}(?![\p{L}\d])/u,
  examples: {
    hits: ['N.º de utente: 123456780', 'Número de utente 123 456 780'],
    misses: ['123456780', 'utente de 45 anos', 'n.º de utente 12345'],
  },
})
