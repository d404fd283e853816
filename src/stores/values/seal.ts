import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto'
import { StoreError } from '../store.ts'

/** How a store's sealing key is made; kept in the store, as none of it is secret. */
export type SealParameters = PassphraseParameters | KeyFileParameters

/** Of the store's key and a passphrase: neither opens anything without the other. */
interface PassphraseParameters extends CommonParameters {
  readonly kdf: 'scrypt+key'
  readonly log2N: number
  readonly r: number
  readonly p: number
}

/** Of the store's key alone, which then lies where its owner put it. */
interface KeyFileParameters extends CommonParameters {
  readonly kdf: 'key'
}

interface CommonParameters {
  /** Base64. */
  readonly salt: string
  /** A fixed text, sealed: opens under the right keys only. Base64. */
  readonly check: string
}

/** What a sealed value belongs to; it opens nowhere else. */
export interface SealPlace {
  readonly table: string
  readonly column: string
  /** Digest of the record's uri. */
  readonly record: string
  /** Entity type, field name or metadata name. */
  readonly name: string
  /** Of the value, under the store's key: two values of one record can't change places either. */
  readonly digest: string
}

/** Seals and opens values under one key. */
export interface Seal {
  /** Nonce (12 bytes), tag (16 bytes), ciphertext. */
  seal(text: string, place: SealPlace): Buffer
  /** @throws StoreError `corrupt` where the bytes are not what was sealed for this place */
  open(sealed: Uint8Array, place: SealPlace): string
}

const nonceBytes = 12
const tagBytes = 16
const checkText = 'leaksift'
const checkPlace: SealPlace = { table: 'meta', column: 'value', record: '', name: 'seal', digest: '' }

/** What OWASP's password storage cheat sheet asks of scrypt: 128 MiB and about half a second, once for each opening. */
const cost = { log2N: 17, r: 8, p: 1 } as const
/** Beyond it a store from elsewhere could ask for any time and memory. */
const costAtMost = { log2N: 20, r: 16, p: 4 } as const

/**
 * Makes the parameters of a new store and the seal for them.
 * @param key the store's
 * @param passphrase absent where the key alone is to open what is sealed
 */
export function newSeal(
  key: Uint8Array,
  passphrase: Uint8Array | undefined,
): { readonly seal: Seal; readonly parameters: SealParameters } {
  const salt = randomBytes(16).toString('base64')
  const made = passphrase ? ({ kdf: 'scrypt+key', salt, ...cost } as const) : ({ kdf: 'key', salt } as const)
  const seal = makeSeal(derive(key, passphrase, made))
  return { seal, parameters: { ...made, check: seal.seal(checkText, checkPlace).toString('base64') } }
}

/**
 * The seal of a store that exists.
 * @throws StoreError `no_key` where the passphrase is another, `corrupt` where the parameters can't be
 */
export function openSeal(key: Uint8Array, passphrase: Uint8Array | undefined, parameters: SealParameters): Seal {
  if (!isKnown(parameters)) {
    throw new StoreError('corrupt', 'The store asks for its keys in a way that this leaksift never writes.')
  }
  const seal = makeSeal(derive(key, passphrase, parameters))
  try {
    seal.open(Buffer.from(parameters.check, 'base64'), checkPlace)
  } catch (error) {
    // A check that does not open says only one thing to the user.
    if (!(error instanceof StoreError)) throw error
    throw new StoreError('no_key', 'The passphrase is not the one this store was sealed under.')
  }
  return seal
}

function isKnown(parameters: SealParameters): boolean {
  if (parameters.kdf === 'key') return true
  const { kdf, log2N, r, p } = parameters
  return kdf === 'scrypt+key' && isUpTo(log2N, costAtMost.log2N) && isUpTo(r, costAtMost.r) && isUpTo(p, costAtMost.p)
}

function isUpTo(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

type Derivation = Omit<PassphraseParameters, 'check'> | Omit<KeyFileParameters, 'check'>

function derive(key: Uint8Array, passphrase: Uint8Array | undefined, parameters: Derivation): Buffer {
  const salt = Buffer.from(parameters.salt, 'base64')
  const secret = parameters.kdf === 'key' ? Buffer.alloc(0) : stretched(passphrase ?? Buffer.alloc(0), salt, parameters)
  return Buffer.from(hkdfSync('sha256', Buffer.concat([key, secret]), salt, 'leaksift seal', 32))
}

function stretched(passphrase: Uint8Array, salt: Buffer, { log2N, r, p }: Omit<PassphraseParameters, 'check'>): Buffer {
  return scryptSync(passphrase, salt, 32, { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r * p })
}

function makeSeal(key: Buffer): Seal {
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length)
      try {
        const tag = bytes.subarray(nonceBytes, nonceBytes + tagBytes)
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
        decipher.setAAD(aad(place)).setAuthTag(tag)
        return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
      } catch {
        // Node tells a wrong length, tag and nonce apart; to the user each means that the bytes were changed.
        throw new StoreError('corrupt', 'A sealed value does not open: the store was changed by something else.')
      }
    },
  }
}

function aad({ table, column, record, name, digest }: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, record, name, digest]))
}
