import { createHash, createHmac, type Hash, pbkdf2Sync } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Reader } from '../../core/reader.ts'
import { cbcReader } from './cbc.ts'
import type { Keyring } from './keyring.ts'

/** How a member of RAR 5 is locked (RAR 5.0 archive format, file encryption record). */
export interface Rar5Lock {
  readonly version: 5
  /** Doublings of the rounds of hashing. */
  readonly doublings: number
  readonly salt: Buffer
  readonly iv: Buffer
  /** By which wrong passwords are told. */
  readonly check: Buffer
  /** Whether the checksum is mixed with the key. */
  readonly isMixed: boolean
}

/** How a member of RAR 2.9 to 4 is locked: nothing tells a wrong password but the checksum of what comes out. */
export interface Rar3Lock {
  readonly version: 3
  readonly salt: Buffer
}

export type RarLock = Rar5Lock | Rar3Lock

/** What undoes a lock. */
export interface RarKey {
  readonly password: string
  readonly key: Buffer
  readonly iv: Buffer
  /** The checksum as the archive writes it. */
  sumOf(crc: number): number
}

/** Doublings beyond which a password takes too long; writers use 15. */
const doublingsAtMost = 20
const rar3Doublings = 18
/** The rounds of RAR 3 after each of which a byte of the first block's partner is taken. */
const rar3Stride = 2 ** 14
const batchRounds = 1_024

/**
 * The keys that the passwords make for a lock and that its own check does not rule out, one after the other.
 * @throws ItemError `encrypted` where trying takes too long
 */
export function* rarKeys(lock: RarLock, keyring: Keyring): Generator<RarKey, void, undefined> {
  if (lock.version === 5 && lock.doublings > doublingsAtMost) return
  for (const password of keyring.candidates()) {
    keyring.spend(lock.version === 5 ? 3 * 2 ** lock.doublings : 2 ** rar3Doublings)
    const key = lock.version === 5 ? rar5Key(password, lock) : rar3Key(password, lock.salt)
    if (key) yield { password, ...key }
  }
}

function rar5Key(
  password: string,
  { doublings, salt, iv, check, isMixed }: Rar5Lock,
): Omit<RarKey, 'password'> | undefined {
  const derived = (more: number) => pbkdf2Sync(password, salt, 2 ** doublings + more, 32, 'sha256')
  if (!folded(derived(32), 8).equals(check)) return undefined
  const mixer = isMixed ? derived(16) : undefined
  const sumOf = (crc: number) => {
    if (!mixer) return crc
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(crc)
    return folded(createHmac('sha256', mixer).update(bytes).digest(), 4).readUInt32LE(0)
  }
  return { key: derived(0), iv, sumOf }
}

/** So many bytes, into which all are mixed. */
function folded(bytes: Buffer, length: number): Buffer {
  const out = Buffer.alloc(length)
  for (const [at, byte] of bytes.entries()) out[at % length] = (out[at % length] ?? 0) ^ byte
  return out
}

/** Password, salt and the round's number, hashed as often as that: the digest is the key, and bytes on the way are the other half. */
function rar3Key(password: string, salt: Buffer): Omit<RarKey, 'password'> {
  const seed = Buffer.concat([Buffer.from(password, 'utf16le'), salt])
  const hash = createHash('sha1')
  const iv = Buffer.alloc(16)
  for (let part = 0; part < 16; part++) {
    addRounds(hash, seed, part * rar3Stride, 1)
    iv[part] = hash.copy().digest()[19] ?? 0
    for (let round = 1; round < rar3Stride; round += batchRounds) {
      addRounds(hash, seed, part * rar3Stride + round, Math.min(batchRounds, rar3Stride - round))
    }
  }
  const key = Buffer.from(hash.digest().subarray(0, 16)).swap32()
  return { key, iv, sumOf: (crc) => crc }
}

function addRounds(hash: Hash, seed: Buffer, from: number, count: number): void {
  const stride = seed.length + 3
  const bytes = Buffer.alloc(count * stride)
  for (let at = 0; at < count; at++) {
    seed.copy(bytes, at * stride)
    bytes.writeUIntLE(from + at, at * stride + seed.length, 3)
  }
  hash.update(bytes)
}

/** The data of a member, decrypted; some bytes more where it is packed, for it was filled up. */
export function openedData(packed: Reader, { key, iv }: RarKey, size: number): Reader {
  return cbcReader(packed, key, iv, size)
}

/**
 * Packed bytes of RAR 5 without what fills up the last block of the encryption, which would be read as more of them:
 * blocks say their length and which one is the last.
 */
export function withoutFilling(packed: Uint8Array): Uint8Array {
  for (let at = 0; at + 3 <= packed.length; ) {
    const flags = packed[at] ?? 0
    const sizeBytes = ((flags >> 3) & 3) + 1
    let size = 0
    for (let byte = 0; byte < sizeBytes; byte++) size += (packed[at + 2 + byte] ?? 0) * 256 ** byte
    at += 2 + sizeBytes + size
    if (flags & 0x40) return packed.subarray(0, at)
  }
  return packed
}

/** A header of RAR 5 for the same data unlocked, with no more in it than unpacking asks for. */
export function openHeader5(packedSize: number, size: number, compression: number): Buffer {
  const fields = [2, 2, packedSize, 0, size, 0, compression, 1, 1].flatMap(number)
  const body = Buffer.from([...number(fields.length + 1), ...fields, 0x78])
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(body))
  return Buffer.concat([sum, body])
}

function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...number(Math.floor(value / 128))]
}

/** A header of RAR 3 that says of the same data that it is not locked. */
export function openHeader3(header: Buffer): Buffer {
  const flags = header.readUInt16LE(3)
  const nameEnd = (flags & 0x100 ? 40 : 32) + header.readUInt16LE(26)
  const salted = flags & 0x400 ? 8 : 0
  const bytes = Buffer.concat([header.subarray(0, nameEnd), header.subarray(nameEnd + salted)])
  bytes.writeUInt16LE(flags & ~0x404, 3)
  bytes.writeUInt16LE(bytes.length, 5)
  bytes.writeUInt16LE(crc32(bytes.subarray(2)) & 0xffff, 0)
  return bytes
}
