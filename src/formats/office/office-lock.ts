import { createDecipheriv, hash, timingSafeEqual } from 'node:crypto'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import type { Keyring } from '../archives/keyring.ts'
import { bufferOf } from '../decoder.ts'
import { attribute, readXml } from './xml.ts'

/** How a document is locked, as far as trying passwords and opening it go. */
export interface OfficeLock {
  /** Rounds of hashing that one password takes. */
  readonly rounds: number
  /** The key of the document, undefined where the password does not fit. */
  keyOf(password: string): Buffer | undefined
  /** @param encrypted the document as it stands, behind its size */
  decrypt(encrypted: Buffer, key: Buffer): Buffer
}

/** The password that fits, as the key that it gives. @throws ItemError `encrypted` */
export function unlockOffice(lock: OfficeLock, keyring: Keyring): Buffer {
  for (const password of keyring.candidates()) {
    keyring.spend(lock.rounds)
    const key = lock.keyOf(password)
    if (key) return key
  }
  throw new ItemError('encrypted', 'the document is under a password')
}

/**
 * Reads what says how the document is locked ([MS-OFFCRYPTO] 2.3.4.5 and 2.3.4.10).
 * @throws ItemError `encrypted` for a lock that is not known, `malformed`
 */
export async function readLock(info: Buffer, limits: Limits): Promise<OfficeLock> {
  if (info.length < 8) throw notRead()
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)]
  if (major === 4 && minor === 4) return agileLock(info.subarray(8), limits)
  if (minor === 2 && major >= 2 && major <= 4) return standardLock(info)
  throw unknownLock()
}

const notRead = () => new ItemError('malformed', 'what says how the document is locked can not be read')
const unknownLock = () => new ItemError('encrypted', 'the document is locked in a way that is not known')

type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512'
const hashNames: ReadonlyMap<string, HashName> = new Map([
  ['SHA1', 'sha1'],
  ['SHA-1', 'sha1'],
  ['SHA256', 'sha256'],
  ['SHA384', 'sha384'],
  ['SHA512', 'sha512'],
] as const)

/** Office takes 100,000; the most that it may ([MS-OFFCRYPTO] 2.3.4.10). */
const roundsAtMost = 10_000_000

/** The salted password, hashed again and again behind the number of the round (2.3.4.11). */
function stretched(name: HashName, salt: Buffer, password: string, rounds: number): Buffer {
  let current = hash(name, Buffer.concat([salt, Buffer.from(password, 'utf16le')]), 'buffer')
  const round = Buffer.concat([Buffer.alloc(4), current])
  for (let at = 0; at < rounds; at++) {
    round.writeUInt32LE(at, 0)
    current.copy(round, 4)
    current = hash(name, round, 'buffer')
  }
  return current
}

/** Cut, or filled with a fixed byte, to a length. */
function sized(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length ? bytes.subarray(0, length) : Buffer.concat([bytes, Buffer.alloc(length, 0x36)], length)
}

