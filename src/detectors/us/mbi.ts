import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usMbi = numberDetector({
  id: 'us-mbi',
  version: 1,
  entityType: 'US_MBI',
  title: 'Medicare beneficiary identifier of the United States (MBI)',
  country: 'us',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-format.pdf',
  writings: {
    '9A99-A99-AA99': 0.8,
    '9AA9-A99-AA99': 0.8,
    '9A99-AA9-AA99': 0.8,
    '9AA9-AA9-AA99': 0.8,
    '9A99A99AA99': 0.2,
    '9AA9A99AA99': 0.2,
    '9A99AA9AA99': 0.2,
    '9AA9AA9AA99': 0.2,
  },
  context: listed(
    'mbi, medicare, medicare id, medicare number, medicare beneficiary, medicare beneficiary identifier, beneficiary',
  ),
  // S, L, O, I, B and Z are left out because they look like digits.
  isPossible: (value) =>
    /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(
      value,
    ),
  examples: {
    hits: ['Medicare number 1EG4-TE5-MK73', 'MBI: 1EG4TE5MK73'],
    misses: ['MBI 1SG4-TE5-MK73', 'MBI 0EG4-TE5-MK73', '1EG4-TE5-MK7'],
  },
})
