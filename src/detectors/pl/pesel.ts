import { isDay, weightedSum } from '../engine/check-digits.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const plPesel = numberDetector({
  id: 'pl-pesel',
  version: 1,
  entityType: 'PL_PESEL',
  title: 'Polish personal number (PESEL)',
  country: 'pl',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20102171427',
  writings: {
    '9{11}': 0.05,
  },
  context: ['pesel', 'nr pesel', 'numer pesel', 'pesel nr'],
  isPossible: hasBirthDate,
  check: { isValid: (value) => weightedSum(value, weights) % 10 === 0, falseRate: 1 / 10 },
  examples: {
    hits: ['PESEL 44051401458', 'pesel: 02070803628'],
    misses: ['PESEL 44051401459', '44051301459'],
  },
})

const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]
/** Century by what is added to the month: 0, 20, 40, 60, 80. */
const centuries = [1900, 2000, 2100, 2200, 1800]

function hasBirthDate(value: string): boolean {
  const month = Number(value.slice(2, 4))
  const year = (centuries[Math.floor(month / 20)] ?? 0) + Number(value.slice(0, 2))
  return isDay(year, month % 20, Number(value.slice(4, 6)))
}
