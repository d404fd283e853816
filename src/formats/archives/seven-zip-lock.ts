import { createHash } from 'node:crypto'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { cbcReader } from './cbc.ts'
import type { Coder } from './seven-zip-streams.ts'

/** Doublings of the rounds of hashing that are done for a key. Writers use 19. */
const doublingsAtMost = 24
/** Says that the key is the password itself. */
const unhashed = 0x3f
/** Rounds that are hashed in one go. */
const batchRounds = 4_096

/** What the encryption of a folder says of its key (AES-256 with SHA-256, 7zAES of the LZMA SDK). */
interface AesProperties {
  readonly doublings: number
  readonly salt: Buffer
  readonly iv: Buffer
}

/** @throws ItemError `malformed`, `encrypted` where a key would take too long */
function aesProperties(properties: Buffer): AesProperties {
  const [first = 0, second = 0] = properties
  const doublings = first & 0x3f
  if (doublings > doublingsAtMost && doublings !== unhashed) {
    throw new ItemError('encrypted', 'trying a password takes too long')
  }
  const saltBytes = (first >> 7) + (first & 0xc0 ? second >> 4 : 0)
  const ivBytes = ((first >> 6) & 1) + (first & 0xc0 ? second & 15 : 0)
  const salt = properties.subarray(2, 2 + saltBytes)
  const iv = Buffer.alloc(16)
  properties.copy(iv, 0, 2 + saltBytes, 2 + saltBytes + ivBytes)
  return { doublings, salt, iv }
}

/** Keys of one archive: members share them, and each takes half a million rounds. */
export interface KeyCache {
  /** What a password makes of the encryption's properties; the rounds that it took now. */
  key(password: string, coder: Coder): { readonly key: Buffer; readonly rounds: number }
}

/** A cache for one archive. */
export function keyCache(): KeyCache {
  const known = new Map<string, Buffer>()
  return {
    key(password, { properties }) {
      const { doublings, salt } = aesProperties(properties)
      const name = `${doublings} ${salt.toString('hex')} ${password}`
      const before = known.get(name)
      if (before) return { key: before, rounds: 0 }
      const key = keyOf(Buffer.from(password, 'utf16le'), doublings, salt)
      known.set(name, key)
      return { key, rounds: doublings === unhashed ? 1 : 2 ** doublings }
    },
  }
}

/** Salt, password and the round's number, hashed as often as is said. */
function keyOf(password: Buffer, doublings: number, salt: Buffer): Buffer {
  if (doublings === unhashed) return Buffer.concat([salt, password, Buffer.alloc(32)]).subarray(0, 32)
  const hash = createHash('sha256')
  const seed = Buffer.concat([salt, password])
  const stride = seed.length + 8
  const batch = Buffer.alloc(Math.min(batchRounds, 2 ** doublings) * stride)
  for (let at = 0; at < batch.length; at += stride) seed.copy(batch, at)
  for (let round = 0; round < 2 ** doublings; ) {
    for (let at = seed.length; at < batch.length; at += stride) batch.writeUInt32LE(round++, at)
    hash.update(batch)
  }
  return hash.digest()
}

/** The packed bytes of a folder, decrypted. */
export function decrypted(packed: Reader, coder: Coder, key: Buffer): Reader {
  return cbcReader(packed, key, bufferOf(aesProperties(coder.properties).iv), coder.unpackSize)
}
