import { hash } from 'node:crypto'
import { StoreError, type ValueMode } from '../store.ts'
import { type KeyedHash, makeKeyedHash } from './keyed-hash.ts'
import { newSeal, openSeal, type Seal, type SealParameters, type SealPlace } from './seal.ts'

/** What a store remembers of its keys; nothing in it is secret. */
export interface VaultRecord {
  readonly values: ValueMode
  /** Tells whether a key is the store's own. */
  readonly keyCheck: string
  readonly seal: SealParameters | null
}

/** Opens what a store holds; each value as far as the reader's keys go. */
export interface Opener {
  readonly mode: ValueMode
  /** Undefined without the store's key. */
  readonly digest: KeyedHash | undefined
  /** True where {@link open} gives values. */
  readonly isOpen: boolean
  /** The value in a column, or null where it is not kept or stays sealed. */
  open(stored: unknown, place: SealPlace): string | null
}

/** Everything a writing store does with its keys. */
export interface Vault extends Opener {
  /** HMAC-SHA-256 of a labelled text. */
  readonly digest: KeyedHash
  /** What goes into the column: nothing, the sealed bytes, or the value itself. */
  keep(text: string, place: SealPlace): Buffer | string | null
}

/** The vault of a new store, and what the store is to remember of it. */
export function newVault(
  mode: ValueMode,
  key: Uint8Array,
  passphrase: Uint8Array | undefined,
): { readonly vault: Vault; readonly record: VaultRecord } {
  if (mode !== 'sealed') {
    return { vault: makeVault(mode, key, undefined), record: { values: mode, keyCheck: keyCheck(key), seal: null } }
  }
  const { seal, parameters } = newSeal(needed(passphrase))
  return { vault: makeVault(mode, key, seal), record: { values: mode, keyCheck: keyCheck(key), seal: parameters } }
}

/**
 * The vault of a store that exists.
 * @throws StoreError `no_key` where key or passphrase are not the store's
 */
export function openVault(record: VaultRecord, key: Uint8Array, passphrase: Uint8Array | undefined): Vault {
  checkKey(record, key)
  return makeVault(record.values, key, record.seal ? openSeal(needed(passphrase), record.seal) : undefined)
}

/** What a reader can open with the keys it has; it needs none for what is masked. */
export function makeOpener(
  record: VaultRecord,
  key: Uint8Array | undefined,
  passphrase: Uint8Array | undefined,
): Opener {
  if (key) checkKey(record, key)
  const seal = record.seal && passphrase ? openSeal(passphrase, record.seal) : undefined
  return {
    mode: record.values,
    digest: key ? makeKeyedHash(key) : undefined,
    isOpen: record.values !== 'sealed' || seal !== undefined,
    open: (stored, place) => opened(stored, place, seal),
  }
}

function opened(stored: unknown, place: SealPlace, seal: Seal | undefined): string | null {
  if (typeof stored === 'string') return stored
  return seal && stored instanceof Uint8Array ? seal.open(stored, place) : null
}

function makeVault(mode: ValueMode, key: Uint8Array, seal: Seal | undefined): Vault {
  return {
    mode,
    digest: makeKeyedHash(key),
    isOpen: true,
    keep: keeper(mode, seal),
    open: (stored, place) => opened(stored, place, seal),
  }
}

function keeper(mode: ValueMode, seal: Seal | undefined): Vault['keep'] {
  if (seal) return (text, place) => seal.seal(text, place)
  return mode === 'clear' ? (text) => text : () => null
}

function checkKey(record: VaultRecord, key: Uint8Array): void {
  if (record.keyCheck === keyCheck(key)) return
  throw new StoreError('no_key', "The key file is not this store's: another key made its digests.")
}

/** One way, so that it tells nothing of the key but whether it is the same. */
function keyCheck(key: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('leaksift key check\0'), key]), 'base64url')
}

function needed(passphrase: Uint8Array | undefined): Uint8Array {
  if (passphrase && passphrase.length > 0) return passphrase
  throw new StoreError('no_key', 'A sealed store needs its passphrase, and none was given.')
}
