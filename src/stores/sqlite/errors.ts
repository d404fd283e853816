import Database from 'better-sqlite3'
import { StoreError } from '../store.ts'

/**
 * What a failure of SQLite or of the file system means to the user. Faults of ours come back as they are.
 * @param path the store's file; the only thing a message names
 */
export function storeErrorOf(error: unknown, path: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  // All JSON in a store is of our writing: what can't be parsed has changed since.
  if (error instanceof SyntaxError) return new StoreError('corrupt', broken(path), { cause: error })
  const code = codeOf(error)
  const known = code === undefined ? undefined : meanings.find(([prefix]) => code.startsWith(prefix))
  if (!known && 'syscall' in error) return new StoreError('unreadable', `${failed(path)} (${code})`, { cause: error })
  return known ? new StoreError(known[1], `${known[2](path)} (${code})`, { cause: error }) : error
}

/** Runs a piece of work and gives its failures the store's words. */
export function withStoreErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw storeErrorOf(error, path)
  }
}

/**
 * As {@link storeErrorOf}, where rows of a store are read that may have been damaged since: what has not the shape that it
 * was written with trips whoever reads it.
 */
export function readErrorOf(error: unknown, path: string): unknown {
  if (error instanceof TypeError || error instanceof RangeError)
    return new StoreError('corrupt', broken(path), { cause: error })
  return storeErrorOf(error, path)
}

/** Runs a piece of work that reads, and gives its failures the store's words. */
export function withReadErrors<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw readErrorOf(error, path)
  }
}

/** Whether a row was there already. */
export function isUniqueViolation(error: unknown): boolean {
  const code = error instanceof Database.SqliteError ? error.code : undefined
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

/** SQLite's own word, or the system's (`ENOSPC`). */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const full = (path: string) =>
  `No space is left for ${path}. What was written until now is kept: make room and run the scan again.`
const locked = (path: string) => `${path} is in use by another program. Wait until it is done, then try again.`
const denied = (path: string) => `${path} can't be used: its permissions or its folder don't allow it.`
const broken = (path: string) => `${path} is damaged. Put a copy back, or start over with --fresh.`
const failed = (path: string) => `${path} can't be read or written: the system reported an error.`

/** What is told of a file that was ours once. */
export function damagedStore(path: string): StoreError {
  return new StoreError('corrupt', broken(path))
}

/** By the beginning of the code, the more particular first. */
const meanings: readonly (readonly [string, StoreError['code'], (path: string) => string])[] = [
  ['SQLITE_FULL', 'full', full],
  ['ENOSPC', 'full', full],
  ['EDQUOT', 'full', full],
  ['SQLITE_BUSY', 'locked', locked],
  ['SQLITE_LOCKED', 'locked', locked],
  ['SQLITE_NOTADB', 'not_a_store', (path) => `${path} is not a leaksift store: it is no SQLite file.`],
  ['SQLITE_CORRUPT', 'corrupt', broken],
  ['SQLITE_READONLY', 'unreadable', denied],
  ['SQLITE_CANTOPEN', 'unreadable', denied],
  ['SQLITE_PERM', 'unreadable', denied],
  ['SQLITE_AUTH', 'unreadable', denied],
  ['EACCES', 'unreadable', denied],
  ['EPERM', 'unreadable', denied],
  ['EROFS', 'unreadable', denied],
  ['EISDIR', 'not_a_store', (path) => `${path} is a folder, not a store.`],
  ['ENOTDIR', 'missing', (path) => `${path} can't be: a part of its path is no folder.`],
  ['ENOENT', 'missing', (path) => `${path} can't be made: its folder does not exist.`],
  ['SQLITE_IOERR', 'unreadable', failed],
]
