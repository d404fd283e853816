import type { Medium } from '../../src/core/content.ts'
import type { Coverage, CoverageCause } from '../../src/core/problem.ts'
import type { RecordKindId } from '../../src/core/record.ts'

/** One value that a good detector finds. `later` where it takes eyes, OCR, an opened container or a later detector. */
export interface EntityTruth {
  readonly entity: string
  /** As it stands in the file. */
  readonly value: string
  /** One spelling for equal values, where it differs. */
  readonly canonical?: string
  readonly later?: true
}

/** A fact that a program without eyes, OCR and opened containers can't know yet. */
export type LaterFact = 'kind' | 'language' | 'coverage' | 'flags' | 'fields' | 'children'

/** What is true of one file, or of one thing inside a container. */
export interface FileTruth {
  readonly kind: RecordKindId
  /** Kinds that are equally right. */
  readonly kindsOk?: readonly RecordKindId[]
  readonly medium: Medium
  readonly mediaType: string
  /** Media types that are equally right. */
  readonly mediaTypesOk?: readonly string[]
  /** ISO 639-1; absent where the file has no language or several. */
  readonly language?: string
  /** Every coverage that is an honest answer. */
  readonly coverage: readonly Coverage[]
  /** Causes one of which goes with a coverage that is not full. */
  readonly causes?: readonly CoverageCause[]
  readonly flags?: readonly string[]
  readonly entities: readonly EntityTruth[]
  /** Dates ISO 8601, amounts with a point and two digits, else as written. */
  readonly fields: Readonly<Record<string, string>>
  /** ExifTool's tag names. */
  readonly metadata?: Readonly<Record<string, string>>
  /** The other path with the same bytes. */
  readonly duplicateOf?: string
  /** Things inside, by name. */
  readonly children?: Readonly<Record<string, FileTruth>>
  readonly later?: readonly LaterFact[]
  /** True where a picture encoder had a hand in the bytes, which then differ between its versions. */
  readonly drawn?: true
  /** What is odd about the file, in a sentence. */
  readonly note?: string
}

/** A person as the dump knows them. */
export interface PersonTruth {
  readonly name: string
  readonly birthDate: string
  readonly email: string
  readonly phone: string
  readonly address: string
  readonly patientNumber: string
  readonly iban?: string
  readonly card?: string
  readonly ids: Readonly<Record<string, string>>
}

/** The layout of `data-samples/truth.json`. */
export interface Truth {
  readonly seed: number
  /** By path below `dump/`, sorted. */
  readonly files: Readonly<Record<string, FileTruth>>
  readonly people: readonly PersonTruth[]
  /** Values, each as it stands somewhere in the dump, that a default store must not hold. Those in paths are left out. */
  readonly secrets: readonly string[]
}

/** A file of the dump before it is written. */
export interface SampleFile {
  /** '/'-separated, NFC, fit for every common file system. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly truth: FileTruth
}

const namesInTodaysReach = new Set([
  'PERSON',
  'PATIENT_ID',
  'DATE_OF_BIRTH',
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'ADDRESS',
  'URL',
  'IP_ADDRESS',
  'CREDIT_CARD',
  'IBAN_CODE',
  'FR_NIR',
  'FR_SIRET',
  'FR_RPPS',
  'US_SSN',
  'UK_NHS',
  'ES_NIF',
  'GPS_COORDINATES',
  'DEVICE_SERIAL',
  'DEVICE_OWNER',
])

/** Notes taken while a document is written: each method gives back what the document shows. */
export interface Notes {
  readonly entities: readonly EntityTruth[]
  readonly fields: Readonly<Record<string, string>>
  /** A value that a detector finds. */
  is(entity: string, value: string, canonical?: string): string
  /** A value whose finding takes OCR, an opened container or running-text models. */
  later(entity: string, value: string): string
  /** A fact of the record: what is stored, and what the document shows where that differs. */
  field(name: string, stored: string, shown?: string): string
}

/** A new page of {@link Notes}. */
export function notes(): Notes {
  const entities: EntityTruth[] = []
  const fields: Record<string, string> = {}
  const add = (entry: EntityTruth) => {
    if (!entities.some((known) => known.entity === entry.entity && known.value === entry.value)) entities.push(entry)
    return entry.value
  }
  return {
    entities,
    fields,
    is(entity, value, canonical) {
      const isLater = !namesInTodaysReach.has(entity)
      return add({ entity, value, ...(canonical ? { canonical } : {}), ...(isLater ? { later: true } : {}) })
    },
    later: (entity, value) => add({ entity, value, later: true }),
    field(name, stored, shown = stored) {
      fields[name] = stored
      return shown
    },
  }
}

/** All of a page's entities as ones that take more than reading the file's own text. */
export function allLater(entities: readonly EntityTruth[]): EntityTruth[] {
  return entities.map((entity) => ({ ...entity, later: true }))
}

type Told = Partial<FileTruth> & Pick<FileTruth, 'kind' | 'medium' | 'mediaType'>

/** A file and what is true of it; `page` holds what was noted while it was written. */
export function sample(path: string, bytes: Uint8Array, told: Told, page: Notes = notes()): SampleFile {
  const truth = { coverage: ['full'] as const, entities: [...page.entities], fields: { ...page.fields }, ...told }
  return { path: path.normalize('NFC'), bytes, truth }
}
