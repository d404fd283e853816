import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const chAhv = numberDetector({
  id: 'ch-ahv',
  version: 1,
  entityType: 'CH_AHV',
  title: 'Swiss social security number (AHV, AVS)',
  country: 'ch',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.fedlex.admin.ch/eli/cc/63/837_843_843/de#art_50_c (AHVG)',
  writings: { '999.9{4}.9{4}.99': 0.8, '9{13}': 0.15, '999 9{4} 9{4} 99': 0.5, '999-9{4}-9{4}-99': 0.5 },
  context: listed(
    'ahv, ahv nummer, ahv nr, avs, n° avs, numéro avs, navs, navs13, ahvn13, sozialversicherungsnummer, numero avs',
  ),
  isPossible: (value) => value.startsWith('756'),
  check: { isValid: isEan13, falseRate: 1 / 10 },
  examples: {
    hits: ['AHV 756.9217.0769.85', 'n° AVS 7561234567897'],
    misses: ['756.9217.0769.86', '757.9217.0769.85'],
  },
})

function isEan13(value: string): boolean {
  let sum = 0
  for (let at = 0; at < 13; at += 1) sum += Number(value.charAt(at)) * (at % 2 === 0 ? 1 : 3)
  return sum % 10 === 0
}
