import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const iePps = numberDetector({
  id: 'ie-pps',
  version: 1,
  entityType: 'IE_PPS',
  title: 'Irish personal public service number (PPS)',
  country: 'ie',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.irishstatutebook.ie/eli/2005/act/26/section/262/enacted/en/html',
  writings: { '9{7}A': 0.05, '9{7}AA': 0.1, '9{7} A': 0.05, '9{7} AA': 0.05 },
  context: listed(
    'pps, ppsn, pps number, pps no, personal public service, personal public service number, rsi number, tax reference',
  ),
  isPossible: (value) => /^\d{7}[A-W][ABHTW]?$/.test(value),
  check: { isValid: hasRightLetter, falseRate: 1 / 23 },
  examples: {
    hits: ['PPS 1234567T', 'PPSN: 1234567FA'],
    misses: ['PPS 1234567A', '1234567X'],
  },
})

const weights = [8, 7, 6, 5, 4, 3, 2]
const letters = 'WABCDEFGHIJKLMNOPQRSTUV'

/** A second letter counts nine times, A as 1; W was once written for a wife and counts nothing. */
function hasRightLetter(value: string): boolean {
  const second = letters.indexOf(value.charAt(8) || 'W')
  return letters.charAt((weightedSum(value, weights) + 9 * second) % 23) === value.charAt(7)
}
