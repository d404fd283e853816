import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frLicensePlate = numberDetector({
  id: 'fr-license-plate',
  version: 1,
  entityType: 'FR_LICENSE_PLATE',
  title: 'French vehicle registration (immatriculation)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'code' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000020237165 (arrêté du 9 février 2009)',
  writings: {
    'AA-999-AA': 0.2,
    'AA 999 AA': 0.08,
    AA999AA: 0.05,
    '9{1,4} A{2,3} 99': 0.03,
    '9{1,4}A{2,3}99': 0.02,
    '9{2,4}-A{2,3}-99': 0.05,
  },
  context: listed(`
    immatriculation, immatriculé, immatriculée, plaque, plaque d'immatriculation, véhicule, voiture, carte grise, certificat d'immatriculation
  `),
  isPossible: (value) =>
    /^(?!SS|WW)[A-HJ-NP-TV-Z]{2}(?!000)\d{3}(?!SS)[A-HJ-NP-TV-Z]{2}$|^\d{1,4}[A-HJ-NP-TV-Z]{2,3}(?:0[1-9]|[1-9]\d)$/.test(
      value,
    ),
  examples: {
    hits: ['immatriculation AB-123-CD', 'véhicule immatriculé 4821 KZ 75'],
    misses: ['AB 123 CD', 'immatriculation AI-123-CD', 'véhicule AB-1234-CD'],
  },
})
