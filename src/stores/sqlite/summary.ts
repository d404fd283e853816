import type { Database } from 'better-sqlite3'
import type { Coverage, CoverageCause } from '../../core/problem.ts'
import type { PictureCount, ScanInfo, Summary } from '../../core/result.ts'
import type { SeverityLevel } from '../../core/severity.ts'
import { type Families, typesOf, usualFamilies } from '../families.ts'
import type { ValueMode } from '../store.ts'
import { countDifferent } from './likeness.ts'
import { readMeta } from './meta.ts'
import { theScan } from './runs.ts'
import { marks, rowsPerRecord } from './schema.ts'

/** Records that are alike in all that is counted. */
interface Group {
  readonly kind: string
  readonly severity: SeverityLevel
  readonly medium: string
  readonly coverage: Coverage
  readonly cause: string | null
  readonly language: string | null
  readonly records: number
  readonly bytes: number
  readonly duplicates: number
}

/**
 * Counts of what the source holds; records of entries that are gone count only as such. Every number comes from one
 * pass over the records and one over the index of values.
 */
export function summarize(db: Database, mode: ValueMode): Summary {
  const scan = theScan(db)
  const [alerts, groups] = apart(groupsOf(db), 'alert_hash')
  const [known, others] = apart(groups, 'known_good')
  const goneCount = countOf(db, 'SELECT count(*) FROM record WHERE gone = 1')
  const families = (readMeta(db, 'families') ?? usualFamilies) as Families
  return {
    scan,
    values: readMeta(db, 'vault')?.isForgotten ? 'masked' : mode,
    context: readMeta(db, 'context') ?? 'not decided yet',
    records: sum(groups, 'records'),
    // What lies inside an entry has no bytes of its own in the source.
    bytes: countOf(db, 'SELECT coalesce(sum(size_bytes), 0) FROM record WHERE gone = 0 AND parent_id IS NULL'),
    duplicates: sum(groups, 'duplicates'),
    kinds: by(groups, 'kind').map(([kind, own]) => ({
      kind,
      records: sum(own, 'records'),
      bySeverity: severities(own),
    })),
    media: by(groups, 'medium').map(([medium, own]) => ({
      medium,
      records: sum(own, 'records'),
      bytes: sum(own, 'bytes'),
    })),
    severity: severities(groups),
    coverage: coverages(groups),
    listed: { alerts: sum(alerts, 'records'), knownGood: sum(known, 'records') },
    unread: severities(others.filter(({ coverage }) => coverage === 'none')),
    causes: by(groups, 'cause').map(([cause, own]) => ({ cause, records: sum(own, 'records') })),
    entities: entitiesOf(db, goneCount > 0),
    flags: flagsOf(db),
    languages: by(groups, 'language').map(([language, own]) => ({ language, records: sum(own, 'records') })),
    people: peopleOf(db, families, goneCount > 0),
    pictures: picturesOf(db),
    notes: notesOf(db, scan, goneCount),
  }
}

function groupsOf(db: Database): readonly Group[] {
  return db
    .prepare<[], Group>(
      `SELECT kind, severity, medium, coverage, coverage_cause AS cause, language, count(*) AS records,
         sum(size_bytes) AS bytes, count(duplicate_of) AS duplicates
       FROM record WHERE gone = 0 GROUP BY 1, 2, 3, 4, 5, 6`,
    )
    .all()
}

/** Those of a cause, and the others. */
function apart(groups: readonly Group[], cause: CoverageCause): readonly [readonly Group[], readonly Group[]] {
  return [groups.filter((group) => group.cause === cause), groups.filter((group) => group.cause !== cause)]
}

function sum(groups: readonly Group[], what: 'records' | 'bytes' | 'duplicates'): number {
  return groups.reduce((total, group) => total + group[what], 0)
}

/** The groups by one of their names, those with the most records first; records without one are left out. */
function by(groups: readonly Group[], what: 'kind' | 'medium' | 'cause' | 'language'): [string, readonly Group[]][] {
  const named = groups.filter((group) => group[what] !== null)
  const all = Object.entries(Object.groupBy(named, (group) => group[what] ?? ''))
  return all
    .map(([name, own]): [string, readonly Group[]] => [name, own ?? []])
    .sort(([a, own], [b, other]) => sum(other, 'records') - sum(own, 'records') || (a < b ? -1 : 1))
}

function severities(groups: readonly Group[]): Record<SeverityLevel, number> {
  const counts = { low: 0, medium: 0, high: 0, very_high: 0 }
  for (const { severity, records } of groups) counts[severity] += records
  return counts
}

function coverages(groups: readonly Group[]): Record<Coverage, number> {
  const counts = { full: 0, partial: 0, none: 0 }
  for (const { coverage, records } of groups) counts[coverage] += records
  return counts
}

function countOf(db: Database, sql: string, ...values: readonly string[]): number {
  return Number(
    db
      .prepare<string[]>(sql)
      .pluck()
      .get(...values),
  )
}

/** Leaves out the findings of records that are gone; says nothing where there are none, so that the index suffices. */
function present(hasGone: boolean): string {
  return hasGone ? `AND id / ${rowsPerRecord} NOT IN (SELECT id FROM record WHERE gone = 1)` : ''
}

