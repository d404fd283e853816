import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { type ForgetOptions, type Forgotten, type RekeyOptions, StoreError } from '../store.ts'
import { destroyKeyFile, newKeyPath, readKeyFile, settleNewKey, storeKey, writeNewKey } from '../values/key-file.ts'
import { isKeyOf, openVault, redigestUnder, renewVault, type VaultRecord } from '../values/vault.ts'
import { beginLog, closeWritten, openForWriting } from './connection.ts'
import { withStoreErrors } from './errors.ts'
import { lockStore } from './lock.ts'
import { vaultRecordOf, writeMeta } from './meta.ts'
import { renewRows } from './redigest.ts'
import { migrate } from './schema.ts'

/**
 * Gives a store a new key, and, where it is sealed, seals everything anew. The key file holds the new key afterwards; the
 * old one opens nothing any more. All or nothing, whenever it is ended.
 * @throws StoreError where the store can't be used, or its keys are not those given
 */
export function rekeyStoreFile(path: string, options: RekeyOptions): void {
  withStore(path, (db) => {
    const record = usable(db, path)
    const keyPath = options.keyFile ?? `${path}.key`
    const key = storeKey(keyPath, (found) => isKeyOf(record, found))
    const old = { key, passphrase: bytesOf(options.passphrase) }
    const vault = openVault(record, old)
    const hasPassphrase = record.seal?.kdf === 'scrypt+key'
    const passphrase = bytesOf(options.newPassphrase) ?? (hasPassphrase ? old.passphrase : undefined)
    // Where an earlier change was cut off, the store's key still lies beside the file.
    if (isKeyOf(record, key) && existsSync(newKeyPath(keyPath))) settleIfOwn(keyPath, record)
    const next = writeNewKey(keyPath)
    const renewed = renewVault(record, old, { key: next, passphrase })
    const { keep } = renewed.vault
    db.transaction(() => {
      renewRows(db, {
        redigest: renewed.redigest,
        reseal: (sealed, from, to) => asBytes(keep(vault.open(sealed, from) ?? '', to)),
        hasSealedUris: record.values === 'sealed',
      })
      writeMeta(db, 'vault', renewed.record)
    }).immediate()
    settleNewKey(keyPath)
    compact(db, path)
  })
}

function settleIfOwn(keyPath: string, record: VaultRecord): void {
  if (isKeyOf(record, readKeyFile(newKeyPath(keyPath)))) settleNewKey(keyPath)
}

function asBytes(kept: Buffer | string | null): Buffer {
  if (Buffer.isBuffer(kept)) return kept
  throw new Error('a sealed store that does not seal')
}

/**
 * Destroys a store's key and all that only the key opens: sealed values and paths are dropped, digests are put under a key
 * that nobody keeps, so that an old copy of the key file is of no use for this file either. Needs no key itself, and can be
 * repeated where it was cut off.
 * @throws StoreError `other_options` where values stand in clear, `no_key` where a key file is another store's
 */
export function forgetStoreFile(path: string, options: ForgetOptions): Forgotten {
  return withStore(path, (db) => {
    const record = vaultRecordOf(db, path)
    if (record.values === 'clear') {
      throw new StoreError(
        'other_options',
        `${path} keeps its values in clear: without its key they could still be read. Delete the store itself.`,
      )
    }
    const keyPath = options.keyFile ?? `${path}.key`
    const hadKey = destroyOwnKey(record, keyPath)
    if (!record.isForgotten) {
      db.transaction(() => {
        const redigest = redigestUnder(randomBytes(32))
        renewRows(db, { redigest, reseal: () => null, hasSealedUris: record.values === 'sealed' })
        writeMeta(db, 'vault', { values: record.values, keyCheck: '', seal: null, isForgotten: true })
      }).immediate()
    }
    compact(db, path)
    return { keyFile: hadKey ? keyPath : null, values: record.values, ...whatRemains(db) }
  })
}

/** A file that holds another store's key is nobody's to destroy here. */
function destroyOwnKey(record: VaultRecord, keyPath: string): boolean {
  const files = [keyPath, newKeyPath(keyPath)].filter((file) => existsSync(file))
  if (!record.isForgotten && files.length > 0 && !files.some((file) => isOwn(record, file))) {
    throw new StoreError('no_key', `${keyPath} is not this store's key: nothing was changed.`)
  }
  return files.map((file) => record.isForgotten !== true && destroyKeyFile(file)).some(Boolean)
}

function isOwn(record: VaultRecord, file: string): boolean {
  // What a start that was killed leaves behind is empty, and was never used.
  return statSync(file).size === 0 || isKeyOf(record, readKeyFile(file))
}

function whatRemains(db: Database): Pick<Forgotten, 'records' | 'findings' | 'hashes'> {
  const count = (sql: string) => Number(db.prepare(sql).pluck().get())
  return {
    records: count('SELECT count(*) FROM record'),
    findings: count('SELECT count(*) FROM finding'),
    hashes: count('SELECT count(*) FROM record WHERE sha256 IS NOT NULL'),
  }
}

/** Writes the file anew without what was dropped, and empties the log. What SQLite needs meanwhile lies beside the store. */
function compact(db: Database, path: string): void {
  const before = process.env.SQLITE_TMPDIR
  process.env.SQLITE_TMPDIR = dirname(path)
  try {
    db.pragma('temp_store = FILE')
    db.exec('VACUUM')
    if (emptyLog(db)) return
  } finally {
    if (before === undefined) delete process.env.SQLITE_TMPDIR
    else process.env.SQLITE_TMPDIR = before
  }
  throw new StoreError(
    'locked',
    `${path} is being read by another program, which keeps what was dropped in its log. End that program, then run this again.`,
  )
}

function emptyLog(db: Database): boolean {
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]
  return answer?.busy === 0
}

/** Opens a store that exists, as its only writer; nothing but the store and its key is left of it afterwards. */
function withStore<T>(path: string, work: (db: Database) => T): T {
  if (!existsSync(path)) throw new StoreError('missing', `There is no store ${path}.`)
  const lock = lockStore(path)
  let db: Database | undefined
  try {
    const opened = openForWriting(path, undefined)
    db = opened.db
    if (opened.isNew) throw new StoreError('not_a_store', `${path} holds no scan yet.`)
    const own = opened.db
    return withStoreErrors(path, () => {
      migrate(own)
      beginLog(own)
      own.pragma('secure_delete = ON')
      return work(own)
    })
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not_a_store') lock.forget()
    throw error
  } finally {
    if (db) closeWritten(db)
    lock[Symbol.dispose]()
  }
}

/** Takes away the empty lock file of a store that nobody writes to again. */
export function removeLock(path: string): void {
  rmSync(`${path}-lock`, { force: true })
}

function usable(db: Database, path: string): VaultRecord {
  const record = vaultRecordOf(db, path)
  if (!record.isForgotten) return record
  throw new StoreError('no_key', `${path} was forgotten: its key is destroyed, and there is nothing to give another.`)
}

function bytesOf(passphrase: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof passphrase === 'string' ? Buffer.from(passphrase, 'utf8') : passphrase
}
