import { labelDetector } from '../engine/label-detector.ts'
import { listed } from '../engine/lexicon.ts'

export const passport = labelDetector({
  id: 'passport',
  version: 1,
  entityType: 'PASSPORT',
  title: 'Passport number of any country, by its label',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.icao.int/publications/Documents/9303_p3_cons_en.pdf',
  words: {
    'passport-label': listed(`
      passport, passport number, passport no, passport nr, travel document number, travel document no, passeport, n° de passeport,
      passeport n°, numéro de passeport, reisepass, reisepassnummer, reisepass nr, passnummer, pasaporte, nº de pasaporte,
      número de pasaporte, passaporto, numero passaporto, n. passaporto, passaporte, número do passaporte, paspoort, paspoortnummer,
      pass nr, جواز السفر, رقم جواز السفر, رقم الجواز, pasaport no, paszport
    `),
  },
  labels: { 'passport-label': { confidence: 0.75, digits: 5 } },
  value: /[A-Z]{0,3}[ -]?\d(?:[A-Z0-9]{5,10})(?![\p{L}\d])/u,
  examples: {
    hits: ['Passport No: X1234567', 'جواز السفر: A1234567', 'pasaporte nº 123456789'],
    misses: ['passport control 2024', 'passport: yes', 'X1234567'],
  },
})