function decipher(key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${iv ? 'cbc' : 'ecb'}`, key, iv).setAutoPadding(false)
  return cipher.update(bytes.subarray(0, bytes.length - (bytes.length % block)))
}

function areEqual(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && one.length > 0 && timingSafeEqual(one, other)
}

/** Bytes of a block of AES, the only cipher that Office has ever used by itself in these files. */
const block = 16
/** Keys that lock parts of the key (2.3.4.13). */
const forVerifier = Buffer.from('fea7d2763b4b9e79', 'hex')
const forVerifierHash = Buffer.from('d7aa0f6d3061344e', 'hex')
const forKey = Buffer.from('146e0be7abacd0d6', 'hex')
/** Bytes of the document that are enciphered for themselves (2.3.4.15). */
const segmentBytes = 4_096

/** What the description says of one cipher. */
interface Cipher {
  readonly salt: Buffer
  readonly keyBytes: number
  readonly hashName: HashName
}

async function agileLock(xml: Buffer, limits: Limits): Promise<OfficeLock> {
  const { data, password } = await agileParts(xml, limits)
  if (!data || !password) throw unknownLock()
  const [own, document] = [cipherOf(data), cipherOf(password)]
  const rounds = Number(attribute(password, 'spinCount'))
  if (!(rounds >= 0 && rounds <= roundsAtMost)) throw notRead()
  const stored = (name: string) => Buffer.from(attribute(password, name), 'base64')
  const iv = sized(document.salt, block)
  return {
    rounds,
    keyOf(tried) {
      const base = stretched(document.hashName, document.salt, tried, rounds)
      const open = (part: Buffer, bytes: Buffer) => {
        const key = sized(hash(document.hashName, Buffer.concat([base, part]), 'buffer'), document.keyBytes)
        return decipher(key, iv, bytes)
      }
      const verifier = open(forVerifier, stored('encryptedVerifierHashInput')).subarray(0, document.salt.length)
      const sum = hash(document.hashName, verifier, 'buffer')
      if (!areEqual(sum, open(forVerifierHash, stored('encryptedVerifierHashValue')).subarray(0, sum.length)))
        return undefined
      const key = open(forKey, stored('encryptedKeyValue')).subarray(0, own.keyBytes)
      if (key.length < own.keyBytes) throw notRead()
      return key
    },
    decrypt: (encrypted, key) => openSegments(encrypted, key, own),
  }
}

function openSegments(encrypted: Buffer, key: Buffer, { salt, hashName }: Cipher): Buffer {
  const plain: Buffer[] = []
  const numbered = Buffer.concat([salt, Buffer.alloc(4)])
  for (let at = 0; at * segmentBytes < encrypted.length; at++) {
    numbered.writeUInt32LE(at, salt.length)
    const iv = sized(hash(hashName, numbered, 'buffer'), block)
    plain.push(decipher(key, iv, encrypted.subarray(at * segmentBytes, (at + 1) * segmentBytes)))
  }
  return Buffer.concat(plain)
}

type Attributes = Readonly<Record<string, string>>

async function agileParts(xml: Buffer, limits: Limits): Promise<{ data?: Attributes; password?: Attributes }> {
  const parts: { data?: Attributes; password?: Attributes } = {}
  const handler = {
    open(name: string, attributes: Attributes) {
      if (name === 'keyData') parts.data ??= attributes
      // Certificates have elements of their own name.
      else if (name === 'encryptedKey' && attribute(attributes, 'spinCount') !== '') parts.password ??= attributes
    },
  }
  for await (const _ of readXml(piecesOf(xml), handler, limits)) if (parts.data && parts.password) break
  return parts
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

function cipherOf(attributes: Attributes): Cipher {
  const keyBytes = Number(attribute(attributes, 'keyBits')) / 8
  const hashName = hashNames.get(attribute(attributes, 'hashAlgorithm').toUpperCase())
  const isKnown =
    attribute(attributes, 'cipherAlgorithm') === 'AES' && /CBC$/.test(attribute(attributes, 'cipherChaining'))
  if (!isKnown || !hashName || !isKeySize(keyBytes)) throw unknownLock()
  return { salt: Buffer.from(attribute(attributes, 'saltValue'), 'base64'), keyBytes, hashName }
}

function isKeySize(bytes: number): boolean {
  return bytes === 16 || bytes === 24 || bytes === 32
}

const standardRounds = 50_000
/** Where its header's fields stand, and what stands behind it (2.3.2 and 2.3.3). */
const [headerStart, algorithmAt, keyBitsAt, saltBytes] = [12, 8, 16, 16]
const aesAlgorithms: ReadonlySet<number> = new Set([0x660e, 0x660f, 0x6610])

function standardLock(info: Buffer): OfficeLock {
  const verifierAt = headerStart + (info.length >= headerStart ? info.readUInt32LE(8) : 0)
  if (info.length < headerStart + 20 || info.length < verifierAt + 4 + saltBytes + block + 4 + 2 * block)
    throw notRead()
  if (!aesAlgorithms.has(info.readUInt32LE(headerStart + algorithmAt))) throw unknownLock()
  const keyBytes = info.readUInt32LE(headerStart + keyBitsAt) / 8
  if (!isKeySize(keyBytes)) throw unknownLock()
  const saltAt = verifierAt + 4
  const salt = bufferOf(info.subarray(saltAt, saltAt + saltBytes))
  const verifier = info.subarray(saltAt + saltBytes, saltAt + saltBytes + block)
  const sumAt = saltAt + saltBytes + block + 4
  return {
    rounds: standardRounds,
    keyOf(password) {
      const base = stretched('sha1', salt, password, standardRounds)
      const last = hash('sha1', Buffer.concat([base, Buffer.alloc(4)]), 'buffer')
      const key = Buffer.concat([mixed(last, 0x36), mixed(last, 0x5c)]).subarray(0, keyBytes)
      const sum = hash('sha1', decipher(key, null, verifier), 'buffer')
      const stored = decipher(key, null, info.subarray(sumAt, sumAt + 2 * block)).subarray(0, sum.length)
      return areEqual(sum, stored) ? key : undefined
    },
    decrypt: (encrypted, key) => decipher(key, null, encrypted),
  }
}

/** As CryptDeriveKey does it (2.3.4.7). */
function mixed(digest: Buffer, fill: number): Buffer {
  const mask = Buffer.alloc(64, fill)
  for (const [at, byte] of digest.entries()) mask[at] = fill ^ byte
  return hash('sha1', mask, 'buffer')
}
