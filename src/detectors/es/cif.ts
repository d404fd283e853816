import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const esCif = numberDetector({
  id: 'es-cif',
  version: 1,
  entityType: 'ES_CIF',
  title: 'Spanish tax identification number of an entity (CIF)',
  country: 'es',
  sensitivity: { category: 'simple' },
  reference: 'https://www.boe.es/buscar/act.php?id=BOE-A-2008-3580',
  writings: {
    'A9{8}': 0.15,
    'A-9{8}': 0.4,
    'A9{7}A': 0.2,
    'A-9{7}-A': 0.4,
    'A-9{7}A': 0.3,
    'A 9{8}': 0.1,
    'A-99.999.999': 0.5,
    'A9{7}-A': 0.3,
  },
  context: listed('cif, c.i.f, nif, n.i.f, código de identificación fiscal, identificación fiscal'),
  isPossible: (value) => /^[ABCDEFGHJNPQRSUVW]/.test(value),
  check: { isValid: hasRightSign, falseRate: 1 / 10 },
  examples: {
    hits: ['CIF A58818501', 'C.I.F.: B-28.123.453'],
    misses: ['CIF A58818502', 'CIF I58818501'],
  },
})

/** Luhn's sum over seven digits; some kinds of entity write the check digit as a letter. */
function hasRightSign(value: string): boolean {
  let sum = 0
  for (let at = 1; at <= 7; at += 1) {
    const digit = Number(value.charAt(at)) * (at % 2 === 1 ? 2 : 1)
    sum += digit > 9 ? digit - 9 : digit
  }
  const check = (10 - (sum % 10)) % 10
  const sign = value.charAt(8)
  return 'NPQRSW'.includes(value.charAt(0))
    ? sign === 'JABCDEFGHI'.charAt(check)
    : sign === String(check) || (!/[ABEH]/.test(value.charAt(0)) && sign === 'JABCDEFGHI'.charAt(check))
}
