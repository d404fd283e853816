import type { StoredRecord } from '../core/result.ts'

/** A record as one row of a table: no values, only what can be counted and filtered by. */
export interface FlatRow {
  readonly uri: string
  readonly kind: string
  readonly kind_confidence: number
  readonly medium: string
  readonly media_type: string
  readonly size_bytes: number
  readonly modified_at: string | null
  readonly language: string | null
  readonly coverage: string
  readonly coverage_cause: string | null
  readonly severity: string
  readonly severity_score: number
  readonly dpc: number
  readonly ei: number
  readonly cb: number
  readonly findings: number
  /** Names in alphabetical order, blanks between. */
  readonly entity_types: string
  readonly flags: string
  readonly is_duplicate: boolean
  readonly sha256: string | null
}

/** The columns in their order, with Parquet's types. */
export const flatColumns = Object.freeze({
  uri: 'STRING',
  kind: 'STRING',
  kind_confidence: 'DOUBLE',
  medium: 'STRING',
  media_type: 'STRING',
  size_bytes: 'INT64',
  modified_at: 'STRING',
  language: 'STRING',
  coverage: 'STRING',
  coverage_cause: 'STRING',
  severity: 'STRING',
  severity_score: 'DOUBLE',
  dpc: 'DOUBLE',
  ei: 'DOUBLE',
  cb: 'DOUBLE',
  findings: 'INT32',
  entity_types: 'STRING',
  flags: 'STRING',
  is_duplicate: 'BOOLEAN',
  sha256: 'STRING',
} as const satisfies Record<keyof FlatRow, string>)

/** One record as a row. */
export function flatRow(record: StoredRecord): FlatRow {
  return {
    uri: record.uri,
    kind: record.kind,
    kind_confidence: record.kindConfidence,
    medium: record.medium,
    media_type: record.mediaType,
    size_bytes: record.sizeBytes,
    modified_at: record.modifiedAt,
    language: record.language,
    coverage: record.coverage,
    coverage_cause: record.coverageCause,
    severity: record.severity,
    severity_score: record.severityScore,
    dpc: record.dpc,
    ei: record.ei,
    cb: record.cb,
    findings: record.findings.reduce((sum, { cells }) => sum + cells, 0),
    entity_types: names(record.findings.map(({ entityType }) => entityType)),
    flags: names(record.flags.map(({ name }) => name)),
    is_duplicate: record.duplicateOf !== null,
    sha256: record.sha256,
  }
}

function names(all: readonly string[]): string {
  return [...new Set(all)].sort().join(' ')
}
