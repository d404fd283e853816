import { listed } from '../engine/lexicon.ts'
import { patternDetector } from '../engine/pattern-detector.ts'

export const itDriverLicense = patternDetector({
  id: 'it-driver-license',
  version: 1,
  entityType: 'IT_DRIVER_LICENSE',
  title: 'Italian driving licence number (patente)',
  country: 'it',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gazzettaufficiale.it/eli/id/2011/04/30/011G0104/sg (D.Lgs. 59/2011)',
  pattern: /(?:[A-Z]{2}\d{7}|U1[B-DF-HJ-NP-TV-Z0-9]{7})[A-Z](?![A-Z0-9])/i,
  tried: { at: 'runs', from: 10, to: 10 },
  confidence: 0.1,
  context: listed(
    'patente, patente di guida, patente n, n. patente, numero patente, guida, licenza, licence, driving license, license',
  ),
  examples: {
    hits: ['patente di guida U1H00B000C', 'patente n. MI1234567B'],
    misses: ['U1H00B000C', 'patente U1H00A000B', 'patente 990123456B'],
  },
})
