import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frCni = numberDetector({
  id: 'fr-cni',
  version: 1,
  entityType: 'FR_CNI',
  title: 'Number of a French identity card',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000693441 (décret 55-1397)',
  writings: {
    '9{12}': 0.05,
    '9{2}9{2}9A9{7}': 0.05,
    'AA9{2}AA9{3}': 0.1,
    'A9{2}A{2}9{4}': 0.1,
    'A9A9{2}AA9{2}': 0.1,
    'AA9{5}AA': 0.05,
    'A{1,3}9{6,8}': 0.03,
  },
  context: listed(`
    cni, n° cni, carte nationale d'identité, carte d'identité, carte identité, n° carte d'identité, numéro de carte d'identité,
    pièce d'identité, carte nationale d'identité n°, cni n°
  `),
  isPossible: (value) => value.length === 12 || value.length === 9,
  examples: {
    hits: ["carte nationale d'identité n° 880692310285", 'CNI : 950175301234'],
    misses: ['880692310285', 'CNI 8806923102'],
  },
})
