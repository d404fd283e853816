import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes } from 'node:crypto'
import { StoreError, type ValueMode } from '../store.ts'
import { type KeyedHash, makeKeyedHash } from './keyed-hash.ts'
import { newSeal, openSeal, type Seal, type SealParameters, type SealPlace } from './seal.ts'

/** What a store remembers of its keys; nothing in it is secret. */
export interface VaultRecord {
  readonly values: ValueMode
  /** Tells whether a key is the store's own. */
  readonly keyCheck: string
  readonly seal: SealParameters | null
  /** The keys before the last change of keys, sealed under the one that holds now: digests go through all of them. Base64. */
  readonly earlier?: string
  /** Its key was destroyed: nothing opens it any more. */
  readonly isForgotten?: true
}

/** What a user brings to open a store. */
export interface Keys {
  /** The store's own. */
  readonly key: Uint8Array
  readonly passphrase: Uint8Array | undefined
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
  { key, passphrase }: Keys,
): { readonly vault: Vault; readonly record: VaultRecord } {
  const made = mode === 'sealed' ? newSeal(key, passphrase) : undefined
  const record = { values: mode, keyCheck: keyCheck(key), seal: made?.parameters ?? null }
  return { vault: makeVault(mode, [key], made?.seal), record }
}

/**
 * The vault of a store that exists.
 * @throws StoreError `no_key` where key or passphrase are not the store's
 */
export function openVault(record: VaultRecord, { key, passphrase }: Keys): Vault {
  checkKey(record, key)
  const seal = record.seal ? openSeal(key, needed(record.seal, passphrase), record.seal) : undefined
  return makeVault(record.values, [...earlierKeys(record, key), key], seal)
}

/**
 * The same store under a new key, and, where it is sealed, a new seal.
 * @param redigest what becomes of every digest that the store holds
 */
export function renewVault(
  record: VaultRecord,
  old: Keys,
  { key, passphrase }: Keys,
): { readonly vault: Vault; readonly record: VaultRecord; readonly redigest: (digest: string) => string } {
  checkKey(record, old.key)
  const keys = [...earlierKeys(record, old.key), old.key]
  const made = record.seal ? newSeal(key, passphrase) : undefined
  return {
    vault: makeVault(record.values, [...keys, key], made?.seal),
    record: {
      values: record.values,
      keyCheck: keyCheck(key),
      seal: made?.parameters ?? null,
      earlier: wrap(keys, key),
    },
    redigest: redigestUnder(key),
  }
}

/** What becomes of a digest when a further key is laid over those before. */
export function redigestUnder(key: Uint8Array): (digest: string) => string {
  const further = makeKeyedHash(key)
  return (digest) => further('', digest)
}

/** What a reader can open with the keys it has; it needs none for what is masked. */
export function makeOpener(
  record: VaultRecord,
  key: Uint8Array | undefined,
  passphrase: Uint8Array | undefined,
  isKeyNamed: boolean,
): Opener {
  const mode = record.values
  if (record.isForgotten) return { mode, digest: undefined, isOpen: mode !== 'sealed', open: () => null }
  if (key) checkKey(record, key)
  const seal = key && sealFor(record.seal, key, passphrase, isKeyNamed)
  if (!seal && record.seal && passphrase && !key) {
    throw new StoreError(
      'no_key',
      'The store is sealed under its key and the passphrase together, and its key is missing: put it back, or name its place (--key-file).',
    )
  }
  return {
    mode,
    digest: key ? chained([...earlierKeys(record, key), key]) : undefined,
    isOpen: mode !== 'sealed' || seal !== undefined,
    open: (stored, place) => opened(stored, place, seal),
  }
}

/** Whoever brings nothing gets masks, even where the key lies beside the store: values are asked for. */
function sealFor(
  parameters: SealParameters | null,
  key: Uint8Array,
  passphrase: Uint8Array | undefined,
  isKeyNamed: boolean,
): Seal | undefined {
  if (!parameters) return undefined
  if (parameters.kdf === 'key') return isKeyNamed ? openSeal(key, undefined, parameters) : undefined
  return passphrase ? openSeal(key, passphrase, parameters) : undefined
}

function opened(stored: unknown, place: SealPlace, seal: Seal | undefined): string | null {
  if (typeof stored === 'string') {
    // Of a sealed store only metadata that tells of nobody stands as it is: anything else was put there by somebody.
    if (seal && place.table !== 'metadata') throw new StoreError('corrupt', 'A value that should be sealed is not.')
    return stored
  }
  return seal && stored instanceof Uint8Array ? seal.open(stored, place) : null
}

function makeVault(mode: ValueMode, keys: readonly Uint8Array[], seal: Seal | undefined): Vault {
  return {
    mode,
    digest: chained(keys),
    isOpen: true,
    keep: keeper(mode, seal),
    open: (stored, place) => opened(stored, place, seal),
  }
}

function keeper(mode: ValueMode, seal: Seal | undefined): Vault['keep'] {
  if (seal) return (text, place) => seal.seal(text, place)
  return mode === 'clear' ? (text) => text : () => null
}

/** The first key digests the text, each further one the digest before. */
function chained([first, ...further]: readonly Uint8Array[]): KeyedHash {
  if (!first) throw new Error('a store without a key')
  const digest = makeKeyedHash(first)
  if (further.length === 0) return digest
  const steps = further.map(redigestUnder)
  return (label, text) => steps.reduce((before, step) => step(before), digest(label, text))
}

/** Whether a key is the store's own. */
export function isKeyOf(record: VaultRecord, key: Uint8Array): boolean {
  return record.keyCheck === keyCheck(key)
}

function checkKey(record: VaultRecord, key: Uint8Array): void {
  if (isKeyOf(record, key)) return
  throw new StoreError('no_key', "The key file is not this store's: another key made its digests.")
}

/** One way, so that it tells nothing of the key but whether it is the same. */
function keyCheck(key: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from('leaksift key check\0'), key]), 'base64url')
}

const wrapNonceBytes = 12
const wrapTagBytes = 16
const keyBytes = 32

function wrap(keys: readonly Uint8Array[], key: Uint8Array): string {
  const nonce = randomBytes(wrapNonceBytes)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(key), nonce)
  const body = Buffer.concat([cipher.update(Buffer.concat(keys)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

function earlierKeys({ earlier }: VaultRecord, key: Uint8Array): readonly Uint8Array[] {
  if (earlier === undefined) return []
  const bytes = Buffer.from(earlier, 'base64')
  const [nonceEnd, tagEnd] = [wrapNonceBytes, wrapNonceBytes + wrapTagBytes]
  try {
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey(key), bytes.subarray(0, nonceEnd), {
      authTagLength: wrapTagBytes,
    })
    decipher.setAuthTag(bytes.subarray(nonceEnd, tagEnd))
    const keys = Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()])
    return Array.from({ length: keys.length / keyBytes }, (_, at) => keys.subarray(at * keyBytes, (at + 1) * keyBytes))
  } catch {
    // The key is the store's own: what does not open was changed.
    throw new StoreError('corrupt', 'The keys that the store keeps do not open: it was changed by something else.')
  }
}

function wrappingKey(key: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'leaksift earlier keys', 32))
}

function needed(parameters: SealParameters, passphrase: Uint8Array | undefined): Uint8Array | undefined {
  if (parameters.kdf === 'key' || (passphrase && passphrase.length > 0)) return passphrase
  throw new StoreError('no_key', 'A sealed store needs its passphrase, and none was given.')
}
