import type { DataCategory, IdentifierFamily } from '../core/finding.ts'
import type { DumpContext, Facts, Links, Sensitivities } from '../core/severity.ts'

/** One record's facts in the terms in which the rules ask. */
export interface View {
  readonly facts: Facts
  readonly context: DumpContext
  readonly links: Links
  has(entityType: string): boolean
  count(entityType: string): number
  /** The entity type by which the record has an identifier of this family, if it has one. */
  family(family: IdentifierFamily): string | undefined
  /** The entity type by which the record has data of this category. */
  category(category: DataCategory): string | undefined
  /** Different kinds of personal detail, of any family. */
  readonly details: number
  /** A person is named, or known by number or field: not merely an office, a firm or its account. */
  readonly hasPerson: boolean
  readonly hasFace: boolean
  readonly hasPersonPicture: boolean
  field(prefix: string): boolean
}

/** Entity types that a person's life shows in; each counts once as a detail. */
const detailTypes = [
  'PERSON',
  'DATE_OF_BIRTH',
  'AGE',
  'GENDER',
  'ADDRESS',
  'PHONE_NUMBER',
  'EMAIL_ADDRESS',
  'PATIENT_ID',
  'GPS_COORDINATES',
]

/** Looks at a record's facts. */
export function viewOf(facts: Facts, context: DumpContext, links: Links, sensitivities: Sensitivities): View {
  const families = new Map<IdentifierFamily, string>()
  const categories = new Map<DataCategory, string>()
  let details = 0
  for (const type of Object.keys(facts.entities)) {
    const sensitivity = sensitivities.entities.get(type)
    if (detailTypes.includes(type)) details += 1
    if (!sensitivity) continue
    if (!categories.has(sensitivity.category)) categories.set(sensitivity.category, type)
    const { identifier } = sensitivity
    if (identifier && !families.has(identifier)) families.set(identifier, type)
  }
  const has = (type: string) => (facts.entities[type] ?? 0) > 0
  const field = (prefix: string) => facts.fields.some((name) => name.startsWith(prefix))
  const isPicture = facts.kind === 'face_image' || facts.kind === 'face_video'
  const isBody = facts.kind === 'body_image' || facts.kind === 'body_video'
  const hasFace = isPicture || (facts.faces ?? 0) > 0
  return {
    facts,
    context,
    links,
    has,
    count: (type) => facts.entities[type] ?? 0,
    family: (family) => families.get(family),
    category: (category) => categories.get(category),
    details,
    hasPerson:
      has('PERSON') ||
      has('DATE_OF_BIRTH') ||
      has('PATIENT_ID') ||
      field('patient.') ||
      families.has('official_number') ||
      facts.email === 'full_name' ||
      links.resolvesToName ||
      hasFace,
    hasFace,
    hasPersonPicture: hasFace || isBody || (facts.persons ?? 0) > 0,
    field,
  }
}
