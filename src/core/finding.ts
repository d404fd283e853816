import type { Origin, Place } from './content.ts'

/** ENISA's categories of data (SCORING.md, DPC). */
export type DataCategory = 'simple' | 'behavioural' | 'financial' | 'sensitive'

/** ENISA's families of identifiers (SCORING.md, EI). */
export type IdentifierFamily = 'name' | 'official_number' | 'phone_or_address' | 'email' | 'picture' | 'code'

/** What a value of an entity type, or a record of a kind, means for the score. */
export interface Sensitivity {
  readonly category: DataCategory
  /** Absent where it identifies nobody by itself (an amount, a diagnosis). */
  readonly identifier?: IdentifierFamily
}

/** One step of why we believe a finding. `note` names a rule, never a value from the item. */
export interface Evidence {
  readonly step: 'pattern' | 'checksum' | 'context' | 'label' | 'structure' | 'repair' | 'model'
  readonly note: string
  /** Confidence after this step, 0…1. */
  readonly confidence: number
}

/** What a detector says: a stretch of the text it was given, in UTF-16 units, end exclusive. */
export interface Candidate {
  readonly start: number
  readonly end: number
  /** One spelling for equal values (digits only, lower case …): what digests are made of. */
  readonly canonical: string
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** What a person is to the record that names them. */
export type PersonRole = 'patient' | 'practitioner' | 'relative' | 'staff'

/** The id of what finds patients' numbers by how the dump writes those that have a label. */
export const learntDetector = 'patient-id-learnt'

/** One piece of personal data at one place. */
export interface Finding {
  readonly entityType: string
  /** As it stands in the text. */
  readonly value: string
  readonly canonical: string
  readonly confidence: number
  readonly origin: Origin
  readonly place: Place
  /** Code points from the beginning of the place's unit, and length in code points. */
  readonly offset: number
  readonly length: number
  /** Id of the detector, with its version: `es-nif@1`. */
  readonly detector: string
  readonly evidence: readonly Evidence[]
  /** A table's findings stand for a whole column: how many cells hold such a value, exactly. Absent for a single place. */
  readonly cells?: number
  /** How many different values those are: exact up to some hundreds, then estimated. */
  readonly distinct?: number
  /** Of a `PERSON`, where the text tells. */
  readonly role?: PersonRole
}

/** Texts that a detector or a kind must and must not take, run by one test for all units. Made up. */
export interface Examples {
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

/** What a detector may take into account beside the text. */
export interface DetectContext {
  /** ISO 639-1, or undefined where unknown. */
  readonly language?: string | undefined
  readonly origin: Origin
  /** True where the caller named this entity type: weak matches count too (DESIGN §4). */
  readonly asked: boolean
}

/**
 * detectors: what finds one entity type in text. One frozen object in one file; holds nothing between texts.
 * `find` is called on any worker thread, for each segment, and takes time linear in the text.
 */
export interface Detector {
  readonly id: string
  readonly version: number
  readonly entityType: string
  readonly title: string
  readonly sensitivity: Sensitivity
  /** ISO 3166-1 alpha-2, lower case, where the entity belongs to a country. */
  readonly country?: string
  /** Law, standard or official page that defines the value. */
  readonly reference: string
  readonly examples: Examples
  /** Told only where the entity type was asked for by name: another name for what is told as something else. */
  readonly onlyAsked?: boolean
  find(text: string, context: DetectContext): Iterable<Candidate>
}
