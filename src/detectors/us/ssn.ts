import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usSsn = numberDetector({
  id: 'us-ssn',
  version: 1,
  entityType: 'US_SSN',
  title: 'United States social security number (SSN)',
  country: 'us',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.ssa.gov/employer/stateweb.htm',
  writings: {
    '999-99-9999': 0.5,
    '999 99 9999': 0.2,
    '999.99.9999': 0.15,
    '999-999999': 0.02,
    '99999-9999': 0.01,
    '9{9}': 0.03,
  },
  context: listed(`
    ssn, social security, social security number, social security no, soc sec, social, ss number, tax id, tin, itin,
    w-2, w-9
  `),
  isPossible: (value) =>
    !/^(?:000|666|9|\d{3}00|\d{5}0000)/.test(value) && !neverIssued.has(value) && !/^(\d)\1{8}$/.test(value),
  examples: {
    hits: ['SSN 512-43-8876', 'social security number: 219 42 7731', 'social security 512438876'],
    misses: ['000-12-3456', '666-12-3456', '912-12-3456', '512-00-8876', '512-43-0000', '078-05-1120'],
  },
})

/** Numbers that the agency voided because they were printed in advertisements. */
const neverIssued = new Set(['078051120', '219099999', '123456789'])
