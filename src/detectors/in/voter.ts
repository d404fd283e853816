import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const inVoter = numberDetector({
  id: 'in-voter',
  version: 1,
  entityType: 'IN_VOTER',
  title: 'Indian voter identity number (EPIC)',
  country: 'in',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.eci.gov.in/ (Registration of Electors Rules, 1960, rule 28)',
  writings: { 'AAA9{7}': 0.06 },
  context: listed('voter, voter id, epic, epic no, voter card, election card, elector, elector photo, vote'),
  examples: {
    hits: ['voter ID DBJ2289013', 'EPIC no. CPJ4467918'],
    misses: ['DBJ2289013', 'voter DBJ228901'],
  },
})
