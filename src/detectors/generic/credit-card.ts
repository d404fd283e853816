import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

/** Issuer ranges and lengths that are in use: American Express, Diners, Discover, JCB, Maestro, Mastercard, Mir, UATP, UnionPay, Visa. */
const schemes: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|3095|36|38|39)/, [14, 16, 19]],
  [/^(?:6011|64[4-9]|65|62)/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:2131|1800)/, [15]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6[0-9])/, [12, 13, 14, 15, 16, 17, 18, 19]],
  [/^1/, [15]],
]

export const creditCard = numberDetector({
  id: 'credit-card',
  version: 1,
  entityType: 'CREDIT_CARD',
  title: 'Payment card number (PAN)',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.iso.org/standard/70484.html',
  writings: {
    '9{4} 9{4} 9{4} 9{4}': 0.5,
    '9{4}-9{4}-9{4}-9{4}': 0.5,
    '9{4}.9{4}.9{4}.9{4}': 0.3,
    '9{4} 9{4} 9{4} 9{4} 9{3}': 0.5,
    '9{4}_9{4}_9{4}_9{4}': 0.3,
    '9{4}/9{4}/9{4}/9{4}': 0.3,
    '9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9': 0.1,
    '9{4} 9{6} 9{5}': 0.4,
    '9{4}-9{6}-9{5}': 0.4,
    '9{4} 9{6} 9{4}': 0.4,
    '9{4}-9{6}-9{4}': 0.4,
    '9{16}': 0.15,
    '9{15}': 0.12,
    '9{14}': 0.06,
    '9{17,19}': 0.04,
    '9{12,13}': 0.04,
  },
  context: listed(`
    card, credit card, debit card, card number, credit, debit, cc, ccn, pan, visa, mastercard, amex, american
    express, maestro, carte, carte bancaire, carte bleue, carte de crédit, cb, numéro de carte, karte, kreditkarte,
    kartennummer, tarjeta, tarjeta de crédito, número de tarjeta, carta di credito, carta, cartão, cartão de
    crédito, número do cartão, creditcard, kaart, kaartnummer, betaalkaart, بطاقة, بطاقة ائتمان, رقم البطاقة
  `),
  isPossible: (value) => schemes.some(([range, lengths]) => lengths.includes(value.length) && range.test(value)),
  ratioOf: (value) => (/^(?:[34]|5[1-5]|2[2-7]|6011|6[245])/.test(value) ? 1 : 0.3),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['Visa 4111 1111 1111 1111', '5555-5555-5555-4444', 'card 378282246310005', '3530111333300000'],
    misses: ['4111 1111 1111 1112', '9999 9999 9999 9995', 'x4111111111111111', '4111111111111111.5'],
  },
})
