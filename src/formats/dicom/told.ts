import type { Extract, FieldEntry, Flag, Gap, MetadataEntry } from '../../core/content.ts'
import type { Limits } from '../../core/limits.ts'
import { type Entry, entryFor, type Nature } from './dictionary.ts'
import { isoDate, readableName } from './values.ts'

/** Values that say that there is none, or that somebody took it out. */
const nobody =
  /^(?:|[\s^=._0-]{1,64}|anon(?:ym(?:ous|i[sz]ed|e|isiert|isé)?)?\w{0,3}|unknown|none|no name|not? available|n\/?a|null|removed|deidentified)$/i

/** Data elements as metadata, under the keywords of the standard's dictionary; what they tell of the patient as fields too. */
export class Told {
  readonly #limits: Limits
  readonly #seen = new Set<string>()
  readonly #entries: Extract[] = []
  #isFull = false

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /**
   * Notes the value of an element; blank ones and repetitions are not noted.
   * @param name the keyword, behind those of the sequences that it stands in
   * @param path how many sequences it stands in
   */
  add(name: string, value: string, { nature, vr }: Pick<Entry, 'nature' | 'vr'>, depth: number): void {
    const shown = vr === 'DA' ? isoDate(value) : value
    if (shown === '') return
    const text = shown.slice(0, this.#limits.metadataCharacters).toWellFormed()
    const key = `${name} ${text}`
    if (this.#seen.has(key)) return
    if (this.#seen.size >= this.#limits.metadata) {
      this.#isFull = true
      return
    }
    this.#seen.add(key)
    this.#entries.push(entryOf(name, text, nature))
    if (depth === 0) this.#entries.push(...fieldsOf(name, text))
  }

  /** All that was noted, in its order, and a gap where there was no room for more. */
  *extracts(): Generator<Extract> {
    yield* this.#entries.splice(0)
    if (this.#isFull) {
      const message = `more than ${this.#limits.metadata} data elements with a value of their own`
      yield { what: 'gap', cause: 'too_many', message } satisfies Gap
    }
  }
}

function entryOf(name: string, value: string, nature: Nature): MetadataEntry {
  const entry = { what: 'metadata', name, value, personal: nature !== 'plain' } as const
  if (nobody.test(value)) return entry
  const known = entities[nature]
  if (known === undefined) return entry
  if (known === 'PATIENT_ID') return { ...entry, entityType: known, canonical: onlySigns(value) }
  if (known !== 'PERSON') return { ...entry, entityType: known }
  const canonical = sortedWords(readableName(value))
  return !/\p{L}{2}|\p{Lo}/u.test(canonical) ? entry : { ...entry, entityType: known, canonical }
}

const entities: Readonly<Partial<Record<Nature, string>>> = {
  patient: 'PERSON',
  name: 'PERSON',
  number: 'PATIENT_ID',
  birth: 'DATE_OF_BIRTH',
  sex: 'GENDER',
  age: 'AGE',
  serial: 'DEVICE_SERIAL',
}

/** One spelling for a number: capitals and digits. */
function onlySigns(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** One spelling for a name however its parts are ordered: lower case, without diacritics, sorted. */
function sortedWords(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' ')
}

const fieldNames: ReadonlyMap<string, string> = new Map([
  ['PatientName', 'patient.name'],
  ['PatientID', 'patient.number'],
  ['PatientBirthDate', 'patient.birth_date'],
  ['PatientAddress', 'patient.address'],
  ['PatientTelephoneNumbers', 'patient.phone'],
  ['PatientSex', 'patient.sex'],
  ['StudyDate', 'study.date'],
  ['StudyDescription', 'study.description'],
  ['Modality', 'study.modality'],
  ['BodyPartExamined', 'study.body_part'],
  ['InstitutionName', 'study.institution'],
  ['ReferringPhysicianName', 'study.referring_physician'],
])

function fieldsOf(name: string, value: string): readonly FieldEntry[] {
  const field = fieldNames.get(name)
  if (field === undefined || nobody.test(value)) return []
  const shown = name.endsWith('Name') && name !== 'InstitutionName' ? readableName(value) : value
  return shown === '' ? [] : [{ what: 'field', name: field, value: shown, confidence: 0.97 }]
}

/** What an element is called: its keyword, or its tag where the dictionary here does not have it. */
export function nameOfTag(tag: number): string {
  return entryFor(tag)?.keyword ?? tagName(tag)
}

function tagName(tag: number): string {
  const digits = tag.toString(16).padStart(8, '0').toUpperCase()
  return `(${digits.slice(0, 4)},${digits.slice(4)})`
}

/** A flag with a count. */
export function countFlag(name: string, count: number): Flag {
  return { what: 'flag', name, detail: String(count) }
}
