import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const usDriverLicense = numberDetector({
  id: 'us-driver-license',
  version: 1,
  entityType: 'US_DRIVER_LICENSE',
  title: 'Driver license number of a state of the United States',
  country: 'us',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.aamva.org/getmedia/driver-license-id-card-design-standard (AAMVA, number by state)',
  writings: {
    'A9{6,9}': 0.08,
    'A9{12,14}': 0.1,
    'A9{3}-9{4}-9{4}': 0.4,
    'A9{3}-9{3}-9{2}-9{3}-9': 0.4,
    'A9{4} 9{5} 9{5}': 0.4,
    'AA9{6,7}': 0.05,
    'AAA9{6}': 0.05,
    '99AAA9{5}': 0.05,
    '99AAA9{4}': 0.05,
    '9{3}-9{3}-9{3}': 0.05,
    '9{7,10}': 0.03,
    '9{12}': 0.03,
  },
  context: listed(`
    driver license, drivers license, driver's license, driver licence, driving license, license number, dl number, dl no, dl, dln, lic,
    driver's license number, drivers license number, permit
  `),
  examples: {
    hits: ["driver's license H12234567", 'DL number: S530-4601-2345'],
    misses: ['H12234567', 'license renewed 2024', '12234567'],
  },
})
