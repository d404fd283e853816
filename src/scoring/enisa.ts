import type { DataCategory, IdentifierFamily } from '../core/finding.ts'
import type { SeverityLevel } from '../core/severity.ts'

/**
 * The tables of ENISA, "Recommendations for a methodology of the assessment of severity of personal data breaches",
 * working document v1.0, December 2013. ENISA scores a breach; applying it to one record is this program's own use.
 * Cells whose published wording was not at hand are this project's own reading and carry a †.
 */
export const dpcTable: Readonly<
  Record<DataCategory, { readonly base: number; readonly cells: Readonly<Record<1 | 2 | 3 | 4, string>> }>
> = Object.freeze({
  simple: {
    base: 1,
    cells: {
      1: 'no aggravating factor',
      2: 'volume or controller allows a social or financial profile',
      3: 'leads to assumptions on health, sexual life, belief',
      4: 'safety at stake because of who they are',
    },
  },
  behavioural: {
    base: 2,
    cells: {
      1: 'no real insight, or public anyway',
      2: 'location, traffic, preferences, habits',
      3: 'detailed profile of everyday life',
      4: 'profile on sensitive data',
    },
  },
  financial: {
    base: 3,
    cells: {
      1: 'bare fact',
      2: 'some information, no insight',
      3: 'income, statements, cards, invoices',
      4: 'full information that enables fraud, or a detailed profile',
    },
  },
  sensitive: {
    base: 4,
    cells: {
      1: 'no insight',
      2: 'general assumptions',
      3: 'assumptions on sensitive matters',
      4: "health data: results, a treatment, a picture of a patient's body",
    },
  },
})

/** EI: what each step of a family means. */
export const eiTable: Readonly<Record<IdentifierFamily, Readonly<Record<'0.25' | '0.5' | '0.75' | '1', string>>>> =
  Object.freeze({
    name: {
      '0.25': 'full name alone, common †',
      '0.5': 'full name alone, rare †',
      '0.75': 'full name with a further detail †',
      '1': 'full name with birth date, e-mail or address †',
    },
    official_number: {
      '0.25': 'official number alone †',
      '0.5': 'official number with some further data †',
      '0.75': 'official number with birth date or partial register †',
      '1': 'official number with name or photo †',
    },
    phone_or_address: {
      '0.25': 'telephone or address alone, unlisted †',
      '0.5': 'telephone or address with a further detail †',
      '0.75': 'telephone or address with several details †',
      '1': 'telephone or address with a name or listed †',
    },
    email: {
      '0.25': 'e-mail, random or coded',
      '0.5': 'e-mail, searchable nickname',
      '0.75': 'e-mail, name partly in it †',
      '1': 'e-mail, real name in it',
    },
    picture: {
      '0.25': 'picture unclear, far, no face †',
      '0.5': 'clear face, nothing else †',
      '0.75': 'clear face with place, date or clinic †',
      '1': 'picture with a name or patient number that resolves †',
    },
    code: {
      '0.25': 'code without a link in the data †',
      '0.5': 'code, key scheme visible †',
      '0.75': 'code, key partly resolvable in the same dump †',
      '1': 'code, key resolves in the same dump †',
    },
  })

/** SE to level: low < 2 ≤ medium < 3 ≤ high < 4 ≤ very high. */
export function levelOf(score: number): SeverityLevel {
  if (score < 2) return 'low'
  if (score < 3) return 'medium'
  return score < 4 ? 'high' : 'very_high'
}
