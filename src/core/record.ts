import type { FieldEntry, Flag, Medium, MetadataEntry, PictureEntry, Place, Segment } from './content.ts'
import type { Examples, Finding, Sensitivity } from './finding.ts'
import type { Picture } from './outcome.ts'

/** What a record is (DESIGN §2). */
export const recordKinds = [
  'invoice',
  'treatment_plan',
  'consent_form',
  'prescription',
  'medical_report',
  'identity_document',
  'face_image',
  'body_image',
  'medical_image',
  'face_video',
  'body_video',
  'message',
  'table',
  'archive',
  'other',
] as const
export type RecordKindId = (typeof recordKinds)[number]

/** What the classifier is shown of an item. Bounded by `limits.sampleCharacters`; segments may be cut short. */
export interface Sample {
  readonly uri: string
  readonly mediaType: string
  readonly medium: Medium
  readonly language: string | undefined
  readonly segments: readonly Segment[]
  readonly metadata: readonly MetadataEntry[]
  readonly flags: readonly Flag[]
  readonly pictures: readonly PictureEntry[]
  /** What the eyes saw in them; absent where nobody looked. */
  readonly seen?: readonly Picture[]
  /** Facts the format read from structure: an e-invoice's total, a FHIR resource's subject. */
  readonly fields: readonly FieldEntry[]
  readonly findings: readonly Finding[]
  /** Whether rows of data stand in it: its text is then what stands around them. */
  readonly hasRows?: boolean
  /** The words of all segments, worked out once on first use. */
  words(): Words
}

/** The words of a sample: lower case, without diacritics, in order. */
export interface Words {
  readonly list: readonly string[]
  readonly counts: ReadonlyMap<string, number>
  /** All segments, joined by line feeds, lower case and without diacritics (one UTF-16 unit for each of the original's where possible). */
  readonly folded: string
}

/** How sure a kind is, and the reasons a person can read: terms and structures that counted, never values of the item. */
export interface Match {
  /** 0…1; a probability once calibrated. */
  readonly confidence: number
  readonly because: readonly string[]
}

/** A labelled fact of a record, in the form in which it is stored. */
export interface Field {
  readonly name: string
  /** Dates ISO 8601, amounts with a point and two digits, else as written. */
  readonly value: string
  readonly confidence: number
  readonly place?: Place
}

/** records: one kind of record. One frozen object in one file; holds nothing between samples. */
export interface RecordKind {
  readonly id: RecordKindId
  readonly title: string
  /** What the record reveals about its subject by being what it is. */
  readonly sensitivity: Sensitivity
  readonly examples: Examples
  match(sample: Sample): Match | undefined
  /** The kind's own fields. Called for the kind that was chosen. */
  fields?(sample: Sample): readonly Field[]
}

/** What classify() decides. */
export interface Classification {
  readonly kind: RecordKindId
  readonly confidence: number
  readonly because: readonly string[]
  readonly fields: readonly Field[]
}
