import type { IdentifierFamily } from '../core/finding.ts'

/** By what each entity type identifies somebody. */
export type Families = Readonly<Record<string, IdentifierFamily>>

/** The usual types, for callers that bring no table of their own. */
export const usualFamilies: Families = Object.freeze({
  PERSON: 'name',
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone_or_address',
  ADDRESS: 'phone_or_address',
  PATIENT_ID: 'code',
  FR_NIR: 'official_number',
  FR_RPPS: 'official_number',
  US_SSN: 'official_number',
  UK_NHS: 'official_number',
  ES_NIF: 'official_number',
  IT_FISCAL_CODE: 'official_number',
  PL_PESEL: 'official_number',
  IN_AADHAAR: 'official_number',
})

/** Types whose values lead from one record to another: codes of a person. A camera's serial number leads to a camera. */
export function linkingTypes(families: Families): readonly string[] {
  return typesOf(families, 'code').filter((entityType) => !entityType.startsWith('DEVICE_'))
}

/** The types of one family. */
export function typesOf(families: Families, family: IdentifierFamily): readonly string[] {
  return Object.keys(families).filter((entityType) => families[entityType] === family)
}
