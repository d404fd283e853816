import { isUtf8 } from 'node:buffer'
import { ItemError } from '../../core/problem.ts'
import { bufferOf } from '../decoder.ts'
import type { RarLock } from './rar-lock.ts'

/** A file or folder as its header describes it. */
export interface RarEntry {
  readonly name: string
  /** UTC where the archive has it, else the writer's clock without a zone. */
  readonly modifiedAt: string | null
  /** Bytes unpacked; undefined where the writer did not know. */
  readonly size: number | undefined
  readonly packedSize: number
  /** Where its header stands, and its data behind that. */
  readonly headerAt: number
  readonly dataAt: number
  readonly crc32: number | undefined
  readonly isStored: boolean
  /** Whether it was packed as versions before 2.9 did. */
  readonly isOld: boolean
  readonly isFolder: boolean
  readonly isLink: boolean
  readonly isEncrypted: boolean
  /** How, where that is a way that is known. */
  readonly lock?: RarLock
  /** Version, method and dictionary of RAR 5, as its header writes them. */
  readonly compression: number
  /** Whether it begins in the part before, or goes on in the next. */
  readonly isSplit: boolean
}

/** One header. */
export interface RarBlock {
  readonly kind: 'main' | 'file' | 'end' | 'encryption' | 'other'
  /** Where the next header stands, behind the data of this one. */
  readonly next: number
  readonly entry?: RarEntry
  /** Of a main header: whether the archive is one of several parts. */
  readonly isVolume?: boolean
  /** Of a main header: whether all further headers are encrypted. */
  readonly isLocked?: boolean
  /** Of a main header: whether members are packed with what the members before them hold. */
  readonly isSolid?: boolean
}

/** Bytes that one header may have. */
export const headerAtMost = 2 ** 21

function damaged(): ItemError {
  return new ItemError('malformed', 'a header of the archive is damaged')
}

/**
 * Reads a header of RAR 5 (RAR 5.0 archive format).
 * @param bytes from the header on
 * @param at where it stands in the file
 * @throws ItemError `malformed`
 */
export function rar5Block(bytes: Buffer, at: number): RarBlock {
  const fields = new Fields(bytes, 4)
  const size = fields.number()
  const start = fields.at
  const end = start + size
  if (size < 2 || size > headerAtMost || end > bytes.length) throw damaged()
  const kind = kinds5[fields.number()] ?? 'other'
  const flags = fields.number()
  const extraBytes = flags & 1 ? fields.number() : 0
  const dataBytes = flags & 2 ? fields.number() : 0
  const next = at + end + dataBytes
  if (kind === 'main') {
    const about = fields.number()
    return { kind, next, isVolume: (about & 1) !== 0, isSolid: (about & 4) !== 0 }
  }
  if (kind !== 'file') return { kind, next }
  const place = { headerAt: at, dataAt: at + end, packedSize: dataBytes, isSplit: (flags & 0x18) !== 0 }
  return { kind, next, entry: rar5Entry(fields, end - extraBytes, end, place) }
}

const kinds5: Readonly<Record<number, RarBlock['kind']>> = { 1: 'main', 2: 'file', 4: 'encryption', 5: 'end' }

function rar5Entry(
  fields: Fields,
  extraAt: number,
  end: number,
  place: Pick<RarEntry, 'headerAt' | 'dataAt' | 'packedSize' | 'isSplit'>,
): RarEntry {
  const flags = fields.number()
  const size = fields.number()
  fields.number()
  const seconds = flags & 2 ? fields.word() : 0
  const crc32 = flags & 4 ? fields.word() : undefined
  const compression = fields.number()
  fields.number()
  const name = fields.take(fields.number())
  const extra = rar5Extra(new Fields(fields.bytes.subarray(0, end), extraAt))
  return {
    ...place,
    name: name.toString(isUtf8(name) ? 'utf8' : 'latin1'),
    modifiedAt: extra.modifiedAt ?? (seconds > 0 ? new Date(1_000 * seconds).toISOString() : null),
    size: flags & 8 ? undefined : size,
    crc32,
    compression,
    isStored: ((compression >> 7) & 7) === 0,
    isOld: false,
    isFolder: (flags & 1) !== 0,
    isLink: extra.isLink,
    isEncrypted: extra.isEncrypted,
    ...(extra.lock ? { lock: extra.lock } : {}),
  }
}

function rar5Extra(fields: Fields) {
  let lock: RarLock | undefined
  let [isEncrypted, isLink, modifiedAt] = [false, false, null as string | null]
  while (fields.at < fields.bytes.length) {
    const size = fields.number()
    const end = fields.at + size
    const type = fields.number()
    if (type === 1) {
      isEncrypted = true
      lock = rar5Lock(fields, end)
    } else if (type === 5) isLink = true
    else if (type === 3) modifiedAt = rar5Time(fields)
    if (end <= fields.at - 1) throw damaged()
    fields.at = end
  }
  return { isEncrypted, isLink, modifiedAt, lock }
}

function rar5Lock(fields: Fields, end: number): RarLock | undefined {
  const version = fields.number()
  const flags = fields.number()
  // Without its check, which all writers give, a password could not be told from another.
  if (version !== 0 || (flags & 1) === 0 || end - fields.at < 45) return undefined
  const [doublings = 0] = fields.take(1)
  const [salt, iv, check] = [16, 16, 8].map((length) => Buffer.from(fields.take(length))) as [Buffer, Buffer, Buffer]
  return { version: 5, doublings, salt, iv, check, isMixed: (flags & 2) !== 0 }
}

