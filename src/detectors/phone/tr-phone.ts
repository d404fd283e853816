import { regionalPhone } from './regional-phone.ts'

export const trPhone = regionalPhone({
  id: 'tr-phone',
  version: 1,
  entityType: 'TR_PHONE_NUMBER',
  title: 'Turkish phone number',
  country: 'tr',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.itu.int/oth/T02020000D5/en (E.164 numbering plan of Türkiye)',
  pattern: /(?:\+90[ .-]?|0[ .-]?)?\(?[2-5]\d{2}\)?[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}/,
  examples: { hits: ['0 (532) 123 45 67', 'Cep no: 05321234567'], misses: ['6123456789', '10000000146'] },
})
