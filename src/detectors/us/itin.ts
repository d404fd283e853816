import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usItin = numberDetector({
  id: 'us-itin',
  version: 1,
  entityType: 'US_ITIN',
  title: 'Individual taxpayer identification number of the United States (ITIN)',
  country: 'us',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.irs.gov/irm/part3/irm_03-021-263r',
  writings: {
    '999-99-9999': 0.5,
    '999 99 9999': 0.15,
    '999-999999': 0.01,
    '99999-9999': 0.01,
    '9{9}': 0.005,
  },
  context: listed(
    'itin, individual taxpayer, individual taxpayer identification number, taxpayer id, taxpayer identification, tax id, tin',
  ),
  isPossible: (value) => /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-2]|9[4-9])/.test(value),
  examples: {
    hits: ['ITIN 912-70-1234', 'individual taxpayer identification number: 900 94 1234'],
    misses: ['ITIN 912-69-1234', 'ITIN 812-70-1234', '912701234'],
  },
})
