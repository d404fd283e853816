import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usBankNumber = numberDetector({
  id: 'us-bank-number',
  version: 1,
  entityType: 'US_BANK_NUMBER',
  title: 'Bank account number in the United States',
  country: 'us',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.nacha.org/rules (ACH file format, DFI account number)',
  writings: { '9{8,17}': 0.03 },
  context: listed(`
    bank account, bank account number, bank account no, checking account, savings account, checking, savings, account number, acct number,
    acct no, bank acct, direct deposit, deposit account
  `),
  examples: {
    hits: ['bank account number 945456787654', 'checking account 12345678901'],
    misses: ['945456787654', 'bank account 1234567'],
  },
})
