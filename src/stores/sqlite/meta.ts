import type { Database } from 'better-sqlite3'
import { StoreError } from '../store.ts'
import type { VaultRecord } from '../values/vault.ts'

/** What a store remembers beside its records. */
export interface Meta {
  readonly vault: VaultRecord
  /** What the dump as a whole is, once decided. */
  readonly context: string
  /** By what each entity type identifies somebody; the store's own table where null. */
  readonly families: Readonly<Record<string, string>> | null
}

/** Reads one entry. */
export function readMeta<Key extends keyof Meta>(db: Database, key: Key): Meta[Key] | undefined {
  const json = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) as
    | string
    | undefined
  return json === undefined ? undefined : (JSON.parse(json) as Meta[Key])
}

/** Writes one entry. */
export function writeMeta<Key extends keyof Meta>(db: Database, key: Key, value: Meta[Key]): void {
  db.prepare<[string, string]>('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, JSON.stringify(value))
}

/** How the store keeps values. */
export function vaultRecordOf(db: Database, path: string): VaultRecord {
  const record = readMeta(db, 'vault')
  if (!record) throw new StoreError('corrupt', `${path} does not say how it keeps values. Start over with --fresh.`)
  return record
}
