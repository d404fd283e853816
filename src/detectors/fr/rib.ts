import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frRib = numberDetector({
  id: 'fr-rib',
  version: 1,
  entityType: 'FR_RIB',
  title: 'French bank account (RIB)',
  country: 'fr',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.cfonb.org/ (relevé d’identité bancaire)',
  writings: {
    '9{5} 9{5} 9{11} 99': 0.6,
    '9{5} 9{5} 9{10}A 99': 0.6,
    '9{5} 9{5} 9{7}A9{3} 99': 0.6,
    '9{5} 9{5} A9{10} 99': 0.6,
    '9{5}-9{5}-9{11}-99': 0.6,
    '9{5}.9{5}.9{11}.99': 0.6,
    '9{5}|9{5}|9{11}|99': 0.6,
    '9{23}': 0.1,
  },
  context: listed(
    'rib, relevé d’identité bancaire, code banque, code guichet, numéro de compte, n° de compte, clé rib, compte bancaire, compte',
  ),
  check: { isValid: hasRightKey, falseRate: 1 / 97 },
  examples: {
    hits: ['RIB : 30006 00001 12345678901 89', '20041 01005 0500013M026 06'],
    misses: ['RIB 30006 00001 12345678901 90', '30006 00001 12345678901 88'],
  },
})

/** Letters count as on a telephone of old: A, J as 1; B, K, S as 2 … The key makes the whole a multiple of 97. */
function hasRightKey(value: string): boolean {
  const digits = value.replace(/[A-Z]/g, (letter) => '12345678912345678923456789'.charAt(letter.charCodeAt(0) - 0x41))
  return remainder(digits, 97) === 0
}
