import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deBsnr = numberDetector({
  id: 'de-bsnr',
  version: 1,
  entityType: 'DE_BSNR',
  title: 'German number of a medical practice (Betriebsstättennummer)',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.kbv.de/media/sp/Arztnummern_Richtlinie.pdf',
  writings: { '9{9}': 0.05 },
  context: listed('bsnr, betriebsstättennummer, betriebsstätten nr, betriebsstätte, nbsnr, kbv'),
  isPossible: (value) => !value.startsWith('00'),
  examples: {
    hits: ['BSNR 711234567', 'Betriebsstättennummer: 021234568'],
    misses: ['711234567', 'BSNR 71123456'],
  },
})
