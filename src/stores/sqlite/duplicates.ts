import type { Database } from 'better-sqlite3'
import { compareUris } from '../values/uri-order.ts'
import type { Vault } from '../values/vault.ts'
import { openUri } from './walk.ts'

/** Records that may be another's copy; the same words as the index `record_content` has. */
const comparable = 'sha256 IS NOT NULL AND size_bytes > 0 AND gone = 0'

/** Points every record at the one of the same content whose uri comes first; that one and single ones at none. */
export function markDuplicates(db: Database, vault: Vault): void {
  db.transaction(() => {
    db.exec(
      `UPDATE record SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL AND (NOT (${comparable}) OR NOT EXISTS (
         SELECT 1 FROM record AS first WHERE first.id = record.duplicate_of AND first.gone = 0
           AND first.sha256 = record.sha256 AND first.size_bytes > 0))`,
    )
    if (vault.mode === 'sealed') pointSealed(db, vault)
    else pointByUri(db)
  }).immediate()
}

/** SQLite takes the bare `id` from the row that has the smallest uri. */
function pointByUri(db: Database): void {
  db.exec(
    `UPDATE record SET duplicate_of = nullif(first.id, record.id)
     FROM (SELECT sha256 AS content, id, min(uri) FROM record WHERE ${comparable} GROUP BY sha256 HAVING count(*) > 1) AS first
     WHERE record.sha256 = first.content AND ${comparable.replace(/\b(sha256|size_bytes|gone)\b/g, 'record.$1')}
       AND record.duplicate_of IS NOT nullif(first.id, record.id)`,
  )
}

/** The order of sealed uris is not the database's to see: one group after the other is opened and compared here. */
function pointSealed(db: Database, vault: Vault): void {
  const groups = db.prepare<[string], string>(
    `SELECT sha256 FROM record WHERE ${comparable} AND sha256 > ? GROUP BY sha256 HAVING count(*) > 1 ORDER BY sha256 LIMIT 1000`,
  )
  const members = db
    .prepare<[string, number], [number, string, Buffer]>(
      `SELECT id, uri, uri_sealed FROM record WHERE ${comparable} AND sha256 = ? AND id > ? ORDER BY id LIMIT 1000`,
    )
    .raw()
  const point = db.prepare<[number, string]>(
    `UPDATE record SET duplicate_of = nullif(?, id) WHERE ${comparable} AND sha256 = ?`,
  )
  let last = ''
  const next = () => groups.pluck().all(last) as string[]
  for (let contents = next(); contents.length > 0; contents = next()) {
    for (const content of contents) {
      point.run(firstOf(content), content)
      last = content
    }
  }

  function firstOf(content: string): number {
    let first: { readonly id: number; readonly uri: string } | undefined
    let after = 0
    for (let rows = members.all(content, after); rows.length > 0; rows = members.all(content, after)) {
      for (const [id, key, sealed] of rows) {
        const uri = openUri(vault, key, sealed)
        if (!first || compareUris(uri, first.uri) < 0) first = { id, uri }
        after = id
      }
    }
    if (!first) throw new Error('a group of copies without a member')
    return first.id
  }
}
