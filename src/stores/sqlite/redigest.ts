import type { Database } from 'better-sqlite3'
import type { SealPlace } from '../values/seal.ts'

/** What becomes of everything that a store keeps under its keys. */
export interface Renewal {
  readonly redigest: (digest: string) => string
  /** What becomes of sealed bytes that stood in one place and are to stand in another; null drops them. */
  readonly reseal: (sealed: Buffer, from: SealPlace, to: SealPlace) => Buffer | null
  /** Whether the store names its records by the digests of their uris. */
  readonly hasSealedUris: boolean
}

/**
 * Puts every digest and every sealed value of a store under other keys; runs inside the caller's transaction, and SQLite
 * overwrites what was there.
 */
export function renewRows(db: Database, { redigest, reseal, hasSealedUris }: Renewal): void {
  const uriAfter = hasSealedUris ? redigest : (key: string) => key
  db.function('leaksift_redigest', { deterministic: true }, (digest: unknown) => redigest(String(digest)))
  db.function(
    'leaksift_reseal',
    { deterministic: false },
    (value: unknown, table: unknown, column: unknown, name: unknown, key: unknown, digest: unknown) => {
      if (!(value instanceof Uint8Array)) return value
      const own = { table: String(table), column: String(column), name: String(name) }
      const [record, of] = [String(key), String(digest)]
      const from = { ...own, record, digest: of }
      return reseal(Buffer.from(value), from, {
        ...own,
        record: uriAfter(record),
        digest: of === '' ? '' : redigest(of),
      })
    },
  )
  const key = '(SELECT uri FROM record WHERE record.id = record_id)'
  for (const [table, name] of tables) {
    db.exec(
      `UPDATE ${table} SET digest = leaksift_redigest(digest),
         value = CASE WHEN typeof(value) = 'blob'
           THEN leaksift_reseal(value, '${table}', 'value', ${name}, ${key}, digest) ELSE value END`,
    )
  }
  db.exec('UPDATE column_value SET digest = leaksift_redigest(digest)')
  db.exec('UPDATE code_shape SET digest = leaksift_redigest(digest)')
  if (hasSealedUris) {
    db.exec(
      `UPDATE record SET uri = leaksift_redigest(uri),
         uri_sealed = CASE WHEN uri_sealed IS NULL THEN NULL ELSE leaksift_reseal(uri_sealed, 'record', 'uri', '', uri, '') END`,
    )
  }
}

/** Tables with values, and the column that a sealed value is bound to by name. */
const tables = [
  ['finding', 'entity_type'],
  ['field', 'name'],
  ['metadata', 'name'],
] as const
