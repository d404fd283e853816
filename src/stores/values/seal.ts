import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { StoreError } from '../store.ts'

/** How a store's sealing key is made of a passphrase; kept in the store, as none of it is secret. */
export interface SealParameters {
  readonly kdf: 'scrypt'
  /** Base64. */
  readonly salt: string
  readonly log2N: number
  readonly r: number
  readonly p: number
  /** A fixed text, sealed: opens under the right passphrase only. Base64. */
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
const checkPlace: SealPlace = { table: 'meta', column: 'value', record: '', name: 'seal' }

/** What OWASP's password storage cheat sheet asks of scrypt: 128 MiB and about half a second, once for each opening. */
const cost = { log2N: 17, r: 8, p: 1 } as const
/** Beyond it a store from elsewhere could ask for any time and memory. */
const costAtMost = { log2N: 20, r: 16, p: 4 } as const

/** Makes the parameters of a new store and the seal for them. */
export function newSeal(passphrase: Uint8Array): { readonly seal: Seal; readonly parameters: SealParameters } {
  const salt = randomBytes(16).toString('base64')
  const seal = makeSeal(derive(passphrase, { salt, ...cost }))
  const check = seal.seal(checkText, checkPlace).toString('base64')
  return { seal, parameters: { kdf: 'scrypt', salt, ...cost, check } }
}

/**
 * The seal of a store that exists.
 * @throws StoreError `no_key` where the passphrase is another, `corrupt` where the parameters can't be
 */
export function openSeal(passphrase: Uint8Array, parameters: SealParameters): Seal {
  const { log2N, r, p } = parameters
  if (!isUpTo(log2N, costAtMost.log2N) || !isUpTo(r, costAtMost.r) || !isUpTo(p, costAtMost.p)) {
    throw new StoreError('corrupt', 'The store asks for a passphrase in a way that leaksift never writes.')
  }
  const seal = makeSeal(derive(passphrase, parameters))
  try {
    seal.open(Buffer.from(parameters.check, 'base64'), checkPlace)
  } catch (error) {
    // A check that does not open says only one thing to the user.
    if (!(error instanceof StoreError)) throw error
    throw new StoreError('no_key', 'The passphrase is not the one this store was sealed under.')
  }
  return seal
}

function isUpTo(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most
}

function derive(passphrase: Uint8Array, { salt, log2N, r, p }: Omit<SealParameters, 'kdf' | 'check'>): Buffer {
  const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r * p }
  return scryptSync(passphrase, Buffer.from(salt, 'base64'), 32, options)
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

function aad({ table, column, record, name }: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([table, column, record, name]))
}
