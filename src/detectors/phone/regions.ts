import type { CountryCode } from 'libphonenumber-js/max'

/** How numbers are written inside a country: digits with the trunk prefix, and how they begin. */
interface Region {
  readonly country: CountryCode
  readonly begins: RegExp
  readonly digits: readonly [from: number, to: number]
  /** Country calling code, where the plan has every number of this form: no need to ask the library. */
  readonly whole?: string
}

const regions = {
  FR: { country: 'FR', begins: /^0[1-9]/, digits: [10, 10], whole: '33' },
  BE: { country: 'BE', begins: /^0[1-9]/, digits: [9, 10] },
  CH: { country: 'CH', begins: /^0[1-9]/, digits: [10, 10] },
  LU: { country: 'LU', begins: /^[24-9]/, digits: [6, 9] },
  DE: { country: 'DE', begins: /^0[1-9]/, digits: [7, 12] },
  AT: { country: 'AT', begins: /^0[1-9]/, digits: [7, 13] },
  GB: { country: 'GB', begins: /^0[1-9]/, digits: [10, 11] },
  IE: { country: 'IE', begins: /^0[1-9]/, digits: [9, 10] },
  US: { country: 'US', begins: /^1?[2-9]\d\d[2-9]/, digits: [10, 11] },
  AU: { country: 'AU', begins: /^0[2-478]/, digits: [10, 10] },
  ES: { country: 'ES', begins: /^[6-9]/, digits: [9, 9], whole: '34' },
  MX: { country: 'MX', begins: /^[2-9]/, digits: [10, 10] },
  AR: { country: 'AR', begins: /^0?[1-3]/, digits: [10, 11] },
  IT: { country: 'IT', begins: /^(?:0|3)/, digits: [8, 11] },
  PT: { country: 'PT', begins: /^[239]/, digits: [9, 9] },
  BR: { country: 'BR', begins: /^0?[1-9]{2}/, digits: [10, 12] },
  NL: { country: 'NL', begins: /^0[1-9]/, digits: [10, 10] },
  PL: { country: 'PL', begins: /^[1-9]/, digits: [9, 9] },
  SA: { country: 'SA', begins: /^0[15]/, digits: [9, 10] },
  AE: { country: 'AE', begins: /^0[2-9]/, digits: [9, 10] },
  EG: { country: 'EG', begins: /^0[1-9]/, digits: [9, 11] },
  MA: { country: 'MA', begins: /^0[5-8]/, digits: [10, 10] },
  DZ: { country: 'DZ', begins: /^0[2-7]/, digits: [9, 10] },
  TN: { country: 'TN', begins: /^[2-579]/, digits: [8, 8] },
} as const satisfies Record<string, Region>

/** Countries that a text of this language is likely to have numbers of, the likeliest first. */
const byLanguage: Readonly<Record<string, readonly Region[]>> = {
  fr: [regions.FR, regions.BE, regions.CH, regions.MA, regions.DZ],
  en: [regions.US, regions.GB, regions.AU, regions.IE],
  de: [regions.DE, regions.AT, regions.CH],
  es: [regions.ES, regions.MX, regions.AR],
  it: [regions.IT, regions.CH],
  pt: [regions.PT, regions.BR],
  nl: [regions.NL, regions.BE],
  ar: [regions.SA, regions.AE, regions.EG, regions.MA, regions.DZ, regions.TN],
  pl: [regions.PL],
}
const anyLanguage: readonly Region[] = [
  ...[
    regions.FR,
    regions.US,
    regions.GB,
    regions.DE,
    regions.ES,
    regions.IT,
    regions.PT,
    regions.NL,
    regions.BE,
    regions.CH,
  ],
]

/** Countries in which these digits may be a whole number, trunk prefix included. */
export function regionsFor(language: string | undefined, digits: string): readonly Region[] {
  return (byLanguage[language ?? ''] ?? anyLanguage).filter(
    ({ begins, digits: [from, to] }) => digits.length >= from && digits.length <= to && begins.test(digits),
  )
}