function entitiesOf(db: Database, hasGone: boolean): Summary['entities'] {
  const single = `SELECT entity_type, digest, count(*) AS n, sum(marks & ${marks.firstOfType}) AS first
    FROM finding WHERE TRUE ${present(hasGone)} GROUP BY entity_type, digest`
  const inColumns = `SELECT DISTINCT entity_type, digest, 0, 0 FROM column_value WHERE TRUE ${present(hasGone)}`
  const all = `SELECT entity_type, sum(n) AS n, sum(first) AS first FROM (${single} UNION ALL ${inColumns})
    GROUP BY entity_type, digest`
  // The index gives single findings in order; where there are only those, nothing needs sorting.
  const hasTables = db.prepare('SELECT 1 FROM column_value LIMIT 1').get() !== undefined
  const counted = db
    .prepare<[], Summary['entities'][number]>(
      `SELECT entity_type AS entityType, sum(n) AS findings, sum(first) AS records, count(*) AS "distinct"
       FROM (${hasTables ? all : single}) GROUP BY entity_type ORDER BY findings DESC, entity_type`,
    )
    .all()
  const columns = columnsOf(db, hasGone)
  if (columns.size === 0) return counted
  return counted
    .map((entity) => {
      const column = columns.get(entity.entityType)
      if (!column) return entity
      const { findings, distinct } = entity
      return { ...entity, findings: findings + column.further, distinct: Math.max(distinct, column.most) }
    })
    .sort((a, b) => b.findings - a.findings || (a.entityType < b.entityType ? -1 : 1))
}

interface ColumnCounts {
  readonly entityType: string
  /** Cells beyond the one that each finding counts for itself. */
  readonly further: number
  /** Different values in the column that has the most: its values may be another's too. */
  readonly most: number
}

/** What the findings that stand for whole columns add. */
function columnsOf(db: Database, hasGone: boolean): ReadonlyMap<string, ColumnCounts> {
  const rows = db
    .prepare<[], ColumnCounts>(
      `SELECT entity_type AS entityType, sum(cells - 1) AS further, max(distinct_values) AS most
       FROM finding WHERE cells IS NOT NULL ${present(hasGone)} GROUP BY entity_type`,
    )
    .all()
  return new Map(rows.map((row) => [row.entityType, row]))
}

function flagsOf(db: Database): Summary['flags'] {
  return db
    .prepare<[], Summary['flags'][number]>(
      `SELECT name AS flag, count(DISTINCT record_id) AS records FROM flag
       WHERE name = 'gone' OR record_id NOT IN (SELECT id FROM record WHERE gone = 1)
       GROUP BY name ORDER BY records DESC, name`,
    )
    .all()
}

function peopleOf(db: Database, families: Families, hasGone: boolean): Summary['people'] {
  const columns = columnsOf(db, hasGone)
  const among = (table: string, mark: number) =>
    `SELECT digest FROM ${table} WHERE entity_type = ? AND marks & ${mark} ${present(hasGone)}`
  const distinct = (types: readonly string[], mark: number = marks.sure) =>
    types.reduce((total, type) => {
      const sql = `SELECT count(*) FROM (${among('finding', mark)} UNION ${among('column_value', mark)})`
      const known = countOf(db, sql, type, type)
      // A column of single names says nothing of full ones.
      return total + (known > 0 ? Math.max(known, columns.get(type)?.most ?? 0) : 0)
    }, 0)
  return {
    names: distinct(['PERSON'], marks.fullName),
    emails: distinct(typesOf(families, 'email')),
    phones: distinct(['PHONE_NUMBER']),
    officialNumbers: distinct(typesOf(families, 'official_number')),
  }
}

interface StillRow {
  readonly hash: string | null
  readonly faces: number
  readonly persons: number
}

function picturesOf(db: Database): Summary['pictures'] {
  const stills = db
    .prepare<[], StillRow>(
      `SELECT hash, faces IS NOT NULL AND faces <> '[]' AS faces, persons > 0 AS persons
       FROM picture WHERE frame_at IS NULL AND persons IS NOT NULL
         AND record_id NOT IN (SELECT id FROM record WHERE gone = 1)`,
    )
    .all()
  const counted = (shown: PictureCount['shown'], rows: readonly StillRow[]) => ({
    shown,
    pictures: rows.length,
    distinct: countDifferent(rows.map(({ hash }) => hash)),
  })
  return [
    counted('anything', stills),
    counted(
      'persons',
      stills.filter(({ persons }) => persons === 1),
    ),
    counted(
      'faces',
      stills.filter(({ faces }) => faces === 1),
    ),
  ].filter(({ pictures }) => pictures > 0)
}

function notesOf(db: Database, scan: ScanInfo, goneCount: number): readonly string[] {
  const notes: string[] = []
  if (readMeta(db, 'vault')?.isForgotten) {
    notes.push(
      'The key of this store was destroyed (leaksift forget): no value or digest in it can be opened or guessed.',
    )
  }
  if (scan.status !== 'finished') {
    notes.push(`The scan is not finished (${scan.status}): every count is of what was read until now.`)
  }
  if (goneCount > 0) {
    notes.push(`${goneCount} records of entries that are no longer in the source are kept and not counted.`)
  }
  const versions = db
    .prepare<[], string>('SELECT DISTINCT tool_version FROM scan WHERE id IN (SELECT DISTINCT scan_id FROM record)')
    .pluck()
    .all()
  if (versions.length > 1) {
    notes.push(`Its records were made by different versions of leaksift: ${versions.sort().join(', ')}.`)
  }
  return notes
}
