import { isDay, weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const noFodselsnummer = numberDetector({
  id: 'no-fodselsnummer',
  version: 1,
  entityType: 'NO_FODSELSNUMMER',
  title: 'Norwegian birth number (fødselsnummer, D-nummer)',
  country: 'no',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://lovdata.no/dokument/SF/forskrift/2017-07-14-1201/KAPITTEL_2#%C2%A72-2-1',
  writings: { '9{11}': 0.006, '9{6} 9{5}': 0.2, '9{6}-9{5}': 0.2, '99 99 99 9{5}': 0.2 },
  context: listed('fødselsnummer, fødselsnr, fnr, personnummer, d-nummer, fodselsnummer, f.nr'),
  isPossible: (value) => {
    const [day, month, year] = [
      Number(value.slice(0, 2)) % 40,
      Number(value.slice(2, 4)) % 40,
      Number(value.slice(4, 6)),
    ]
    return isDay(1900 + year, month, day) || isDay(2000 + year, month, day)
  },
  check: { isValid: hasRightDigits, falseRate: 1 / 121 },
  examples: {
    hits: ['fødselsnummer 15108695088', '151086 95088'],
    misses: ['15108695089', 'fødselsnummer 15138695088'],
  },
})

const first = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]
const second = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]

function hasRightDigits(value: string): boolean {
  return weightedSum(value, first) % 11 === 0 && weightedSum(value, second) % 11 === 0
}
