import type { Flag, MetadataEntry } from '../core/content.ts'
import type { Finding } from '../core/finding.ts'
import type { Picture } from '../core/outcome.ts'
import type { Field, RecordKindId } from '../core/record.ts'
import type { Facts } from '../core/severity.ts'
import type { TableProfile } from '../core/table.ts'

/** What a score may depend on, before it is counted. */
export interface FactInput {
  readonly kind: RecordKindId
  readonly findings: readonly Finding[]
  readonly fields: readonly Field[]
  readonly flags: readonly Flag[]
  readonly pictures: readonly Picture[]
  readonly metadata: readonly MetadataEntry[]
  readonly table?: TableProfile
}

/** Findings below this confidence do not count towards a score. */
const leastConfidence = 0.5

/** Evidence by which a detector says that a card's expiry date stands beside it. */
export const expiryNote = 'expiry date'

/** Counts what one record holds. */
export function factsOf(input: FactInput): Facts {
  const values = new Map<string, Set<string>>()
  let email: Facts['email']
  let cardExpiry = false
  for (const finding of input.findings) {
    if (finding.confidence < leastConfidence) continue
    const { entityType, canonical, evidence } = finding
    const seen = values.get(entityType)
    if (seen) seen.add(canonical)
    else values.set(entityType, new Set([canonical]))
    if (entityType === 'EMAIL_ADDRESS') email = stronger(email, emailShows(canonical))
    else if (entityType === 'CREDIT_CARD') cardExpiry ||= evidence.some(({ note }) => note === expiryNote)
  }
  if (input.table) email = emailOf(input.table, email)
  const entities = countsOf(values, input.findings)
  const looked = input.pictures.filter(({ faces }) => faces !== null)
  return {
    kind: input.kind,
    entities,
    ...(email ? { email } : {}),
    fields: distinct(input.fields),
    flags: distinct(input.flags),
    ...(looked.length > 0
      ? { faces: most(looked, (p) => p.faces?.length), persons: most(looked, (p) => p.persons) }
      : {}),
    ...(input.metadata.some(({ name }) => name === 'GPSPosition' || name === 'GPSLatitude') ? { position: true } : {}),
    ...(input.metadata.some(({ name }) => name === 'DateTimeOriginal') ? { taken: true } : {}),
    ...(cardExpiry ? { cardExpiry: true } : {}),
  }
}

/**
 * Different values by type. Those of one column may be those of another, so that of several columns the one with the most
 * counts.
 */
function countsOf(values: ReadonlyMap<string, ReadonlySet<string>>, findings: readonly Finding[]) {
  const entities: Record<string, number> = {}
  for (const type of [...values.keys()].sort()) entities[type] = values.get(type)?.size ?? 0
  for (const { entityType, distinct, confidence } of findings) {
    const count = entities[entityType]
    if (count !== undefined && confidence >= leastConfidence) entities[entityType] = Math.max(count, distinct ?? 1)
  }
  return entities
}

/** What the addresses of a table show at most. */
function emailOf({ columns }: TableProfile, known: Facts['email']): Facts['email'] {
  let email = known
  for (const { values } of columns) {
    for (const { entityType, canonical } of values) {
      if (entityType === 'EMAIL_ADDRESS') email = stronger(email, emailShows(canonical))
      if (email === 'full_name') return email
    }
  }
  return email
}

const steps = ['coded', 'nickname', 'part_name', 'full_name'] as const

/** Local parts that belong to an office, not to a person. */
const offices =
  /^(info|contact|kontakt|contacto|contatti|office|hello|mail|admin|support|sales|service|billing|facturation|accueil|secretariat|reception|recepcion|praxis|clinic|clinique|no-?reply|webmaster|postmaster|press|jobs|hr)\d{0,4}$/

/**
 * What the part before the '@' shows: two words of letters read as a name in full, one with a dot and an initial as
 * part of one, one word as a nickname, digits or an office as a code.
 */
function emailShows(address: string): NonNullable<Facts['email']> {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  if (offices.test(local)) return 'coded'
  const words = local.split(/[._-]/).filter((word) => /^\p{L}{2,}$/u.test(word))
  if (words.length >= 2) return 'full_name'
  if (words.length === 1) return /[._-]/.test(local) ? 'part_name' : 'nickname'
  const letters = local.replace(/[^\p{L}]/gu, '').length
  return letters >= 4 && letters * 2 >= local.length ? 'nickname' : 'coded'
}

function stronger(a: Facts['email'], b: NonNullable<Facts['email']>): NonNullable<Facts['email']> {
  return a !== undefined && steps.indexOf(a) >= steps.indexOf(b) ? a : b
}

function distinct(named: readonly { readonly name: string }[]): readonly string[] {
  return named.length === 0 ? none : [...new Set(named.map(({ name }) => name))].sort()
}

const none: readonly string[] = Object.freeze([])

function most(pictures: readonly Picture[], count: (picture: Picture) => number | null | undefined): number {
  return pictures.reduce((top, picture) => Math.max(top, count(picture) ?? 0), 0)
}
