import type { ItemError } from '../core/problem.ts'
import { type AesField, aesField } from './zip-crypto.ts'
import { nameDecoder, type ZipName } from './zip-names.ts'

/** One member of a zip file, as its directory (or, failing that, its own header) describes it. */
export interface ZipMember {
  /** Decoded; '/' between steps. Never used as a path on a disk. */
  readonly name: string
  readonly isFolder: boolean
  /** 0 stored, 8 deflated, 12 bzip2, 93 Zstandard, 95 xz; others are not read. */
  readonly method: number
  readonly isEncrypted: boolean
  /** How it is encrypted where that is by WinZip's way. */
  readonly aes?: AesField
  /** The byte by which PKWARE's first encryption tells wrong passwords; undefined where it is none of that. */
  readonly lockCheck?: number
  /** Where the member's own header stands. */
  readonly headerOffset: number
  /** Bytes in the zip file; for a salvaged member up to the next header. */
  readonly packedSize: number
  /** Bytes after expansion as the zip file claims; undefined where only expanding tells. */
  readonly size: number | undefined
  /** Undefined where unknown. */
  readonly crc32: number | undefined
  /** ISO 8601: UTC where the zip file has it, else the writer's local time without a zone; null where unset. */
  readonly modifiedAt: string | null
}

/** What a zip file holds. `damage` says why the list may not be whole. */
export interface ZipDirectory {
  readonly members: readonly ZipMember[]
  readonly damage: ItemError | undefined
  readonly comment: string
  /** Whether this is a part of a zip file that was split. */
  readonly isSplit: boolean
}

/** A member whose name waits for its charset to be told. */
export interface UnnamedMember extends Omit<ZipMember, 'name' | 'isFolder'> {
  readonly name: ZipName
}

/** Date and time of MS-DOS (APPNOTE 4.4.6); null for the first day it can express, which writers put for "unset". */
export function dosTime(date: number, time: number): string | null {
  const [year, month, day] = [1980 + (date >> 9), (date >> 5) & 15, date & 31]
  const [hour, minute, second] = [time >> 11, (time >> 5) & 63, (time & 31) * 2]
  const isUnset = date <= 0x21
  if (isUnset || month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

/**
 * How a member is locked, by its general purpose flags and its extra fields (APPNOTE 4.4.4, 6.1.6).
 * @param time as MS-DOS writes it
 */
export function lockOf(
  flags: number,
  crc32: number,
  time: number,
  extraFields: readonly { readonly id: number; readonly data: Buffer }[],
): Pick<ZipMember, 'isEncrypted' | 'aes' | 'lockCheck'> {
  if ((flags & 1) === 0) return { isEncrypted: false }
  const aes = aesField(extraFields.find(({ id }) => id === 0x9901)?.data ?? Buffer.alloc(0))
  if (aes) return { isEncrypted: true, aes }
  // Flag 6 is strong encryption, which is none of these.
  if (flags & 0x40) return { isEncrypted: true }
  return { isEncrypted: true, lockCheck: flags & 8 ? time >> 8 : crc32 >>> 24 }
}

/** The members under their names. */
export function named(members: readonly UnnamedMember[]): readonly ZipMember[] {
  const decode = nameDecoder(members.map(({ name }) => name))
  return members.map((member) => {
    const name = decode(member.name)
    return { ...member, name, isFolder: name.endsWith('/') }
  })
}
