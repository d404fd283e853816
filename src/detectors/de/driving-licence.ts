import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const deDrivingLicence = numberDetector({
  id: 'de-driving-licence',
  version: 1,
  entityType: 'DE_FUEHRERSCHEIN',
  title: 'German driving licence number',
  country: 'de',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.gesetze-im-internet.de/fev_2010/anlage_8.html',
  writings: {
    'AA9{8}A': 0.1,
    A999AAA9A99: 0.3,
    'A9{3}A9{6}': 0.1,
    'A9{3}AA9{3}A9': 0.2,
    A999AAA9999: 0.15,
    'A9{3}AAA99A9': 0.2,
    'A9{10}': 0.03,
  },
  context: listed(`
    führerschein, führerscheinnummer, führerschein nr, fahrerlaubnis, fahrerlaubnisnummer, fahrerlaubnis nr, driving licence
  `),
  examples: {
    hits: ['Fahrerlaubnis MU12345678B', 'Führerschein-Nr. B072RRE2I55'],
    misses: ['MU12345678B', 'Führerschein 12345678901', 'Führerschein B12345678A'],
  },
})
