import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { ItemRef } from '../core/item.ts'
import type { ItemOutcomes, Outcome } from '../core/outcome.ts'
import type { InsideOutcomes } from '../core/overflow.ts'
import type { ScanInfo, StoredRecord, Summary } from '../core/result.ts'
import { type Families, usualFamilies } from './families.ts'
import { learnCodes } from './sqlite/code-shapes.ts'
import {
  beginLog,
  closeWritten,
  openForReading,
  openForWriting,
  openInMemory,
  removeStore,
  watchPresence,
} from './sqlite/connection.ts'
import { entriesOf, entryOf, manifestOf } from './sqlite/entries.ts'
import { readErrorOf, storeErrorOf, withReadErrors, withStoreErrors } from './sqlite/errors.ts'
import { type Finished, finishRun } from './sqlite/finish.ts'
import { type IdSet, makeIdSet } from './sqlite/id-set.ts'
import { forgetStoreFile, rekeyStoreFile, removeLock } from './sqlite/keys.ts'
import { lockStore } from './sqlite/lock.ts'
import { vaultRecordOf, writeMeta } from './sqlite/meta.ts'
import { makePending } from './sqlite/pending.ts'
import { readRecords } from './sqlite/reader.ts'
import { keepReserve, type Reserve } from './sqlite/reserve.ts'
import { checkRun, closeRun, openRun } from './sqlite/runs.ts'
import { migrate } from './sqlite/schema.ts'
import { summarize } from './sqlite/summary.ts'
import { makeWriter, type Writer } from './sqlite/writer.ts'
import {
  type DecideContext,
  type ForgetOptions,
  type Forgotten,
  type LearntCodes,
  type OpenOptions,
  type ReadOptions,
  type RecordFilter,
  type RekeyOptions,
  type Rescore,
  type ScanStart,
  type Store,
  type StoredEntry,
  StoreError,
  type StoreReader,
} from './store.ts'
import { readOrMakeKeyFile, storeKey } from './values/key-file.ts'
import { isKeyOf, makeOpener, newVault, type Opener, openVault, type Vault, type VaultRecord } from './values/vault.ts'

/**
 * A store in an SQLite file (DESIGN §5), its key in `<file>.key` unless another place is named. Where there is no
 * file, or an empty one, a store is made. One writer at a time; who reads is not kept out.
 * @throws StoreError where the file can't be used, with what to do
 */
