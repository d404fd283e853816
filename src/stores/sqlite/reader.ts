import type { Database } from 'better-sqlite3'
import type { Evidence } from '../../core/finding.ts'
import type { Coverage, CoverageCause } from '../../core/problem.ts'
import type { RecordKindId } from '../../core/record.ts'
import type { StoredColumn, StoredRecord, StoredTable, StoredValue } from '../../core/result.ts'
import type { SeverityLevel } from '../../core/severity.ts'
import { type RecordFilter, StoreError } from '../store.ts'
import type { Opener } from '../values/vault.ts'
import { keyFor } from './entries.ts'
import { rowsPerRecord } from './schema.ts'
import { inUriOrder, openUri, type Walked, type WalkRow, walkColumns } from './walk.ts'

/** Records read between two looks at the connection. */
const chunk = 200

/** Every record in uri order, each with all its rows. */
export function* readRecords(db: Database, opener: Opener, filter: RecordFilter): Generator<StoredRecord> {
  const read = makeRecordReader(db, opener)
  if (filter.uri !== undefined || filter.id !== undefined) {
    const record = recordOf(db, opener, filter)
    if (record && (filter.id ?? record.row.id) === record.row.id) yield read(record)
    return
  }
  const everything = { select, where: 'TRUE' }
  for (const piece of inUriOrder<RecordRow>(db, opener, everything, chunk)) yield* piece.map(read)
}

function recordOf(db: Database, opener: Opener, { uri, id }: RecordFilter): Walked<RecordRow> | undefined {
  const row =
    uri === undefined
      ? db.prepare<[number | undefined], RecordRow>(`${select} WHERE r.id = ?`).get(id)
      : db.prepare<[string], RecordRow>(`${select} WHERE r.uri = ?`).get(keyFor(opener, uri))
  return row && { uri: opener.isOpen ? openUri(opener, row.key, row.uri_sealed) : null, row }
}

const select = `SELECT ${walkColumns}, r.uri_masked, r.parent_id, r.size_bytes, r.modified_at, r.sha256, r.media_type,
  r.medium, r.kind, r.kind_confidence, r.kind_because, r.language, r.coverage, r.coverage_cause, r.problems, r.dpc, r.ei,
  r.cb, r.severity_score, r.severity, r.explanation, r.duplicate_of FROM record r`

interface RecordRow extends WalkRow {
  readonly uri_masked: string | null
  readonly parent_id: number | null
  readonly size_bytes: number
  readonly modified_at: string | null
  readonly sha256: string | null
  readonly media_type: string
  readonly medium: string
  readonly kind: RecordKindId
  readonly kind_confidence: number
  readonly kind_because: string
  readonly language: string | null
  readonly coverage: Coverage
  readonly coverage_cause: CoverageCause | null
  readonly problems: string
  readonly dpc: number
  readonly ei: number
  readonly cb: number
  readonly severity_score: number
  readonly severity: SeverityLevel
  readonly explanation: string
  readonly duplicate_of: number | null
}

/** What every row with a value has. */
interface ValueRow {
  readonly masked: string
  readonly digest: string
  readonly value: unknown
}
interface PlacedRow extends ValueRow {
  readonly confidence: number
  readonly location: string | null
}
interface FindingRow extends PlacedRow {
  readonly entity_type: string
  readonly origin: string
  readonly detector: string
  readonly evidence: string
  readonly cells: number | null
  readonly distinct_values: number | null
  readonly role: string | null
}
interface ColumnRow extends Omit<StoredColumn, 'distinct' | 'entityType' | 'examples'> {
  readonly entity_type: string | null
  readonly distinct_values: number
  readonly examples: string
}
interface ProfileRow {
  readonly rows: number
  readonly person_rows: number
}
type Named<Row> = Row & { readonly name: string }
interface PictureRow {
  readonly frame_at: number | null
  readonly width: number
  readonly height: number
  readonly faces: string | null
  readonly persons: number | null
  readonly exposure: number | null
  readonly labels: string | null
  readonly hash: string | null
}

