import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ensureIndexes, identifyFile, type Migration, migrate, migrations } from '../../../src/stores/sqlite/schema.ts'

/** DESIGN §5: programs of others rely on these. */
const contract = {
  scan: ['id', 'tool_version', 'source', 'options', 'started_at', 'finished_at', 'status', 'digest'],
  record: [
    ...['id', 'scan_id', 'uri', 'parent_id', 'size_bytes', 'modified_at', 'sha256', 'media_type', 'medium', 'kind'],
    ...['kind_confidence', 'language', 'coverage', 'coverage_cause', 'dpc', 'ei', 'cb', 'severity_score', 'severity'],
    ...['explanation', 'duplicate_of'],
  ],
  finding: [
    ...['id', 'record_id', 'entity_type', 'masked', 'digest', 'value', 'confidence', 'origin', 'location', 'detector'],
  ],
  field: ['id', 'record_id', 'name', 'masked', 'digest', 'value', 'confidence', 'location'],
  metadata: ['id', 'record_id', 'name', 'masked', 'digest', 'value'],
  picture: ['id', 'record_id', 'frame_at', 'width', 'height', 'faces', 'persons', 'exposure', 'labels', 'hash'],
  flag: ['record_id', 'name', 'detail'],
}

const columnsOf = (db: Database.Database, table: string) =>
  (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
const versionOf = (db: Database.Database) => db.pragma('user_version', { simple: true })

describe('the schema', () => {
  it.each(Object.entries(contract))('has the table %s with its columns', (table, names) => {
    const db = new Database(':memory:')
    migrate(db)
    expect(columnsOf(db, table)).toEqual(expect.arrayContaining(names))
  })

  it('finds what belongs to a record by an index', () => {
    const db = new Database(':memory:')
    migrate(db)
    ensureIndexes(db)
    for (const table of ['finding', 'field', 'metadata', 'picture', 'flag']) {
      const [step] = db
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE record_id = 1`)
        .all()
      expect(step?.detail).toContain(`${table}_record`)
    }
    const plan = db.prepare<[], { detail: string }>('EXPLAIN QUERY PLAN DELETE FROM record WHERE id = 1').all()
    expect(plan.filter(({ detail }) => detail.includes('SCAN'))).toEqual([])
  })
})

describe('migrations', () => {
  const next: Migration = (db) => void db.exec('ALTER TABLE scan ADD COLUMN extra TEXT')
  const failing: Migration = (db) => {
    db.exec('CREATE TABLE half (id)')
    throw new Error('on purpose')
  }

  it('go forward from whatever was taken', () => {
    const db = new Database(':memory:')
    migrate(db)
    migrate(db)
    expect(versionOf(db)).toBe(migrations.length)
    migrate(db, [...migrations, next])
    migrate(db, [...migrations, next])
    expect(versionOf(db)).toBe(migrations.length + 1)
    expect(columnsOf(db, 'scan')).toContain('extra')
    expect(() => identifyFile(db, 'x')).toThrow('newer leaksift')
  })

  it('take a step whole or not at all', () => {
    const db = new Database(':memory:')
    expect(() => migrate(db, [...migrations, failing])).toThrow('on purpose')
    expect(versionOf(db)).toBe(migrations.length)
    expect(columnsOf(db, 'half')).toEqual([])
    expect(identifyFile(db, 'x')).toBe('store')
  })
})
