import type { FieldEntry } from '../../core/content.ts'

const confidence = 0.98
const valueCharacters = 300
/** Values of one name, as several diagnoses and medicines. */
const valuesKept = 40

/** Names of fields of which a record has one: the first that has a value. */
const single: ReadonlySet<string> = new Set([
  'patient.name',
  'patient.birth_date',
  'patient.number',
  'patient.insurance_number',
  'patient.phone',
  'patient.email',
  'patient.address',
  'report.date',
  'report.author',
  'prescription.date',
  'prescription.practitioner',
  'treatment.date',
  'treatment.practitioner',
  'invoice.number',
  'invoice.date',
  'invoice.total',
  'invoice.currency',
])

/** Facts that a health record tells in elements made for them. */
export class Told {
  readonly #values = new Map<string, string[]>()

  /** Takes a value in, unless it is empty, too long for one, or known. */
  add(name: string, written: string | undefined): void {
    const value = written?.replace(/\s+/g, ' ').trim()
    if (!value || value.length > valueCharacters) return
    const values = this.#values.get(name)
    if (!values) this.#values.set(name, [value])
    else if (!single.has(name) && values.length < valuesKept && !values.includes(value)) values.push(value)
  }

  /** All of them, in the order in which their names came. */
  fields(): readonly FieldEntry[] {
    return [...this.#values].flatMap(([name, values]) =>
      values.map((value): FieldEntry => ({ what: 'field', name, value, confidence })),
    )
  }
}

/** A date of HL7 (`YYYY[MM[DD[…]]]`) or of FHIR (ISO 8601) as far as its day, as ISO 8601; undefined where it is none. */
export function dayOf(written: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?(?![A-SU-Za-z])/.exec(written ?? '')
  return match?.slice(1, 4).filter(Boolean).join('-')
}
