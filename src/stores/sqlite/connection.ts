import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../store.ts'
import { codeOf, damagedStore, withStoreErrors } from './errors.ts'
import { hasOurTables, identifyFile } from './schema.ts'

/** Milliseconds to wait for another program's transaction on the store. */
const patience = 5_000
const pageBytes = 4_096
/** A store on a medium that nothing can be written to is read into memory up to this size. */
const wholeBytes = 2 ** 31 - 1

/**
 * Opens the file for writing, made with mode 0600 where there is none (SQLite gives its -wal and -shm the same). One
 * that was there stays as it is, to the byte, until something is written to it.
 * @throws StoreError where there is something else, or nothing can be made
 */
export function openForWriting(path: string, maxBytes: number | undefined): { db: Database.Database; isNew: boolean } {
  return withStoreErrors(path, () => {
    if (path !== path.trim()) throw new StoreError('unreadable', "A store's name can't begin or end with a blank.")
    if (!existsSync(path)) closeSync(openSync(path, 'wx', 0o600))
    refuseFolder(path)
    const db = new Database(path, { fileMustExist: true, timeout: patience })
    try {
      const isNew = identifyFile(db, path) === 'empty'
      prepare(db, maxBytes)
      return { db, isNew }
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** From here on what is written goes to a log first: readers see the store as it was before, and so does who was cut off. */
export function beginLog(db: Database.Database): void {
  db.pragma('journal_mode = WAL')
}

/**
 * Watches that the file stays where it is: one that was unmounted, moved or deleted can still be written to by who has
 * it open, and all of that is lost.
 * @returns what throws StoreError `missing` from then on
 */
export function watchPresence(path: string): () => void {
  const opened = statSync(path)
  return () => {
    const now = statSync(path, { throwIfNoEntry: false })
    if (now?.ino === opened.ino && now.dev === opened.dev) return
    throw new StoreError('missing', `${path} was moved, deleted or unmounted while the scan wrote into it. Scan again.`)
  }
}

/**
 * Closes what was opened for writing: one file is left, without a log, so that readers need to write nothing beside it.
 * Where somebody reads just then the log's mode stays; nothing is lost by it.
 */
export function closeWritten(db: Database.Database): void {
  if (!db.open) return
  try {
    db.pragma('busy_timeout = 0')
    if (db.pragma('journal_mode', { simple: true }) === 'wal') db.pragma('journal_mode = DELETE')
  } catch (error) {
    // A reader is in the way, or there is no room: closing puts what is in the log into the file all the same.
    if (!/^SQLITE_/.test(codeOf(error) ?? '')) throw error
  }
  db.close()
}

/** A store that lives in memory and ends with the object. */
export function openInMemory(maxBytes: number | undefined): Database.Database {
  const db = new Database(':memory:')
  prepare(db, maxBytes)
  return db
}

function refuseFolder(path: string): void {
  if (statSync(path).isDirectory()) throw new StoreError('not_a_store', `${path} is a folder, not a store.`)
}

/**
 * As measured for loading, but for `mmap_size`: a mapped store saves a fifth of the time at the end of a run and counts
 * with up to its whole size as memory of the process.
 */
function prepare(db: Database.Database, maxBytes: number | undefined): void {
  db.pragma('synchronous = NORMAL')
  db.pragma('cache_size = -16384')
  db.pragma('temp_store = MEMORY')
  db.pragma('wal_autocheckpoint = 4000')
  db.pragma('foreign_keys = ON')
  if (maxBytes !== undefined) db.pragma(`max_page_count = ${Math.max(1, Math.floor(maxBytes / pageBytes))}`)
}

/**
 * Opens the file for reading, as it stands now: what a scan commits later is not seen.
 * @throws StoreError where it is missing, not ours, or can't be read
 */
export function openForReading(path: string): Database.Database {
  return withStoreErrors(path, () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size === undefined) throw new StoreError('missing', `There is no store ${path}.`)
    refuseFolder(path)
    if (size === 0) throw new StoreError('not_a_store', `${path} is empty: no scan has begun in it.`)
    const db = connect(path)
    try {
      db.exec('BEGIN')
      if (identifyFile(db, path) === 'empty') throw new StoreError('not_a_store', `${path} holds no scan yet.`)
      if (!hasOurTables(db)) throw damagedStore(path)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Read-only as far as the system goes: whoever reads can't change a bit of the store. */
function connect(path: string): Database.Database {
  const hasLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const db = new Database(path, { fileMustExist: true, readonly: true, timeout: patience })
  try {
    db.pragma('query_only = ON')
    db.pragma('temp_store = MEMORY')
    db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get()
    return db
  } catch (error) {
    db.close()
    const isUnwritable = /^SQLITE_(READONLY|CANTOPEN)/.test(codeOf(error) ?? '')
    if (!isUnwritable) throw error
    // SQLite can't share a log where it can't write one; without a log the file is all there is.
    if (!hasLog) return readWhole(path)
    throw new StoreError(
      'unreadable',
      `${path} was left by a scan that did not end, in a place that can't be written to. Copy it with its -wal elsewhere.`,
      { cause: error },
    )
  }
}

function readWhole(path: string): Database.Database {
  if (statSync(path).size > wholeBytes) {
    throw new StoreError(
      'unreadable',
      `${path} is too large to be read where nothing can be written. Copy it elsewhere.`,
    )
  }
  const bytes = readFileSync(path)
  // The header's word on the log: memory has none.
  bytes[18] = 1
  bytes[19] = 1
  return new Database(bytes, { readonly: true })
}

/**
 * Deletes a store of ours, its log and, where told, its key.
 * @throws StoreError where what is there belongs to something else
 */
export function removeStore(path: string, keyPath: string | undefined): void {
  withStoreErrors(path, () => {
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size !== undefined && size > 0) {
      refuseFolder(path)
      checkOurs(path)
    }
    // The file first: a log without its file is nothing, a file without its log may lack a part.
    for (const suffix of ['', '-wal', '-shm', '-reserve']) rmSync(`${path}${suffix}`, { force: true })
    if (keyPath !== undefined) rmSync(keyPath, { force: true })
  })
}

function checkOurs(path: string): void {
  const db = new Database(path, { fileMustExist: true, timeout: patience })
  try {
    // Of whatever version: to be started over it need not be understood.
    identifyFile(db, path, Number.POSITIVE_INFINITY)
  } finally {
    db.close()
  }
}
