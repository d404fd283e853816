import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deSocialSecurity = numberDetector({
  id: 'de-social-security',
  version: 1,
  entityType: 'DE_SOCIAL_SECURITY',
  title: 'German pension insurance number (Versicherungsnummer, RVNR)',
  country: 'de',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/vkvv/__4.html',
  writings: {
    '9{8}A9{3}': 0.4,
    '99 9{6} A 9{3}': 0.8,
    '99 99 99 99 A 99 9': 0.8,
    '99 9{6} A 99 9': 0.8,
    '99 9{6} A9{3}': 0.7,
    '9{8} A 9{3}': 0.6,
    '99-9{6}-A-9{3}': 0.7,
    '99-9{6}-A-99-9': 0.7,
    '99 99 99 99 A 9{3}': 0.8,
    '99/9{6}/A/9{3}': 0.7,
  },
  context: listed(`
    rvnr, rentenversicherungsnummer, sozialversicherungsnummer, sozialversicherungs nr, sozialversicherungsausweis, versicherungsnummer,
    sv nummer, sv nr, svnr, rentenversicherung, sozialversicherung, rv nummer, vsnr
  `),
  isPossible: (value) => areas.test(value) && isBirthDay(value.slice(2, 8)),
  check: { isValid: hasRightDigit, falseRate: 1 / 10 },
  examples: {
    hits: ['RVNR 15070649C103', 'Sozialversicherungsnummer: 65 170839 J 00 3'],
    misses: ['RVNR 15070649C104', 'RVNR 15320649C103', '15071349C103'],
  },
})

/** Areas of the insurers. */
const areas = /^(?:0[2-489]|1\d|2[01346789]|3[89]|4[0-9]|5[0-9]|6[0-9]|7[0-9]|8[0-9])/

function isBirthDay(digits: string): boolean {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]

/** The letter as two digits; the digit sums of the products; the last digit of the sum. */
function hasRightDigit(value: string): boolean {
  const letter = String(value.charCodeAt(8) - 0x40).padStart(2, '0')
  const digits = value.slice(0, 8) + letter + value.slice(9, 11)
  let sum = 0
  for (let at = 0; at < digits.length; at += 1) {
    const product = Number(digits.charAt(at)) * (weights[at] ?? 0)
    sum += Math.floor(product / 10) + (product % 10)
  }
  return sum % 10 === Number(value.charAt(11))
}
