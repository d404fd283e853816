import type { CodeCount } from './code-shape.ts'
import type { Flag, Medium, MetadataEntry } from './content.ts'
import type { Finding } from './finding.ts'
import type { Coverage, CoverageCause, Problem } from './problem.ts'
import type { Field, RecordKindId } from './record.ts'
import type { Facts, Severity } from './severity.ts'
import type { TableProfile } from './table.ts'

/** A picture or frame after the eyes looked: `faces` and `persons` are null where nobody looked. */
export interface Picture {
  readonly frameAt: number | null
  readonly width: number
  readonly height: number
  /** Boxes as shares of width and height, 0…1, with scores. */
  readonly faces: readonly { readonly box: readonly [number, number, number, number]; readonly score: number }[] | null
  readonly persons: number | null
  /** Share of the largest person's region that has a colour of skin, 0…1; null where there is no person. */
  readonly exposure: number | null
  readonly labels: Readonly<Record<string, number>> | null
  /**
   * 16 hexadecimal digits that differ in few bits between copies of one picture in other sizes, qualities and brightness;
   * null where nobody looked, or the picture is of one shade.
   */
  readonly hash: string | null
}

/** One record, whole: plain data that crosses threads and machines. */
export interface Outcome {
  readonly uri: string
  /** The container's uri; null for an entry of the source itself. */
  readonly parentUri: string | null
  readonly sizeBytes: number
  readonly modifiedAt: string | null
  /** Hex; null where the bytes could not all be read. */
  readonly sha256: string | null
  readonly mediaType: string
  readonly medium: Medium
  readonly kind: RecordKindId
  readonly kindConfidence: number
  readonly kindBecause: readonly string[]
  readonly language: string | null
  readonly coverage: Coverage
  readonly coverageCause: CoverageCause | null
  readonly problems: readonly Problem[]
  readonly findings: readonly Finding[]
  readonly fields: readonly Field[]
  readonly metadata: readonly MetadataEntry[]
  readonly pictures: readonly Picture[]
  readonly flags: readonly Flag[]
  /** What its columns hold; only a table has one. */
  readonly table?: TableProfile
  /** What patients' numbers may be learnt from, or found among, when the whole dump is known. */
  readonly codes?: readonly CodeCount[]
  readonly facts: Facts
  readonly severity: Severity
}

/** An entry of the source and all that was found inside it, the entry first: written in one transaction or not at all. */
export type ItemOutcomes = readonly [Outcome, ...Outcome[]]
