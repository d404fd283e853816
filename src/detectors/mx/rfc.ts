import { isShortDay } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

const tails = ['AAA', 'AA9', 'A9A', '9AA', 'A99', '9A9', '99A', '999']

export const mxRfc = numberDetector({
  id: 'mx-rfc',
  version: 1,
  entityType: 'MX_RFC',
  title: 'Mexican taxpayer number (RFC)',
  country: 'mx',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.sat.gob.mx/ (Código Fiscal de la Federación, artículo 27)',
  writings: Object.fromEntries(
    ['AAAA', 'AAA'].flatMap((name) =>
      tails.flatMap((tail) => [
        [`${name}9{6}${tail}`, 0.15],
        [`${name}-9{6}-${tail}`, 0.4],
        [`${name} 9{6} ${tail}`, 0.3],
      ]),
    ),
  ),
  context: listed('rfc, r.f.c, registro federal de contribuyentes, contribuyente'),
  isPossible: (value) => isShortDay(value.slice(-9, -3)),
  check: { isValid: hasRightSign, falseRate: 1 / 11 },
  examples: {
    hits: ['RFC GODE561231GR8', 'R.F.C.: GODE-561231-GR8'],
    misses: ['RFC GODE561231GR7', 'RFC GODE561331GR8'],
  },
})

const alphabet = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ \u00d1'

/** Twelve signs of a company get a space before them. */
function hasRightSign(value: string): boolean {
  const padded = value.padStart(13, ' ')
  let sum = 0
  for (let at = 0; at < 12; at += 1) sum += alphabet.indexOf(padded.charAt(at)) * (13 - at)
  return '0123456789A'.charAt((11 - (sum % 11)) % 11) === padded.charAt(12)
}
