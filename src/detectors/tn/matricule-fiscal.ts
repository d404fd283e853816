import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const tnMatriculeFiscal = numberDetector({
  id: 'tn-matricule-fiscal',
  version: 1,
  entityType: 'TN_TAX_ID',
  title: 'Tunisian tax number (matricule fiscal)',
  country: 'tn',
  sensitivity: { category: 'financial', identifier: 'official_number' },
  reference: 'https://www.finances.gov.tn/ (Code de l’IRPP et de l’IS, article 56)',
  writings: {
    '9{7}A/A/A/999': 0.7,
    '9{7}/A/A/A/999': 0.7,
    '9{7}A/A/A999': 0.6,
    '9{7}AAA999': 0.1,
    '9{7} A/A/A/999': 0.7,
  },
  context: listed('matricule fiscal, matricule fiscale, mf, m.f, identifiant fiscal, tax id, المعرف الجبائي'),
  isPossible: (value) => /^\d{7}[A-HJ-NP-TV-Z][ABDNP][CMNPE]\d{3}$/.test(value),
  examples: {
    hits: ['Matricule fiscal : 1234567A/A/M/000', '1234567/L/B/P/000'],
    misses: ['1234567A/C/M/000', 'matricule 1234567'],
  },
})
