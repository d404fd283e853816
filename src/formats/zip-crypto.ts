import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import type { Reader } from '../core/reader.ts'
import { windowReader } from './archives/window.ts'

/** Bytes between two places from which decrypting can begin. */
const strideBytes = 1 << 16
/** Bytes of the header that PKWARE's first encryption puts before a member. */
const headerBytes = 12
const aesBlock = 16
const authBytes = 10
const checkBytes = 2
const rounds = 1_000
/** Blocks of SHA-1 that a key and its check take: four or fewer. */
export const aesRounds = 4 * rounds

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

type Keys = readonly [number, number, number]

/** PKWARE's first encryption (APPNOTE 6.1), which goes on from byte to byte. */
class KeyStream {
  #one: number
  #two: number
  #three: number

  constructor([one, two, three]: Keys) {
    this.#one = one
    this.#two = two
    this.#three = three
  }

  keys(): Keys {
    return [this.#one, this.#two, this.#three]
  }

  take(byte: number): void {
    this.#one = (this.#one >>> 8) ^ (table[(this.#one ^ byte) & 255] ?? 0)
    this.#two = (Math.imul((this.#two + (this.#one & 255)) | 0, 134_775_813) + 1) | 0
    this.#three = (this.#three >>> 8) ^ (table[(this.#three ^ (this.#two >>> 24)) & 255] ?? 0)
  }

  decrypt(bytes: Uint8Array): Buffer {
    const plain = Buffer.allocUnsafe(bytes.length)
    for (let at = 0; at < bytes.length; at++) {
      const mixed = (this.#three & 0xffff) | 2
      const byte = ((bytes[at] ?? 0) ^ (Math.imul(mixed, mixed ^ 1) >>> 8)) & 255
      plain[at] = byte
      this.take(byte)
    }
    return plain
  }
}

function keysOf(password: Uint8Array): Keys {
  const stream = new KeyStream([0x12345678, 0x23456789, 0x34567890])
  for (const byte of password) stream.take(byte)
  return stream.keys()
}

/**
 * A member under PKWARE's first encryption, read in any order.
 * @param packed with its header
 * @param check the byte that the header must end with; it lets one wrong password of 256 pass
 * @returns undefined where the password does not fit
 */
export async function openTraditional(
  packed: Reader,
  password: Uint8Array,
  check: number,
): Promise<Reader | undefined> {
  const states: Keys[] = [keysOf(password)]
  const piece = async (at: number) => {
    const stream = new KeyStream(states[at] ?? [0, 0, 0])
    const plain = stream.decrypt(await packed.read(at * strideBytes, strideBytes))
    if (plain.length === strideBytes) states[at + 1] ??= stream.keys()
    return plain
  }
  const header = new KeyStream(keysOf(password)).decrypt(await packed.read(0, headerBytes))
  if (header.length < headerBytes || header[headerBytes - 1] !== check) return undefined
  const size = packed.size - headerBytes
  return {
    size,
    async read(start, length) {
      const [from, to] = [start + headerBytes, Math.min(size, start + length) + headerBytes]
      const first = Math.floor(from / strideBytes)
      for (let at = states.length - 1; at < first; at++) await piece(at)
      const pieces: Buffer[] = []
      for (let at = first; at * strideBytes < to; at++) pieces.push(await piece(at))
      return Buffer.concat(pieces).subarray(from - first * strideBytes, Math.max(from, to) - first * strideBytes)
    },
  }
}

/** Whether and how WinZip's encryption is used (extra field 0x9901, AE-1 and AE-2). */
export interface AesField {
  /** Bytes of the key. */
  readonly keyBytes: 16 | 24 | 32
  /** What the member is packed by. */
  readonly method: number
  /** Whether the member's checksum is left out. */
  readonly isUnsummed: boolean
}

/** The extra field of WinZip's encryption; undefined for any other. */
export function aesField(data: Buffer): AesField | undefined {
  const keyBytes = ([16, 24, 32] as const)[(data[4] ?? 0) - 1]
  if (data.length < 7 || keyBytes === undefined) return undefined
  return { keyBytes, method: data.readUInt16LE(5), isUnsummed: data.readUInt16LE(0) === 2 }
}

/** A member that WinZip's encryption was undone of. */
export interface AesMember {
  readonly reader: Reader
  /** Whether all its bytes are what they were when they were encrypted. */
  isAuthentic(): Promise<boolean>
}

/**
 * A member under WinZip's encryption, read in any order.
 * @returns undefined where the password does not fit; one wrong one of 65,536 does
 */
export async function openAes(
  packed: Reader,
  password: Uint8Array,
  { keyBytes }: AesField,
): Promise<AesMember | undefined> {
  const saltBytes = keyBytes / 2
  const head = await packed.read(0, saltBytes + checkBytes)
  const keys = pbkdf2Sync(password, head.subarray(0, saltBytes), rounds, 2 * keyBytes + checkBytes, 'sha1')
  const check = head.subarray(saltBytes)
  if (check.length !== checkBytes || !timingSafeEqual(check, keys.subarray(2 * keyBytes))) return undefined
  const start = saltBytes + checkBytes
  const body = windowReader(packed, start, Math.max(0, packed.size - start - authBytes))
  return {
    reader: counterReader(body, keys.subarray(0, keyBytes)),
    async isAuthentic() {
      const mac = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
      for (let at = 0; at < body.size; at += 1 << 20) mac.update(await body.read(at, 1 << 20))
      return mac
        .digest()
        .subarray(0, authBytes)
        .equals(await packed.read(start + body.size, authBytes))
    },
  }
}

/** AES in counter mode as WinZip counts: from one, the lowest byte first. */
function counterReader(packed: Reader, key: Uint8Array): Reader {
  return {
    size: packed.size,
    async read(start, length) {
      const from = start - (start % aesBlock)
      const bytes = Buffer.from(await packed.read(from, Math.max(0, Math.min(packed.size, start + length) - from)))
      const counters = Buffer.alloc(Math.ceil(bytes.length / aesBlock) * aesBlock)
      for (let at = 0; at < counters.length; at += aesBlock) {
        const count = (from + at) / aesBlock + 1
        counters.writeUInt32LE(count % 2 ** 32, at)
        counters.writeUInt32LE(Math.floor(count / 2 ** 32), at + 4)
      }
      const stream = createCipheriv(`aes-${8 * key.length}-ecb`, key, null).update(counters)
      for (let at = 0; at < bytes.length; at++) bytes[at] = (bytes[at] ?? 0) ^ (stream[at] ?? 0)
      return bytes.subarray(start - from)
    },
  }
}