export async function openSqliteStore(file: string, options: OpenOptions = {}): Promise<Store> {
  const path = resolve(file)
  const lock = lockStore(path)
  try {
    if (options.fresh) removeStore(path, options.keyFile === undefined ? `${path}.key` : undefined)
    const { db, isNew } = openForWriting(path, options.maxBytes)
    try {
      const vault = withStoreErrors(path, () => (isNew ? create : reopen)(db, path, options))
      const checkPresence = watchPresence(path)
      return new SqliteStore({ db, vault, path, lock, checkPresence, keepReserve: () => keepReserve(path) })
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not_a_store') lock.forget()
    lock[Symbol.dispose]()
    throw error
  }
}

/** The same in memory: no file, no lock, and a key that nobody else ever has. It ends when it is disposed of. */
export async function openSqliteMemory(options: OpenOptions = {}): Promise<Store> {
  checkSecret(options)
  const db = openInMemory(options.maxBytes)
  const vault = found(db, randomBytes(32), options)
  return new SqliteStore({
    db,
    vault,
    path: 'the store in memory',
    lock: { [Symbol.dispose]: () => undefined },
    checkPresence: () => undefined,
    keepReserve: () => undefined,
  })
}

/**
 * Opens a store for reports, as it stands now.
 * @throws StoreError where it is missing or can't be read, or where a key that is given is not the store's
 */
export async function openSqliteReader(file: string, options: ReadOptions = {}): Promise<StoreReader> {
  const path = resolve(file)
  const db = openForReading(path)
  try {
    const opener = withReadErrors(path, () => {
      const record = vaultRecordOf(db, path)
      // Only a sealed store's uris ask for the key, and only where one of them is looked up.
      const key = record.values === 'sealed' && !record.isForgotten ? keyIfAny(record, path, options) : undefined
      return makeOpener(record, key, passphraseOf(options), options.keyFile !== undefined)
    })
    return new SqliteReader(db, opener, path)
  } catch (error) {
    db.close()
    throw error
  }
}

/** As `rekeyStore` does, for a file. */
export function rekeySqliteStore(file: string, options: RekeyOptions): void {
  rekeyStoreFile(resolve(file), options)
}

/** As `forgetStore` does, for a file. */
export function forgetSqliteStore(file: string, options: ForgetOptions): Forgotten {
  const path = resolve(file)
  const forgotten = forgetStoreFile(path, options)
  removeLock(path)
  return forgotten
}

/** Told before a key is made. */
function checkSecret({ values, passphrase, keyFile }: OpenOptions): void {
  if (values !== 'sealed' || (passphrase !== undefined && passphrase.length > 0) || keyFile !== undefined) return
  throw new StoreError('no_key', 'A sealed store needs a passphrase, or a key file of its own place (--key-file).')
}

function create(db: Database, path: string, options: OpenOptions): Vault {
  checkSecret(options)
  return found(db, readOrMakeKeyFile(options.keyFile ?? `${path}.key`), options)
}

/** Schema and keys in one transaction: a file has both or is still empty. */
function found(db: Database, key: Buffer, options: OpenOptions): Vault {
  const values = options.values ?? 'masked'
  const passphrase = passphraseOf(options)
  const { vault, record } = newVault(values, { key, passphrase })
  db.transaction(() => {
    migrate(db)
    writeMeta(db, 'vault', record)
  }).immediate()
  return vault
}

function reopen(db: Database, path: string, options: OpenOptions): Vault {
  migrate(db)
  const record = vaultRecordOf(db, path)
  const values = options.values ?? 'masked'
  if (record.values !== values) {
    throw new StoreError(
      'other_options',
      `${path} keeps values ${record.values}, not ${values}: use the same (--values), name another store (--store), or start over (--fresh).`,
    )
  }
  if (record.isForgotten) {
    throw new StoreError(
      'no_key',
      `${path} was forgotten: its key is destroyed, and nothing can be added. Name another store (--store), or start over (--fresh).`,
    )
  }
  return openVault(record, { key: keyOf(record, path, options), passphrase: passphraseOf(options) })
}

function keyIfAny(record: VaultRecord, path: string, options: ReadOptions): Buffer | undefined {
  try {
    return keyOf(record, path, options)
  } catch (error) {
    // Without its key a store can still be reported on; one that was named must be there.
    if (options.keyFile === undefined && error instanceof StoreError) return undefined
    throw error
  }
}

/** The store's key; a change of keys that was cut off may have left it beside the old one. */
function keyOf(record: VaultRecord, path: string, { keyFile }: ReadOptions): Buffer {
  return storeKey(keyFile ?? `${path}.key`, (key) => isKeyOf(record, key))
}

function passphraseOf({ passphrase }: ReadOptions): Uint8Array | undefined {
  return typeof passphrase === 'string' ? Buffer.from(passphrase, 'utf8') : passphrase
}

class SqliteReader implements StoreReader {
  readonly #db: Database
  readonly #opener: Opener
  readonly #path: string

  constructor(db: Database, opener: Opener, path: string) {
    this.#db = db
    this.#opener = opener
    this.#path = path
  }

  async summary(): Promise<Summary> {
    return withReadErrors(this.#path, () => summarize(this.#db, this.#opener.mode))
  }

  *records(filter: RecordFilter = {}): Generator<StoredRecord> {
    try {
      yield* readRecords(this.#db, this.#opener, filter)
    } catch (error) {
      throw readErrorOf(error, this.#path)
    }
  }

  entry(uri: string): StoredEntry | undefined {
    return withReadErrors(this.#path, () => entryOf(this.#db, this.#opener, uri))
  }

  *entries(): Generator<StoredEntry> {
    try {
      yield* entriesOf(this.#db, this.#opener)
    } catch (error) {
      throw readErrorOf(error, this.#path)
    }
  }

  manifest(): string | null {
    return withReadErrors(this.#path, () => manifestOf(this.#db, this.#opener))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#db.close()
  }
}

interface StoreParts {
  readonly db: Database
  readonly vault: Vault
  readonly path: string
  readonly lock: Disposable
  /** @throws StoreError `missing` where what is written would be lost */
  readonly checkPresence: () => void
  /** Keeps room for the last words of a run; where there is no disk there is none to keep. */
  readonly keepReserve: () => Reserve | undefined
}

/** What a run holds between its beginning and its end. */
interface Run {
  readonly scan: ScanInfo
  /** By `performance.now()`. */
  readonly began: number
  readonly families: Families
  /** Whether there were records before it: then an entry may be known, changed or gone. */
  readonly hasEarlier: boolean
  readonly seen: IdSet
  readonly pending: (items: readonly ItemRef[]) => readonly ItemRef[]
}

class SqliteStore extends SqliteReader implements Store {
  readonly #parts: StoreParts
  readonly #writer: Writer
  #run: Run | undefined
  #reserve: Reserve | undefined
  /** Settles when the large entry that is being written is done: its transaction is open until then, for nothing else. */
  #large: Promise<void> | undefined

  constructor(parts: StoreParts) {
    super(parts.db, parts.vault, parts.path)
    this.#parts = parts
    this.#writer = makeWriter(parts.db, parts.vault)
  }

  async begin(start: ScanStart): Promise<ScanInfo> {
    const { db, vault, path } = this.#parts
    return withStoreErrors(path, () => {
      const families = start.families ?? usualFamilies
      checkRun(db, start, path)
      beginLog(db)
      this.#reserve ??= this.#parts.keepReserve()
      const scan = db
        .transaction(() => {
          writeMeta(db, 'families', start.families ?? null)
          return openRun(db, start)
        })
        .immediate()
      const seen = makeIdSet()
      const hasEarlier = db.prepare('SELECT 1 FROM record LIMIT 1').get() !== undefined
      this.#run = {
        scan,
        began: performance.now(),
        families,
        hasEarlier,
        seen,
        pending: makePending(db, vault, start.redo, seen),
      }
      return scan
    })
  }

  async pending(items: readonly ItemRef[]): Promise<readonly ItemRef[]> {
    const run = this.#running()
    return run.hasEarlier ? withStoreErrors(this.#parts.path, () => run.pending(items)) : items
  }

  async learntCodes(): Promise<LearntCodes | undefined> {
    this.#running()
    const { db, vault, path } = this.#parts
    return withStoreErrors(path, () => learnCodes(db, vault))
  }

  async write(batch: readonly ItemOutcomes[]): Promise<void> {
    const { scan, hasEarlier, seen } = this.#running()
    while (this.#large) await this.#large
    withStoreErrors(this.#parts.path, this.#parts.checkPresence)
    const ids = withStoreErrors(this.#parts.path, () => this.#writer.write(batch, scan.id, hasEarlier))
    if (hasEarlier) for (const id of ids) seen.add(id)
  }

  async writeLarge(entry: Outcome, inside: InsideOutcomes): Promise<void> {
    const { scan, hasEarlier, seen } = this.#running()
    while (this.#large) await this.#large
    withStoreErrors(this.#parts.path, this.#parts.checkPresence)
    const writing = this.#writer.writeLarge(entry, inside, scan.id)
    this.#large = writing.then(
      () => undefined,
      () => undefined,
    )
    try {
      const id = await writing
      if (hasEarlier) seen.add(id)
    } catch (error) {
      throw storeErrorOf(error, this.#parts.path)
    } finally {
      this.#large = undefined
    }
  }

  async finish(decide: DecideContext, rescore: Rescore): Promise<ScanInfo> {
    const { db, vault, path } = this.#parts
    const { families, hasEarlier, seen } = this.#running()
    try {
      this.#parts.checkPresence()
      const finished = await finishRun({ db, vault, families, seen: hasEarlier ? seen : undefined, decide, rescore })
      return this.#end('finished', finished)
    } catch (error) {
      throw storeErrorOf(error, path)
    }
  }

  async stop(status: 'interrupted' | 'failed'): Promise<ScanInfo> {
    this.#running()
    // A disk that is full has no room for these words either, but for what was kept for them.
    this.#reserve?.release()
    return withStoreErrors(this.#parts.path, () => this.#end(status))
  }

  override async [Symbol.asyncDispose](): Promise<void> {
    this.#reserve?.release()
    closeWritten(this.#parts.db)
    this.#parts.lock[Symbol.dispose]()
  }

  #running(): Run {
    if (!this.#run) throw new Error('a store is written to between begin() and finish() or stop()')
    return this.#run
  }

  #end(status: ScanInfo['status'], finished?: Finished): ScanInfo {
    const { db } = this.#parts
    const seconds = (performance.now() - this.#running().began) / 1_000
    const scan = db
      .transaction(() => {
        if (finished) writeMeta(db, 'context', finished.context)
        return closeRun(db, status, seconds, finished)
      })
      .immediate()
    this.#run = undefined
    return scan
  }
}