function makeRecordReader(db: Database, opener: Opener): (walked: Walked<RecordRow>) => StoredRecord {
  const findings = rowsOf<FindingRow>(
    db,
    'finding',
    'entity_type, masked, digest, value, confidence, origin, location, detector, evidence, cells, distinct_values, role',
  )
  const fields = rowsOf<Named<PlacedRow>>(db, 'field', 'name, masked, digest, value, confidence, location')
  const metadata = rowsOf<Named<ValueRow>>(db, 'metadata', 'name, masked, digest, value')
  const pictures = rowsOf<PictureRow>(db, 'picture', 'frame_at, width, height, faces, persons, exposure, labels, hash')
  const flags = rowsOf<{ readonly name: string; readonly detail: string | null }>(db, 'flag', 'name, detail')

  const columns = rowsOf<ColumnRow>(
    db,
    'table_column',
    'name, type, entity_type, share, filled, distinct_values, examples',
  )
  const profiles = db.prepare<[number], ProfileRow>('SELECT rows, person_rows FROM table_profile WHERE record_id = ?')

  return ({ uri, row }) => {
    const open = (table: string, name: string, { value, digest }: ValueRow) => {
      try {
        return opener.open(value, { table, column: 'value', record: row.key, name, digest })
      } catch (error) {
        throw corruptAt(error, `${table}.value of record #${row.id}`)
      }
    }
    return {
      ...baseOf(row, shownUri(uri, row, opener)),
      findings: findings(row.id).map((finding) => ({
        entityType: finding.entity_type,
        ...placed(finding, open('finding', finding.entity_type, finding)),
        origin: finding.origin,
        detector: finding.detector,
        evidence: evidenceOf(finding.evidence),
        cells: finding.cells ?? 1,
        distinct: finding.distinct_values ?? 1,
        role: finding.role,
      })),
      fields: fields(row.id).map((field) => ({
        name: field.name,
        ...placed(field, open('field', field.name, field)),
      })),
      metadata: metadata(row.id).map((entry) => ({ ...entry, value: open('metadata', entry.name, entry) })),
      pictures: pictures(row.id).map(pictureOf),
      flags: flags(row.id),
      table: tableOf(profiles.get(row.id), () => columns(row.id)),
    }
  }
}

/** Names what does not open: its table and record, and nothing of it. */
function corruptAt(error: unknown, where: string): unknown {
  if (!(error instanceof StoreError)) return error
  return new StoreError(error.code, `${where} does not open: its bytes or their place were changed.`, { cause: error })
}

/** The rows of one record, in the order in which they were found. */
function rowsOf<Row>(db: Database, table: string, names: string): (recordId: number) => Row[] {
  const statement = db.prepare<[number, number], Row>(
    `SELECT ${names} FROM ${table} WHERE id BETWEEN ? AND ? ORDER BY id`,
  )
  return (id) => statement.all(id * rowsPerRecord, (id + 1) * rowsPerRecord - 1)
}

function shownUri(uri: string | null, row: RecordRow, { mode }: Opener): string {
  return mode === 'masked' || uri === null ? (row.uri_masked ?? row.key) : uri
}

function baseOf(row: RecordRow, uri: string) {
  return {
    id: row.id,
    uri,
    parentId: row.parent_id,
    sizeBytes: row.size_bytes,
    modifiedAt: row.modified_at,
    sha256: row.sha256,
    mediaType: row.media_type,
    medium: row.medium,
    kind: row.kind,
    kindConfidence: row.kind_confidence,
    kindBecause: JSON.parse(row.kind_because) as string[],
    language: row.language,
    coverage: row.coverage,
    coverageCause: row.coverage_cause,
    problems: JSON.parse(row.problems) as unknown[],
    dpc: row.dpc,
    ei: row.ei,
    cb: row.cb,
    severityScore: row.severity_score,
    severity: row.severity,
    explanation: JSON.parse(row.explanation) as unknown,
    duplicateOf: row.duplicate_of,
  }
}

function placed({ masked, digest, confidence, location }: PlacedRow, value: string | null): StoredValue {
  return { masked, digest, value, confidence, location: location === null ? null : (JSON.parse(location) as unknown) }
}

/** The store's short form, `[step, note, confidence]`, spelled out. */
function evidenceOf(json: string): readonly Evidence[] {
  const steps = JSON.parse(json) as [Evidence['step'], string, number][]
  return steps.map(([step, note, confidence]) => ({ step, note, confidence }))
}

function tableOf(profile: ProfileRow | undefined, columns: () => readonly ColumnRow[]): StoredTable | null {
  if (!profile) return null
  return {
    rows: profile.rows,
    personRows: profile.person_rows,
    columns: columns().map(({ name, type, entity_type, share, filled, distinct_values, examples }) => ({
      name,
      type,
      entityType: entity_type,
      share,
      filled,
      distinct: distinct_values,
      examples: JSON.parse(examples) as string[],
    })),
  }
}

function pictureOf({ frame_at, faces, labels, ...rest }: PictureRow) {
  return {
    frameAt: frame_at,
    ...rest,
    faces: faces === null ? null : (JSON.parse(faces) as unknown),
    labels: labels === null ? null : (JSON.parse(labels) as unknown),
  }
}
