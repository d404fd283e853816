import { weightedSum } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deLanr = numberDetector({
  id: 'de-lanr',
  version: 1,
  entityType: 'DE_LANR',
  title: 'German lifelong number of a physician (LANR)',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.kbv.de/media/sp/Arztnummern_Richtlinie.pdf',
  writings: { '9{9}': 0.02, '9{7} 99': 0.03, '9{7}-99': 0.03, '9{6}-9-99': 0.1 },
  context: listed('lanr, lebenslange arztnummer, arztnummer, arzt nr, vertragsarztnummer'),
  check: {
    isValid: (value) => (10 - (weightedSum(value, weights) % 10)) % 10 === Number(value.charAt(6)),
    falseRate: 1 / 10,
  },
  examples: {
    hits: ['LANR: 123456601', 'lebenslange Arztnummer 987654403'],
    misses: ['LANR: 123456701', '123456601'],
  },
})

/** Six digits, their check digit, two for the field of medicine. */
const weights = [4, 9, 4, 9, 4, 9]
