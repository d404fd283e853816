import BetterSqlite3, { type Database } from 'better-sqlite3'
import { StoreError } from '../store.ts'

/** `application_id` of our files, "leak" in ASCII: tells them from other SQLite files. */
export const applicationId = 0x6c65616b

/** One step of the schema; a file's `user_version` says how many it has taken. Steps are added, never changed. */
export type Migration = (db: Database) => void

/**
 * DESIGN §5's tables. Columns beyond the contract: `record.kind_because`, `problems` and `facts` (JSON), `score_basis`
 * (context and links that the score was worked out with), `row_digest` (all that was found in the record, without keys,
 * ids and times), `last_id` (of the last record inside it), `gone` (its entry is no longer in the source), `uri_masked`,
 * `uri_sealed`; `finding.evidence` and `marks` ({@link marks}).
 *
 * Ids of rows that belong to a record are its id times 2^20 and a number: a record's rows lie together and are found
 * and deleted by their primary key, so that loading keeps no index but that of the uri.
 */
const tables = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE scan (
  id INTEGER PRIMARY KEY, tool_version TEXT NOT NULL, source TEXT NOT NULL, options TEXT NOT NULL,
  started_at TEXT NOT NULL, finished_at TEXT, status TEXT NOT NULL, digest TEXT
);

CREATE TABLE record (
  id INTEGER PRIMARY KEY, scan_id INTEGER NOT NULL REFERENCES scan (id), uri TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  size_bytes INTEGER NOT NULL, modified_at TEXT, sha256 TEXT, media_type TEXT NOT NULL, medium TEXT NOT NULL,
  kind TEXT NOT NULL, kind_confidence REAL NOT NULL, language TEXT,
  coverage TEXT NOT NULL CHECK (coverage IN ('full', 'partial', 'none')), coverage_cause TEXT,
  dpc REAL NOT NULL, ei REAL NOT NULL, cb REAL NOT NULL, severity_score REAL NOT NULL, severity TEXT NOT NULL,
  explanation TEXT NOT NULL,
  duplicate_of INTEGER REFERENCES record (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  kind_because TEXT NOT NULL, problems TEXT NOT NULL, facts TEXT NOT NULL, score_basis TEXT NOT NULL,
  row_digest TEXT NOT NULL, last_id INTEGER NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
  uri_masked TEXT, uri_sealed BLOB
);

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  entity_type TEXT NOT NULL, masked TEXT NOT NULL, digest TEXT NOT NULL, value, confidence REAL NOT NULL,
  origin TEXT NOT NULL, location TEXT NOT NULL, detector TEXT NOT NULL, evidence TEXT NOT NULL, marks INTEGER NOT NULL
);

CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, masked TEXT NOT NULL, digest TEXT NOT NULL, value, confidence REAL NOT NULL, location TEXT
);

CREATE TABLE metadata (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, masked TEXT NOT NULL, digest TEXT NOT NULL, value
);

CREATE TABLE picture (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  frame_at REAL, width INTEGER NOT NULL, height INTEGER NOT NULL, faces TEXT, persons INTEGER, exposure REAL,
  labels TEXT
);

CREATE TABLE flag (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, detail TEXT
);

