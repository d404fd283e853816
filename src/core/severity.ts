import type { DataCategory, IdentifierFamily, Sensitivity } from './finding.ts'
import type { RecordKindId } from './record.ts'

/** ENISA's levels: low < 2 ≤ medium < 3 ≤ high < 4 ≤ very_high. */
export const severityLevels = ['low', 'medium', 'high', 'very_high'] as const
export type SeverityLevel = (typeof severityLevels)[number]

/** Circumstances of the breach that a user may state (`--circumstances`), by SCORING.md's rows. */
export const circumstances = {
  'known-recipients': { criterion: 'confidentiality', adds: 0.25 },
  'unknown-recipients': { criterion: 'confidentiality', adds: 0.5 },
  'altered-recoverable': { criterion: 'integrity', adds: 0.25 },
  'altered-unrecoverable': { criterion: 'integrity', adds: 0.5 },
  'unavailable-temporarily': { criterion: 'availability', adds: 0.25 },
  lost: { criterion: 'availability', adds: 0.5 },
  malicious: { criterion: 'malice', adds: 0.5 },
} as const satisfies Record<string, { readonly criterion: string; readonly adds: number }>
export type Circumstance = keyof typeof circumstances

/** What the dump as a whole is (`--context`), once decided. */
export type DumpContext = 'clinic' | 'general'

/** What one record holds, in counts: all that its score depends on. Stored, so that a score can be worked out again. */
export interface Facts {
  readonly kind: RecordKindId
  /** Distinct values (by canonical form) per entity type, with confidence ≥ 0.5. */
  readonly entities: Readonly<Record<string, number>>
  /** E-mail addresses by what they show: a name in full, in part, a nickname, or a code. */
  readonly email?: 'full_name' | 'part_name' | 'nickname' | 'coded'
  readonly fields: readonly string[]
  readonly flags: readonly string[]
  /** Faces and persons in pictures; absent where nobody looked. */
  readonly faces?: number
  readonly persons?: number
  /** A picture's own word on where and when it was taken. */
  readonly position?: true
  readonly taken?: true
  /** A card number with its expiry date beside it. */
  readonly cardExpiry?: true
}

/** What the rest of the dump adds to one record. Worked out when a scan ends. */
export interface Links {
  /** A patient number, code or folder of this record leads to a full name elsewhere in the dump. */
  readonly resolvesToName: boolean
  /** Fixed words that say how: 'patient number', 'folder name'. */
  readonly by: readonly string[]
}

/** One term of the score with its reasons, for `explanation`. */
export interface Term {
  readonly value: number
  /** Readable reasons in the order in which they counted; rule names and entity types, never values. */
  readonly because: readonly string[]
}

/** ENISA's SE = DPC × EI + CB, every term kept. */
export interface Severity {
  readonly dpc: Term & { readonly category: DataCategory }
  readonly ei: Term & { readonly family: IdentifierFamily | 'none' }
  readonly cb: Term
  /** 0.25 … 6.00, a multiple of 0.25. */
  readonly score: number
  readonly level: SeverityLevel
  readonly context: DumpContext
  /** Kept beside the score, never changing it: 'art9', 'hipaa_identifiers', 'encrypted', 'minor_suspected'. */
  readonly notes: readonly string[]
}

/** What entity types and kinds mean for the score, from the units that name them. */
export interface Sensitivities {
  readonly entities: ReadonlyMap<string, Sensitivity>
  readonly kinds: ReadonlyMap<RecordKindId, Sensitivity>
}
