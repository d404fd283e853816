import type { Database } from 'better-sqlite3'
import { StoreError } from '../store.ts'
import { compareUris } from '../values/uri-order.ts'
import type { Opener } from '../values/vault.ts'
import { uriPlace } from './rows.ts'

/** What every walk reads of a record. */
export interface WalkRow {
  readonly id: number
  /** The uri, or its digest in a sealed store. */
  readonly key: string
  readonly uri_sealed: Buffer | null
}

/** A row with its uri as it stands; null where it stays sealed. */
export interface Walked<Row extends WalkRow> {
  readonly uri: string | null
  readonly row: Row
}

/** The columns of {@link WalkRow}, of the table `record` called `r`. */
export const walkColumns = 'r.id, r.uri AS key, r.uri_sealed'

/** What to walk through. `select` has {@link walkColumns}; `where` is a condition on `r`. */
export interface WalkQuery {
  readonly select: string
  readonly where: string
}

/** Uris of a sealed store that are sorted at once; each such piece costs a pass over all of them. */
const sortedAtOnce = 100_000

/**
 * Records in uri order, in pieces, so that nothing is held but one of them and the connection is free between two.
 * Sealed uris are put in order in memory, never on disk; those that stay sealed come in the order of their digests.
 * @param size of a piece
 * @param sorted sealed uris that are held and sorted at once
 */
export function* inUriOrder<Row extends WalkRow>(
  db: Database,
  opener: Opener,
  query: WalkQuery,
  size: number,
  sorted: number = sortedAtOnce,
): Generator<readonly Walked<Row>[]> {
  if (opener.mode === 'sealed' && opener.isOpen) yield* inSealedOrder<Row>(db, opener, query, size, sorted)
  else yield* inKeyOrder<Row>(db, opener, query, size)
}

function* inKeyOrder<Row extends WalkRow>(
  db: Database,
  opener: Opener,
  { select, where }: WalkQuery,
  size: number,
): Generator<readonly Walked<Row>[]> {
  const next = db.prepare<[string, number], Row>(`${select} WHERE r.uri > ? AND ${where} ORDER BY r.uri LIMIT ?`)
  const isSealed = opener.mode === 'sealed'
  let last = ''
  for (let rows = next.all(last, size); rows.length > 0; rows = next.all(last, size)) {
    yield rows.map((row) => ({ uri: isSealed ? null : row.key, row }))
    last = rows.at(-1)?.key ?? last
  }
}

function* inSealedOrder<Row extends WalkRow>(
  db: Database,
  opener: Opener,
  { select, where }: WalkQuery,
  size: number,
  sorted: number,
): Generator<readonly Walked<Row>[]> {
  const get = db.prepare<[number], Row>(`${select} WHERE r.id = ?`)
  let last: string | undefined
  for (;;) {
    const piece = smallestAfter(db, opener, where, sorted, last)
    if (piece.length === 0) return
    for (let at = 0; at < piece.length; at += size) {
      yield piece.slice(at, at + size).flatMap(({ id, uri }) => {
        const row = get.get(id)
        return row ? [{ uri, row }] : []
      })
    }
    last = piece.at(-1)?.uri
  }
}

interface Opened {
  readonly id: number
  readonly uri: string
}

/** The smallest uris after `last`, in order: one pass over all. */
function smallestAfter(
  db: Database,
  opener: Opener,
  where: string,
  count: number,
  last: string | undefined,
): readonly Opened[] {
  let piece: Opened[] = []
  for (const opened of openedUris(db, opener, where)) {
    if (last !== undefined && compareUris(opened.uri, last) <= 0) continue
    piece.push(opened)
    if (piece.length >= 2 * count) piece = smallest(piece, count)
  }
  return smallest(piece, count)
}

function smallest(piece: Opened[], count: number): Opened[] {
  return piece.sort((a, b) => compareUris(a.uri, b.uri)).slice(0, count)
}

function* openedUris(db: Database, opener: Opener, where: string): Generator<Opened> {
  const next = db.prepare<[number], WalkRow>(
    `SELECT ${walkColumns} FROM record r WHERE r.id > ? AND ${where} ORDER BY r.id LIMIT 5000`,
  )
  let last = 0
  for (let rows = next.all(last); rows.length > 0; rows = next.all(last)) {
    for (const { id, key, uri_sealed } of rows) yield { id, uri: openUri(opener, key, uri_sealed) }
    last = rows.at(-1)?.id ?? last
  }
}

/**
 * A uri as it stands, from what the store holds of it.
 * @throws StoreError `corrupt` where it should open and does not
 */
export function openUri(opener: Opener, key: string, sealed: Buffer | null): string {
  if (opener.mode !== 'sealed') return key
  const uri = opener.open(sealed, uriPlace(key))
  if (uri === null) throw new StoreError('corrupt', 'A sealed uri is missing: the store was changed by something else.')
  return uri
}
