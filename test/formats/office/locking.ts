import { createCipheriv, createHash } from 'node:crypto'
import { compoundOf } from './ole/fixtures.ts'

/** Writes documents under a password by the words of [MS-OFFCRYPTO] 2.3.4, with ciphers and salts as they come. */

const sum = (name: string, ...parts: readonly Buffer[]) => createHash(name).update(Buffer.concat(parts)).digest()
const count = (at: number) => Buffer.from(new Uint32Array([at]).buffer)
const fill = (bytes: Buffer, length: number) => Buffer.concat([bytes, Buffer.alloc(64, 0x36)]).subarray(0, length)
const round = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((16 - (bytes.length % 16)) % 16)])

function lock(key: Buffer, iv: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${8 * key.length}-${iv ? 'cbc' : 'ecb'}`, key, iv).setAutoPadding(false)
  return cipher.update(round(bytes))
}

function stretch(name: string, salt: Buffer, password: string, rounds: number): Buffer {
  let value = sum(name, salt, Buffer.from(password, 'utf16le'))
  for (let at = 0; at < rounds; at++) value = sum(name, count(at), value)
  return value
}

function withSize(document: Buffer, encrypted: Buffer): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32LE(document.length, 0)
  return Buffer.concat([size, encrypted])
}

/** @param change makes another description of the one that fits */
export function agile(
  document: Buffer,
  password: string,
  { name = 'SHA512', keyBytes = 32, rounds = 50, change = (xml: string) => xml } = {},
): Buffer {
  const [dataSalt, salt] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)]
  const [key, verifier] = [Buffer.alloc(keyBytes, 5), Buffer.alloc(16, 3)]
  const base = stretch(name, salt, password, rounds)
  const part = (block: string, bytes: Buffer) =>
    lock(fill(sum(name, base, Buffer.from(block, 'hex')), keyBytes), salt, bytes).toString('base64')
  const segments: Buffer[] = []
  for (let at = 0; at * 4_096 < document.length; at++) {
    const iv = fill(sum(name, dataSalt, count(at)), 16)
    segments.push(lock(key, iv, document.subarray(at * 4_096, (at + 1) * 4_096)))
  }
  const cipher = `blockSize="16" keyBits="${8 * keyBytes}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${name}"`
  const xml =
    `<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData ${cipher} saltValue="${dataSalt.toString('base64')}"/>` +
    '<keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password">' +
    `<p:encryptedKey spinCount="${rounds}" ${cipher} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${part('fea7d2763b4b9e79', verifier)}"` +
    ` encryptedVerifierHashValue="${part('d7aa0f6d3061344e', sum(name, verifier))}" encryptedKeyValue="${part('146e0be7abacd0d6', key)}"/>` +
    '</keyEncryptor></keyEncryptors></encryption>'
  const info = Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(change(xml))])
  return compoundOf({ EncryptionInfo: info, EncryptedPackage: withSize(document, Buffer.concat(segments)) })
}

/** @param algorithm by its number, 0x660e to 0x6610 for AES */
export function standard(document: Buffer, password: string, { keyBytes = 16, algorithm = 0x660e } = {}): Buffer {
  const [salt, verifier] = [Buffer.alloc(16, 9), Buffer.alloc(16, 3)]
  const last = sum('sha1', stretch('sha1', salt, password, 50_000), Buffer.alloc(4))
  const mixed = (byte: number) => sum('sha1', Buffer.alloc(64, byte).map((own, at) => own ^ (last[at] ?? 0)) as Buffer)
  const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBytes)
  const header = Buffer.alloc(34)
  header.writeUInt32LE(0x24, 0)
  header.writeUInt32LE(algorithm, 8)
  header.writeUInt32LE(0x8004, 12)
  header.writeUInt32LE(8 * keyBytes, 16)
  const start = Buffer.from([4, 0, 2, 0, 0x24, 0, 0, 0, header.length, 0, 0, 0])
  const check = [count(16), salt, lock(key, null, verifier), count(20), lock(key, null, sum('sha1', verifier))]
  const info = Buffer.concat([start, header, ...check])
  return compoundOf({ EncryptionInfo: info, EncryptedPackage: withSize(document, lock(key, null, document)) })
}
