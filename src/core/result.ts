import type { Coverage, CoverageCause } from './problem.ts'
import type { RecordKindId } from './record.ts'
import type { SeverityLevel } from './severity.ts'
import type { ColumnProfile } from './table.ts'

/** A value as a store gives it out: `value` only where the store holds it in clear, or could unseal it. */
export interface StoredValue {
  readonly masked: string
  readonly digest: string
  readonly value: string | null
  readonly confidence: number
  readonly location: unknown
}
export interface StoredFinding extends StoredValue {
  readonly entityType: string
  readonly origin: string
  readonly detector: string
  readonly evidence: unknown
  /** Cells that it stands for; 1 where it stands at one place. */
  readonly cells: number
  /** Different values among them. */
  readonly distinct: number
  /** Of a `PERSON`: `patient`, `practitioner`, `relative` or `staff`; null where nothing tells. */
  readonly role: string | null
}
/** A column of a table: counts, and masked examples. */
export type StoredColumn = Omit<ColumnProfile, 'values' | 'isNamePersonal'>
/** What a table holds, as a store gives it out. */
export interface StoredTable {
  readonly rows: number
  readonly personRows: number
  readonly columns: readonly StoredColumn[]
}
export interface StoredField extends StoredValue {
  readonly name: string
}
export interface StoredMetadata {
  readonly name: string
  readonly masked: string
  readonly digest: string
  readonly value: string | null
}

/** A record as reports and exports see it. `uri` is masked where the store's mode asks for it. */
export interface StoredRecord {
  readonly id: number
  readonly uri: string
  readonly parentId: number | null
  readonly sizeBytes: number
  readonly modifiedAt: string | null
  readonly sha256: string | null
  readonly mediaType: string
  readonly medium: string
  readonly kind: RecordKindId
  readonly kindConfidence: number
  readonly kindBecause: readonly string[]
  readonly language: string | null
  readonly coverage: Coverage
  readonly coverageCause: CoverageCause | null
  readonly problems: readonly unknown[]
  readonly dpc: number
  readonly ei: number
  readonly cb: number
  readonly severityScore: number
  readonly severity: SeverityLevel
  readonly explanation: unknown
  readonly duplicateOf: number | null
  readonly findings: readonly StoredFinding[]
  readonly fields: readonly StoredField[]
  readonly metadata: readonly StoredMetadata[]
  readonly pictures: readonly unknown[]
  readonly flags: readonly { readonly name: string; readonly detail: string | null }[]
  /** Null where it is no table. */
  readonly table: StoredTable | null
}

/** One scan as the store remembers it. */
export interface ScanInfo {
  readonly id: number
  readonly toolVersion: string
  readonly source: string
  readonly options: Readonly<Record<string, unknown>>
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly status: 'running' | 'finished' | 'interrupted' | 'failed'
  readonly digest: string | null
  /** SHA-256 of the list of all entries with their SHA-256; null until a run has seen all of them. */
  readonly manifestSha256: string | null
  /** SHA-256 of each model that the run had; null where it was not noted. */
  readonly models: Readonly<Record<string, string>> | null
  /** Runtime, system and confinement of the run; null where they were not noted. */
  readonly environment: unknown
  /** The machine's clock in the latest run; null where it was not noted. */
  readonly clock: ScanClock | null
}

/** What a machine's clock said, and how long a run really took: where the two disagree the clock was set meanwhile. */
export interface ScanClock {
  /** IANA's name of the time zone, and its distance from UTC in minutes when the run began. */
  readonly zone: string
  readonly offsetMinutes: number
  /** ISO 8601 UTC. */
  readonly beganAt: string
  readonly endedAt: string | null
  /** Seconds from beginning to end by a clock that nobody sets. */
  readonly seconds: number | null
}

/** Counts for a summary: whole numbers, each from the store alone. */
export interface Summary {
  readonly scan: ScanInfo
  readonly values: 'masked' | 'sealed' | 'clear'
  readonly context: string
  readonly records: number
  readonly bytes: number
  readonly duplicates: number
  readonly kinds: readonly {
    readonly kind: string
    readonly records: number
    readonly bySeverity: Readonly<Record<SeverityLevel, number>>
  }[]
  readonly media: readonly { readonly medium: string; readonly records: number; readonly bytes: number }[]
  readonly severity: Readonly<Record<SeverityLevel, number>>
  readonly coverage: Readonly<Record<Coverage, number>>
  /** Records that lists of hashes named: those of alerts are in no other count; known files are in all of them. */
  readonly listed: { readonly alerts: number; readonly knownGood: number }
  /** How many records of each severity were not read at all: theirs is a floor, from name and size alone. */
  readonly unread: Readonly<Record<SeverityLevel, number>>
  readonly causes: readonly { readonly cause: string; readonly records: number }[]
  readonly entities: readonly {
    readonly entityType: string
    readonly findings: number
    readonly records: number
    readonly distinct: number
  }[]
  readonly flags: readonly { readonly flag: string; readonly records: number }[]
  readonly languages: readonly { readonly language: string; readonly records: number }[]
  /** Distinct full names, e-mail addresses and so on: each is a lower bound of people, never a count of them. */
  readonly people: {
    readonly names: number
    readonly emails: number
    readonly phones: number
    readonly officialNumbers: number
  }
  /** Stills that were looked at, and how many of them differ from each other: copies in other sizes or qualities count once. */
  readonly pictures: readonly PictureCount[]
  readonly notes: readonly string[]
}

/** How many stills show something. */
export interface PictureCount {
  readonly shown: 'anything' | 'faces' | 'persons'
  readonly pictures: number
  readonly distinct: number
}

/** reports: how results are told. A reporter is a function of what a store gives out. */
export interface Reporter {
  readonly id: string
  readonly title: string
  /** Writes the whole report in pieces; called once, on the main thread. */
  render(
    summary: Summary,
    records: () => Iterable<StoredRecord>,
    write: (piece: string | Uint8Array) => void,
  ): void | Promise<void>
}
