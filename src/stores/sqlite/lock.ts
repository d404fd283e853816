import { closeSync, openSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../store.ts'
import { codeOf, storeErrorOf } from './errors.ts'

/** The right to write into a store. */
export interface StoreLock extends Disposable {
  /** Deletes the file if this lock made it; for where there turned out to be no store to lock. */
  forget(): void
}

/**
 * Makes this the only writer of a store, at once or not at all; readers are not kept out. The lock is an SQLite
 * transaction on an empty file beside the store: the system drops it when the process ends, however it ends. The file
 * stays, for who deletes a lock file may delete the one that another has just locked.
 * @throws StoreError `locked` where another scan writes into the store
 */
export function lockStore(path: string): StoreLock {
  const lockPath = `${path}-lock`
  try {
    const isNew = makeEmpty(lockPath)
    const db = new Database(lockPath, { timeout: 0 })
    try {
      db.pragma('journal_mode = MEMORY')
      db.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      db.close()
      throw error
    }
    return {
      forget: () => {
        if (isNew) rmSync(lockPath, { force: true })
      },
      [Symbol.dispose]: () => void db.close(),
    }
  } catch (error) {
    throw lockErrorOf(error, path, lockPath)
  }
}

/** Only where there is none: opening and closing a file drops the locks that this process holds on it. */
function makeEmpty(lockPath: string): boolean {
  try {
    closeSync(openSync(lockPath, 'wx', 0o600))
    return true
  } catch (error) {
    // That it exists is the usual case; every other reason is the caller's to tell.
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

function lockErrorOf(error: unknown, path: string, lockPath: string): unknown {
  const code = codeOf(error) ?? ''
  if (code.startsWith('SQLITE_BUSY')) {
    return new StoreError(
      'locked',
      `Another scan is writing into ${path}. Wait until it is done, or name another store (--store).`,
    )
  }
  if (code === 'SQLITE_NOTADB') {
    return new StoreError('unreadable', `${lockPath} is in the way: it is not the lock of a store. Move it elsewhere.`)
  }
  return storeErrorOf(error, path)
}
