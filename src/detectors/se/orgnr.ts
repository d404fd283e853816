import { isLuhn } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const seOrgnr = numberDetector({
  id: 'se-orgnr',
  version: 1,
  entityType: 'SE_ORGANISATIONSNUMMER',
  title: 'Swedish organisation number (organisationsnummer)',
  country: 'se',
  sensitivity: { category: 'simple' },
  reference:
    'https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/lag-1974174-om-identitetsbeteckning-for-juridiska_sfs-1974-174/',
  writings: { '9{6}-9{4}': 0.04, '9{10}': 0.008 },
  context: listed(
    'organisationsnummer, orgnummer, org nr, orgnr, org nummer, organisation number, organisationsnr, företag',
  ),
  isPossible: (value) => /^[1-35-9]\d[2-9]/.test(value),
  check: { isValid: isLuhn, falseRate: 1 / 10 },
  examples: {
    hits: ['org.nr 556703-7485', 'organisationsnummer: 2120000142'],
    misses: ['org.nr 556703-7486', '5567037485'],
  },
})
