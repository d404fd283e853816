import { remainder } from '../engine/check-digits.ts'
import { listed } from '../engine/lexicon.ts'
import { numberDetector } from '../engine/number-detector.ts'

const body = '9 99 99 99 999 999'

export const frNir = numberDetector({
  id: 'fr-nir',
  version: 1,
  entityType: 'FR_NIR',
  title: 'French social security number (NIR)',
  country: 'fr',
  sensitivity: { category: 'sensitive', identifier: 'official_number' },
  reference: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000006062982 (décret 82-103)',
  writings: {
    [`${body} 99`]: 0.7,
    [body.replaceAll(' ', '.').concat('.99')]: 0.7,
    [body.replaceAll(' ', '-').concat('-99')]: 0.7,
    [`${body}-99`]: 0.7,
    [`${body}/99`]: 0.7,
    '9 99 99 9A 999 999 99': 0.8,
    '9 99 99 9A 999 999': 0.3,
    [body]: 0.3,
    '9 99999 99999 99': 0.3,
    '9 9999999999999 99': 0.2,
    '9{13} 99': 0.4,
    '9{13}-99': 0.4,
    '9{13}/99': 0.4,
    '9{6}A9{8}': 0.6,
    '9{6}A9{6} 99': 0.6,
    '9{6}A9{6}': 0.15,
    '9{15}': 0.25,
    '9{13}': 0.03,
    '9 99 99 99 99999 99': 0.3,
    '99 999 999 999 99 99': 0.15,
    '9 999999 99999999': 0.25,
    '999 9999 9999': 0.03,
  },
  context: listed(`
    nir, nss, sécurité sociale, numéro de sécurité sociale, n° de sécurité sociale, n° sécurité sociale, n° sécu,
    numéro de sécu, sécu, n° ss, insee, numéro insee, numéro d'inscription au répertoire, n° d'immatriculation,
    numéro d'immatriculation, immatriculation, immatriculation sécurité sociale, assuré, assuré social, numéro
    d'assuré, n° d'assuré, identité de l'assuré, carte vitale, assurance maladie, code de l'assurance maladie, ins,
    matricule ins, identité nationale de santé, identifiant national de santé, n° d'id national, numéro
    d'identification national, social security
  `),
  isPossible,
  check: { isValid: isKeyRight, falseRate: 1 / 97 },
  keepsDamaged: true,
  examples: {
    hits: ['2 55 08 14 168 025 38', 'NIR 255081416802538', '1 85 05 2A 004 017 65', 'n° sécu : 255081416802539'],
    misses: ['255081416802539', '3 55 08 14 168 025 38', '2 55 15 14 168 025 06'],
  },
})

/** Sex, month (also those for unknown birth dates) and, where the length is right, a department. */
function isPossible(value: string): boolean {
  if (/^[A-Z]/.test(value) || value.length < 11) return false
  const [sex, month] = [value.charAt(0), Number(value.slice(3, 5))]
  if (value.length < 13) return '12'.includes(sex)
  const isMonth = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50
  const isPlace = /^(?:\d{2}|2[AB])$/.test(value.slice(5, 7)) && value.slice(5, 7) !== '00'
  return '123478'.includes(sex) && isMonth && isPlace && value.length !== 14
}

/** The key is 97 less the number modulo 97; Corsica's 2A counts as 19, its 2B as 18. Without a key nothing is proved. */
function isKeyRight(value: string): boolean | undefined {
  if (value.length !== 15) return undefined
  const digits = value.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return /^\d{13}$/.test(digits) && 97 - remainder(digits, 97) === Number(value.slice(13))
}
