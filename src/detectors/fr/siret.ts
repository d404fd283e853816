import { isLuhn } from '../engine/check-digits.ts'
import { numberDetector } from '../engine/number-detector.ts'

export const frSiret = numberDetector({
  id: 'fr-siret',
  version: 1,
  entityType: 'FR_SIRET',
  title: 'French establishment number (SIRET)',
  country: 'fr',
  sensitivity: { category: 'simple', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006258741',
  writings: {
    '999 999 999 99999': 0.4,
    '999 999 999 999 99': 0.3,
    '9{9} 9{5}': 0.3,
    '999.999.999.99999': 0.4,
    '999-999-999-99999': 0.4,
    '9{14}': 0.1,
  },
  context: ['siret', 'n° siret', 'numéro siret', 'siret n°', 'établissement', 'siren', 'rcs', 'siège social'],
  check: { isValid: isSiret, falseRate: 1 / 100 },
  keepsDamaged: true,
  examples: {
    hits: ['SIRET 552 100 554 00021', 'siret : 73282932000074'],
    misses: ['552 100 554 00026', '73282932000075'],
  },
})

const laPoste = '356000000'

/**
 * Luhn over all 14 digits and over the company's nine; for La Poste's establishments the plain sum of digits is a
 * multiple of 5 (INSEE).
 */
export function isSiret(value: string): boolean {
  if (!isLuhn(value.slice(0, 9))) return false
  return (
    isLuhn(value) || (value.startsWith(laPoste) && [...value].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0)
  )
}
