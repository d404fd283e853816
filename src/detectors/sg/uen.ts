import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const sgUen = numberDetector({
  id: 'sg-uen',
  version: 1,
  entityType: 'SG_UEN',
  title: 'Singapore unique entity number (UEN)',
  country: 'sg',
  sensitivity: { category: 'simple' },
  reference: 'https://www.uen.gov.sg/ueninternet/faces/pages/admin/aboutUEN.jspx',
  writings: { '9{8}A': 0.04, '9{9}A': 0.06, A99AA9999A: 0.3 },
  context: listed('uen, unique entity number, acra, uen no, company registration'),
  isPossible: (value) => /^\d{8}[A-Z]$|^(?:19|20)\d{7}[A-Z]$|^[RST]\d{2}[A-Z]{2}\d{4}[A-Z]$/.test(value),
  check: { isValid: hasRightLetter, falseRate: 1 / 11 },
  examples: {
    hits: ['UEN 53125226D', 'uen: 201434292D'],
    misses: ['UEN 53125226E', '53125226'],
  },
})

const tables: Readonly<Record<number, { weights: readonly number[]; letters: string }>> = {
  9: { weights: [10, 4, 9, 3, 8, 2, 7, 1], letters: 'XMKECAWLJDB' },
  10: { weights: [10, 8, 6, 4, 9, 7, 5, 3, 1], letters: 'ZKCMDNERGWH' },
}
const others = { weights: [4, 3, 5, 3, 10, 2, 2, 5, 7], letters: 'ABCDEFGHJKLMNPQRSTUVWX0123456789' }

function hasRightLetter(value: string): boolean {
  if (/^[RST]/.test(value)) {
    let sum = 0
    others.weights.forEach((weight, at) => {
      sum += others.letters.indexOf(value.charAt(at)) * weight
    })
    return others.letters.charAt((((sum - 5) % 11) + 11) % 11) === value.charAt(9)
  }
  const table = tables[value.length]
  if (table === undefined) return false
  let sum = 0
  table.weights.forEach((weight, at) => {
    sum += Number(value.charAt(at)) * weight
  })
  return table.letters.charAt(sum % 11) === value.slice(-1)
}
