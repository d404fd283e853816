import type { Database } from 'better-sqlite3'
import { type StoredEntry, StoreError } from '../store.ts'
import type { Opener } from '../values/vault.ts'
import { type Manifest, makeManifest } from './manifest.ts'
import { inUriOrder, openUri, type WalkRow, walkColumns } from './walk.ts'

interface EntryRow extends WalkRow {
  readonly uri_masked: string | null
  readonly size_bytes: number
  readonly modified_at: string | null
  readonly sha256: string | null
}

const select = `SELECT ${walkColumns}, r.uri_masked, r.size_bytes, r.modified_at, r.sha256 FROM record r`
const own = 'r.parent_id IS NULL AND r.gone = 0'

/** Rows read between two looks at the connection. */
const chunk = 1_000

/** As StoreReader.entry. */
export function entryOf(db: Database, opener: Opener, uri: string): StoredEntry | undefined {
  const row = db.prepare<[string], EntryRow>(`${select} WHERE r.uri = ? AND ${own}`).get(keyFor(opener, uri))
  return row && entry(row, opener)
}

/** The `uri` column of an entry. @throws StoreError `no_key` where that takes a key which is missing */
export function keyFor({ mode, digest }: Opener, uri: string): string {
  if (mode !== 'sealed') return uri
  if (digest) return digest('uri', uri)
  throw new StoreError('no_key', 'To find a record of a sealed store by its path, its key file is needed (--key-file).')
}

/** As StoreReader.entries. */
export function* entriesOf(db: Database, opener: Opener): Generator<StoredEntry> {
  const next = db.prepare<[number, number], EntryRow>(`${select} WHERE r.id > ? AND ${own} ORDER BY r.id LIMIT ?`)
  let last = 0
  for (let rows = next.all(last, chunk); rows.length > 0; rows = next.all(last, chunk)) {
    for (const row of rows) yield entry(row, opener)
    last = rows.at(-1)?.id ?? last
  }
}

/** As StoreReader.manifest. */
export function manifestOf(db: Database, opener: Opener): string | null {
  if (!opener.isOpen) return null
  const manifest: Manifest = makeManifest()
  for (const rows of inUriOrder<EntryRow>(db, opener, { select, where: own }, chunk)) {
    for (const { uri, row } of rows) manifest.add(uri ?? row.key, row.sha256)
  }
  return manifest.sha256()
}

function entry(row: EntryRow, opener: Opener): StoredEntry {
  const uri = opener.isOpen ? openUri(opener, row.key, row.uri_sealed) : null
  return {
    id: row.id,
    uri,
    shown: opener.mode === 'masked' || uri === null ? (row.uri_masked ?? row.key) : uri,
    sizeBytes: row.size_bytes,
    modifiedAt: row.modified_at,
    sha256: row.sha256,
  }
}
