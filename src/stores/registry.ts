import { fileURLToPath } from 'node:url'
import { openMemoryStore } from './memory.ts'
import { openSqliteReader, openSqliteStore } from './sqlite.ts'
import { type OpenOptions, type ReadOptions, type Store, StoreError, type StoreReader } from './store.ts'

/** A kind of store: what opens a uri of its scheme. */
export interface StoreKind {
  /** Without the colon. */
  readonly scheme: string
  readonly title: string
  open(uri: string, options: OpenOptions): Promise<Store>
  /** Absent where nothing is left to read once the writer is gone. */
  openReader?(uri: string, options: ReadOptions): Promise<StoreReader>
}

const sqlite: StoreKind = Object.freeze({
  scheme: 'sqlite',
  title: 'an SQLite file; what a plain path means',
  open: (uri, options) => openSqliteStore(pathOf(uri), options),
  openReader: (uri, options) => openSqliteReader(pathOf(uri), options),
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

/** The files that a store may consist of, its key among them; none where it lies in memory. */
export function filesOfStore(target: string, keyFile?: string): readonly string[] {
  if (kindOf(target) !== sqlite) return []
  const path = pathOf(target)
  const beside = ['', '-wal', '-shm', '-journal', '-lock'].map((suffix) => `${path}${suffix}`)
  return [...beside, keyFile ?? `${path}.key`]
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
