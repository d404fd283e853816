import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usEin = numberDetector({
  id: 'us-ein',
  version: 1,
  entityType: 'US_EIN',
  title: 'Employer identification number of the United States (EIN)',
  country: 'us',
  sensitivity: { category: 'simple' },
  reference:
    'https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes',
  writings: { '99-9{7}': 0.15, '9{9}': 0.01 },
  context: listed(
    'ein, fein, employer identification number, employer id, employer id number, federal tax id, federal tax identification',
  ),
  isPossible: (value) => !/^(?:0[0789]|17|18|19|28|29|49|69|70|78|79|89|96|97)/.test(value),
  examples: {
    hits: ['EIN 12-3456789', 'Employer identification number: 04-2103594'],
    misses: ['EIN 07-3456789', '12-3456789', 'EIN 123-456789'],
  },
})
