import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frIne = numberDetector({
  id: 'fr-ine',
  version: 1,
  entityType: 'FR_INE',
  title: 'French student number (INE)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000025396714 (RNIE)',
  writings: { '9{9}AA': 0.15, '9{10}A': 0.1, '9{4}A9{5}A': 0.1, '9A9{8}A': 0.1 },
  context: listed(
    'ine, n° ine, numéro ine, ine n°, identifiant national étudiant, identifiant national élève, bea, ine bea, ine rnie, numéro national étudiant',
  ),
  examples: {
    hits: ['INE : 123456789AB', 'n° INE 0701234567K'],
    misses: ['123456789AB', 'INE 12345678'],
  },
})
