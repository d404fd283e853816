import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { type Keyring, passwordBytes } from './archives/keyring.ts'
import { windowReader } from './archives/window.ts'
import { aesRounds, openAes, openTraditional } from './zip-crypto.ts'
import type { ZipMember } from './zip-member.ts'

/** The packed bytes of a member, unlocked. */
export interface PackedMember {
  readonly reader: Reader
  readonly method: number
  /** Undefined where unknown. */
  readonly crc32: number | undefined
  /** Why they are not what they were. */
  readonly damage: ItemError | undefined
}

/** Goes through a member to its end. @throws ItemError where it is damaged */
export type Check = (packed: PackedMember) => Promise<void>

/** The packed bytes of a member: as they stand, or unlocked. @throws ItemError `encrypted`, `malformed` */
export async function packedMember(
  reader: Reader,
  member: ZipMember,
  keyring: Keyring | undefined,
  check: Check,
): Promise<PackedMember> {
  const start = await dataStart(reader, member)
  const packed = windowReader(reader, start, Math.max(0, Math.min(member.packedSize, reader.size - start)))
  const damage = start + member.packedSize > reader.size ? cutOff() : undefined
  const { method, crc32 } = member
  if (!member.isEncrypted) return { reader: packed, method, crc32, damage }
  for (const password of keyring?.candidates() ?? []) {
    for (const bytes of passwordBytes(password)) {
      const opened = await unlocked(packed, member, bytes, damage, keyring?.isProven(password) ? undefined : check)
      keyring?.spend(member.aes ? aesRounds : 1)
      if (!opened) continue
      keyring?.fits(password)
      return opened
    }
  }
  throw new ItemError('encrypted', 'a member of the zip file is encrypted')
}

/** @param check for a password that has not proven itself yet */
async function unlocked(
  packed: Reader,
  { aes, lockCheck, method, crc32 }: ZipMember,
  password: Uint8Array,
  damage: ItemError | undefined,
  check: Check | undefined,
): Promise<PackedMember | undefined> {
  if (aes) {
    const opened = await openAes(packed, password, aes)
    if (!opened) return undefined
    const isAuthentic = damage !== undefined || (await opened.isAuthentic())
    if (!isAuthentic && check) return undefined
    const sum = aes.isUnsummed ? undefined : crc32
    return { reader: opened.reader, method: aes.method, crc32: sum, damage: isAuthentic ? damage : changed() }
  }
  if (lockCheck === undefined) return undefined
  const reader = await openTraditional(packed, password, lockCheck)
  const opened = reader && { reader, method, crc32, damage }
  return opened && (await isRight(opened, check)) ? opened : undefined
}

async function isRight(opened: PackedMember, check: Check | undefined): Promise<boolean> {
  if (!check) return true
  try {
    await check(opened)
    return true
  } catch (error) {
    // What a wrong password gives is damaged; budgets and the reader's own faults mean something else.
    if (!(error instanceof ItemError) || (error.code !== 'malformed' && error.code !== 'truncated')) throw error
    return false
  }
}

function cutOff(): ItemError {
  return new ItemError('truncated', 'a member of the zip file is cut off')
}

function changed(): ItemError {
  return new ItemError('malformed', 'a member of the zip file was changed after it was encrypted')
}

/** Where the member's bytes begin: its own header says, since extra fields differ from the directory's. */
async function dataStart(reader: Reader, member: ZipMember): Promise<number> {
  const bytes = await reader.read(member.headerOffset, 30)
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) {
    throw new ItemError('malformed', 'a member of the zip file is not where the directory says')
  }
  return member.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}
