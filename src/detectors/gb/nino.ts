import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const ukNino = numberDetector({
  id: 'uk-nino',
  version: 1,
  entityType: 'UK_NINO',
  title: 'United Kingdom national insurance number (NINO)',
  country: 'gb',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
  writings: {
    'AA 99 99 99 A': 0.7,
    'AA-99-99-99-A': 0.5,
    'AA9{6}A': 0.2,
    'AA 9{6} A': 0.4,
    'AA 9{6}A': 0.2,
    'AA9{6} A': 0.1,
    'AA99 99 99A': 0.3,
  },
  context: listed(`
    nino, national insurance, national insurance number, national insurance no, ni number, ni no, nin, insurance number, n.i. number
  `),
  isPossible: (value) => /^(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\d{6}[A-D]$/.test(value),
  examples: {
    hits: ['NI number AB 12 34 56 C', 'National Insurance: jk102030a'],
    misses: ['NINO BG 12 34 56 C', 'NINO AB 12 34 56 E', 'NINO QQ 12 34 56 C'],
  },
})