CREATE INDEX record_parent ON record (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX record_duplicate ON record (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX record_gone ON record (id) WHERE gone = 1;
`

/**
 * What tables hold. A finding of a table stands for `cells` cells of a column, with about `distinct_values` values; both
 * are NULL where it stands at one place. `column_value` has the keyed digests of the first values of such findings, by
 * which records are linked and people counted as by the findings themselves.
 */
const tableProfiles = `
ALTER TABLE finding ADD COLUMN cells INTEGER;
ALTER TABLE finding ADD COLUMN distinct_values INTEGER;

CREATE TABLE table_profile (
  record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  rows INTEGER NOT NULL, person_rows INTEGER NOT NULL
);

CREATE TABLE table_column (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL, type TEXT NOT NULL, entity_type TEXT, share REAL NOT NULL, filled INTEGER NOT NULL,
  distinct_values INTEGER NOT NULL, examples TEXT NOT NULL
);

CREATE TABLE column_value (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  entity_type TEXT NOT NULL, digest TEXT NOT NULL, marks INTEGER NOT NULL
);

CREATE INDEX finding_cells ON finding (entity_type, cells, distinct_values) WHERE cells IS NOT NULL;
`

/** What pictures that look the same have nearly in common: `Picture.hash`. */
const pictureHashes = 'ALTER TABLE picture ADD COLUMN hash TEXT'

/** Made when a first run ends, or earlier if rows must be deleted: while loading they would cost more than the rows. */
const indexesByRecord = `
CREATE INDEX IF NOT EXISTS finding_record ON finding (record_id);
CREATE INDEX IF NOT EXISTS field_record ON field (record_id);
CREATE INDEX IF NOT EXISTS metadata_record ON metadata (record_id);
CREATE INDEX IF NOT EXISTS picture_record ON picture (record_id);
CREATE INDEX IF NOT EXISTS flag_record ON flag (record_id);
CREATE INDEX IF NOT EXISTS table_column_record ON table_column (record_id);
CREATE INDEX IF NOT EXISTS column_value_record ON column_value (record_id);
CREATE INDEX IF NOT EXISTS code_shape_record ON code_shape (record_id);
`

const indexesByValue = `
CREATE INDEX IF NOT EXISTS record_content ON record (sha256) WHERE sha256 IS NOT NULL AND size_bytes > 0 AND gone = 0;
CREATE INDEX IF NOT EXISTS finding_value ON finding (entity_type, digest, marks);
CREATE INDEX IF NOT EXISTS column_value_digest ON column_value (entity_type, digest, marks);
`

/** How a scan was made: what a chain of custody asks for. `models`, `environment` and `clock` are JSON. */
const custody = `
ALTER TABLE scan ADD COLUMN manifest_sha256 TEXT;
ALTER TABLE scan ADD COLUMN models TEXT;
ALTER TABLE scan ADD COLUMN environment TEXT;
ALTER TABLE scan ADD COLUMN clock TEXT;
`

/** What a person is to the record, where the text tells: `patient`, `practitioner`, `relative` or `staff`. */
const personRoles = 'ALTER TABLE finding ADD COLUMN role TEXT'

/**
 * How numbers of series are written: `shape` of those that a label says are patients', with the row that holds the value;
 * of codes that nothing claims, and of those of something else, its keyed digest alone. Patients' numbers without a label
 * are learnt from it.
 */
const codeShapes = `
CREATE TABLE code_shape (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  use INTEGER NOT NULL, shape TEXT, digest TEXT NOT NULL, value_id INTEGER, count INTEGER NOT NULL
);
`

/** Every step so far, the oldest first. */
export const migrations: readonly Migration[] = Object.freeze([
  (db: Database) => void db.exec(tables),
  (db: Database) => void db.exec(tableProfiles),
  (db: Database) => void db.exec(pictureHashes),
  (db: Database) => void db.exec(custody),
  (db: Database) => void db.exec(personRoles),
  (db: Database) => void db.exec(codeShapes),
])

/** Rows of one table that one record may have; their ids are `record id × rowsPerRecord + number`. */
export const rowsPerRecord = 2 ** 20

/** Bits of `finding.marks`. */
export const marks = Object.freeze({
  /** The first finding of its entity type in its record. */
  firstOfType: 1,
  /** A person's name in full. */
  fullName: 2,
  /** … that the content itself states: not a folder's name, not an author or artist from metadata. */
  statedName: 4,
  /** As likely right as not, or likelier; what is less sure counts for nobody. */
  sure: 8,
})

/** Without them a record can't be deleted but by looking through every row. */
export function ensureRecordIndexes(db: Database): void {
  db.exec(indexesByRecord)
}

/** Every index of a store that is done. */
export function ensureIndexes(db: Database): void {
  db.exec(indexesByRecord)
  db.exec(indexesByValue)
}

/**
 * What a file that SQLite can open is to us.
 * @throws StoreError `not_a_store` where it belongs to another program, `newer_version` where this program is too old
 */
export function identifyFile(db: Database, path: string, known: number = migrations.length): 'empty' | 'store' {
  const id = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  if (id !== applicationId) {
    if (id === 0 && version === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined)
      return 'empty'
    throw new StoreError('not_a_store', `${path} is an SQLite file, but not one that leaksift made.`)
  }
  if (version > known) {
    throw new StoreError(
      'newer_version',
      `${path} was made by a newer leaksift (schema ${version}, this one knows ${known}). Use that version, or another file.`,
    )
  }
  return 'store'
}

/**
 * Whether a file's tables are those that its `user_version` says: bits that flipped in the schema leave a file that SQLite
 * opens, and whose columns have other names.
 */
export function hasOurTables(db: Database): boolean {
  const ours = new BetterSqlite3(':memory:')
  try {
    migrate(ours, migrations.slice(0, Number(db.pragma('user_version', { simple: true }))))
    return JSON.stringify(tablesOf(db)) === JSON.stringify(tablesOf(ours))
  } finally {
    ours.close()
  }
}

function tablesOf(db: Database): unknown {
  return db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
}

/** Takes a file to the newest schema, forward only, each step whole or not at all. */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const from = Number(db.pragma('user_version', { simple: true }))
  for (const [index, step] of steps.entries()) {
    if (index < from) continue
    db.transaction(() => {
      step(db)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}