function rar5Time(fields: Fields): string | null {
  const flags = fields.number()
  if ((flags & 2) === 0) return null
  if (flags & 1) return new Date(1_000 * fields.word()).toISOString()
  const milliseconds = Number(fields.take(8).readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000
  return Math.abs(milliseconds) < 8e15 ? new Date(milliseconds).toISOString() : null
}

/**
 * Reads a header of RAR 1.5 to 4 (its technote).
 * @throws ItemError `malformed`
 */
export function rar4Block(bytes: Buffer, at: number): RarBlock {
  if (bytes.length < 7) throw damaged()
  const flags = bytes.readUInt16LE(3)
  const size = bytes.readUInt16LE(5)
  if (size < 7 || size > bytes.length) throw damaged()
  const kind = kinds4[bytes[2] ?? 0] ?? 'other'
  const header = bytes.subarray(0, size)
  const added = flags & 0x8000 ? new Fields(header, 7).word() : 0
  const next = at + size + added
  if (kind === 'main') {
    return { kind, next, isVolume: (flags & 1) !== 0, isLocked: (flags & 0x80) !== 0, isSolid: (flags & 8) !== 0 }
  }
  if (kind !== 'file') return { kind, next }
  const entry = rar4Entry(header, flags, at)
  return { kind, next: entry.dataAt + entry.packedSize, entry }
}

const kinds4: Readonly<Record<number, RarBlock['kind']>> = { 115: 'main', 116: 'file', 123: 'end' }

function rar4Entry(header: Buffer, flags: number, headerAt: number): RarEntry {
  if (header.length < 32) throw damaged()
  const isLarge = (flags & 0x100) !== 0
  const nameAt = isLarge ? 40 : 32
  if (header.length < nameAt) throw damaged()
  const high = (offset: number) => (isLarge ? header.readUInt32LE(offset) * 2 ** 32 : 0)
  const name = header.subarray(nameAt, nameAt + header.readUInt16LE(26))
  const attributes = header.readUInt32LE(28)
  return {
    name: rar4Name(name, (flags & 0x200) !== 0).replaceAll('\\', '/'),
    modifiedAt: dosTime(header.readUInt32LE(20)),
    size: header.readUInt32LE(11) + high(36),
    packedSize: header.readUInt32LE(7) + high(32),
    headerAt,
    dataAt: headerAt + header.length,
    crc32: header.readUInt32LE(16),
    compression: 0,
    isStored: header[25] === 0x30,
    isOld: header[25] !== 0x30 && (header[24] ?? 0) < 29,
    isFolder: (flags & 0xe0) === 0xe0,
    // Attributes are those of Unix where the system was.
    isLink: header[15] === 3 && (attributes & 0o170000) === 0o120000,
    isEncrypted: (flags & 4) !== 0,
    ...((flags & 4) !== 0 && (header[24] ?? 0) >= 29 ? { lock: rar3Lock(header, flags, nameAt) } : {}),
    isSplit: (flags & 3) !== 0,
  }
}

/** The salt stands behind the name. */
function rar3Lock(header: Buffer, flags: number, nameAt: number): RarLock {
  const saltAt = nameAt + header.readUInt16LE(26)
  return { version: 3, salt: Buffer.from(header.subarray(saltAt, flags & 0x400 ? saltAt + 8 : saltAt)) }
}

/** Names beyond ASCII stand twice: as the writer's system had them, and packed as UTF-16 behind a zero byte. */
function rar4Name(bytes: Buffer, isUnicode: boolean): string {
  const zero = isUnicode ? bytes.indexOf(0) : -1
  if (zero < 0) return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1')
  const [plain, packed] = [bytes.subarray(0, zero), bytes.subarray(zero + 1)]
  const high = (packed[0] ?? 0) << 8
  const units: number[] = []
  let at = 1
  for (let flags = 0, left = 0; at < packed.length; flags = (flags << 2) & 255, left -= 2) {
    if (left === 0) {
      flags = packed[at++] ?? 0
      left = 8
    }
    const way = flags >> 6
    if (way < 2) units.push((packed[at++] ?? 0) | (way === 1 ? high : 0))
    else if (way === 2) {
      units.push((packed[at] ?? 0) | ((packed[at + 1] ?? 0) << 8))
      at += 2
    } else {
      const length = packed[at++] ?? 0
      const correction = length & 0x80 ? (packed[at++] ?? 0) : undefined
      for (let count = (length & 0x7f) + 2; count > 0; count--) {
        const byte = plain[units.length] ?? 0
        units.push(correction === undefined ? byte : ((byte + correction) & 255) | high)
      }
    }
  }
  return String.fromCharCode(...units.slice(0, bytes.length)).toWellFormed()
}

/** Date and time of MS-DOS as the writer's clock told them. */
function dosTime(value: number): string | null {
  const [month, day, hour] = [(value >>> 21) & 15, (value >>> 16) & 31, (value >>> 11) & 31]
  const [minute, second] = [(value >>> 5) & 63, 2 * (value & 31)]
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null
  const two = (part: number) => String(part).padStart(2, '0')
  return `${1980 + (value >>> 25)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

/** Numbers and bytes in order. */
class Fields {
  readonly bytes: Buffer
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bufferOf(bytes)
    this.at = at
  }

  /** Seven bits a byte, the lowest first. */
  number(): number {
    let value = 0
    for (let weight = 1; weight < 2 ** 56; weight *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw damaged()
      value += (byte & 0x7f) * weight
      if (byte < 128) return value
    }
    throw damaged()
  }

  word(): number {
    return this.take(4).readUInt32LE(0)
  }

  take(length: number): Buffer {
    if (length > this.bytes.length - this.at) throw damaged()
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
}
