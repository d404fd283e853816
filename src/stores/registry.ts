import { fileURLToPath } from 'node:url'
import { openMemoryStore } from './memory.ts'
import { forgetSqliteStore, openSqliteReader, openSqliteStore, rekeySqliteStore } from './sqlite.ts'
import {
  type ForgetOptions,
  type Forgotten,
  type OpenOptions,
  type ReadOptions,
  type RekeyOptions,
  type Store,
  StoreError,
  type StoreReader,
} from './store.ts'

/** A kind of store: what opens a uri of its scheme. */
export interface StoreKind {
  /** Without the colon. */
  readonly scheme: string
  readonly title: string
  open(uri: string, options: OpenOptions): Promise<Store>
  /** Absent where nothing is left to read once the writer is gone. */
  openReader?(uri: string, options: ReadOptions): Promise<StoreReader>
  /** Absent where the key ends with the store. */
  readonly keys?: {
    rekey(uri: string, options: RekeyOptions): void
    forget(uri: string, options: ForgetOptions): Forgotten
  }
}

const sqlite: StoreKind = Object.freeze({
  scheme: 'sqlite',
  title: 'an SQLite file; what a plain path means',
  open: (uri, options) => openSqliteStore(pathOf(uri), options),
  openReader: (uri, options) => openSqliteReader(pathOf(uri), options),
  keys: {
    rekey: (uri, options) => rekeySqliteStore(pathOf(uri), options),
    forget: (uri, options) => forgetSqliteStore(pathOf(uri), options),
  },
} satisfies StoreKind)

const memory: StoreKind = Object.freeze({
  scheme: 'memory',
  title: 'in memory, gone when it is closed',
  open: (_uri, options) => openMemoryStore(options),
} satisfies StoreKind)

/** Every kind of store. Order does not matter: schemes differ. */
export const storeKinds: readonly StoreKind[] = Object.freeze([sqlite, memory])

/**
 * Opens a store for writing: `memory:`, `sqlite:FILE`, or just the path of a file.
 * @throws StoreError where it can't be used
 */
export async function openStore(target: string, options: OpenOptions = {}): Promise<Store> {
  return kindOf(target).open(target, options)
}

/**
 * Opens a store for reading, as it stands now.
 * @throws StoreError where there is none, or it can't be read
 */
export async function openStoreReader(target: string, options: ReadOptions = {}): Promise<StoreReader> {
  const { openReader, title } = kindOf(target)
  if (!openReader) throw new StoreError('missing', `There is nothing to read: a store ${title}.`)
  return openReader(target, options)
}

/**
 * Gives a store a new key and, where it is sealed, seals its values anew; the old key opens nothing any more.
 * @throws StoreError where there is none, it is in use, or the keys are not its own
 */
export async function rekeyStore(target: string, options: RekeyOptions = {}): Promise<void> {
  keysOf(target).rekey(target, options)
}

/**
 * Destroys a store's key, drops what only the key opens, and says what remains.
 * @throws StoreError where there is none, it is in use, or it keeps values in clear
 */
export async function forgetStore(target: string, options: ForgetOptions = {}): Promise<Forgotten> {
  return keysOf(target).forget(target, options)
}

function keysOf(target: string): NonNullable<StoreKind['keys']> {
  const { keys, title } = kindOf(target)
  if (!keys) throw new StoreError('missing', `There is no key: a store ${title}.`)
  return keys
}

/** The files that a store may consist of, its key among them; none where it lies in memory. */
export function filesOfStore(target: string, keyFile?: string): readonly string[] {
  if (kindOf(target) !== sqlite) return []
  const path = pathOf(target)
  const beside = ['', '-wal', '-shm', '-journal', '-lock', '-reserve'].map((suffix) => `${path}${suffix}`)
  const key = keyFile ?? `${path}.key`
  return [...beside, key, `${key}.new`]
}

/** A single letter before the colon is a drive; other words that no kind has are part of a file's name. */
function kindOf(target: string): StoreKind {
  const scheme = /^([a-z][a-z0-9+.-]+):/.exec(target)?.[1]
  const kind = storeKinds.find((known) => known.scheme === scheme)
  if (kind) return kind
  if (target.includes('://')) {
    const known = storeKinds.map(({ scheme: name }) => `${name}:`).join(', ')
    throw new StoreError('unreadable', `No store is known by ${scheme ?? 'that'}://. Name a file, or one of: ${known}`)
  }
  return sqlite
}

function pathOf(uri: string): string {
  if (!uri.startsWith('sqlite:')) return uri
  return uri.startsWith('sqlite://') ? fileURLToPath(`file${uri.slice('sqlite'.length)}`) : uri.slice('sqlite:'.length)
}
