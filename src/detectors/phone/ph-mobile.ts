import { regionalPhone } from './regional-phone.ts'

export const phMobile = regionalPhone({
  id: 'ph-mobile',
  version: 1,
  entityType: 'PH_MOBILE_NUMBER',
  title: 'Philippine mobile phone number',
  country: 'ph',
  sensitivity: { category: 'simple', identifier: 'phone_or_address' },
  reference: 'https://www.itu.int/oth/T02020000A8/en (E.164 numbering plan of the Philippines)',
  pattern: /(?:\+63[ -]?|0)\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{4}/,
  examples: { hits: ['+63 (917) 123 4567', '09171234567'], misses: ['9171234567', '+63 2 8123 4567'] },
})
