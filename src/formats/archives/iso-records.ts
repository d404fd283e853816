import { bufferOf } from '../decoder.ts'

/** One entry of a directory (ECMA-119, 9.1). */
export interface IsoRecord {
  readonly name: string
  /** ISO 8601 UTC; null where unset. */
  readonly modifiedAt: string | null
  /** Logical block at which it begins, extended attributes passed. */
  readonly block: number
  readonly size: number
  readonly isFolder: boolean
  readonly isLink: boolean
  /** Whether the next record goes on with the same file. */
  readonly goesOn: boolean
}

/** How the names of a volume are written. */
export type IsoNames = 'plain' | 'joliet'

/**
 * The entries of one directory, without the two that stand for itself and for the one above.
 * @param bytes the whole directory
 */
export function isoRecords(bytes: Uint8Array, names: IsoNames, sectorBytes: number): readonly IsoRecord[] {
  const records: IsoRecord[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0
    // Records do not cross sectors: the rest of one is zeros.
    if (length < 34) at = (Math.floor(at / sectorBytes) + 1) * sectorBytes
    else {
      const record = isoRecord(bufferOf(bytes.subarray(at, at + length)), names)
      if (record) records.push(record)
      at += length
    }
  }
  return records
}

/** The record of a directory or file; undefined for what is none, or stands for a directory itself. */
export function isoRecord(bytes: Buffer, names: IsoNames): IsoRecord | undefined {
  const nameBytes = bytes[32] ?? 0
  if (bytes.length < 33 + nameBytes || nameBytes === 0) return undefined
  const raw = bytes.subarray(33, 33 + nameBytes)
  const isSelf = nameBytes === 1 && (raw[0] ?? 0) < 2
  if (isSelf) return undefined
  const flags = bytes[25] ?? 0
  const more = rockRidge(bytes.subarray(33 + nameBytes + (nameBytes % 2 === 0 ? 1 : 0)))
  const own =
    names === 'joliet'
      ? Buffer.from(raw)
          .subarray(0, nameBytes & ~1)
          .swap16()
          .toString('utf16le')
      : raw.toString('latin1')
  return {
    name: more.name ?? own.replace(/\.?;\d{1,5}$/, ''),
    modifiedAt: timeOf(bytes.subarray(18, 25)),
    block: bytes.readUInt32LE(2) + (bytes[1] ?? 0),
    size: bytes.readUInt32LE(10),
    isFolder: (flags & 2) !== 0,
    isLink: more.isLink,
    goesOn: (flags & 0x80) !== 0,
  }
}

/** What Rock Ridge adds (IEEE P1282): the name as Unix has it, and whether it is a link. */
function rockRidge(bytes: Buffer): { readonly name: string | undefined; readonly isLink: boolean } {
  const parts: Buffer[] = []
  let isLink = false
  for (let at = 0; at + 4 <= bytes.length; ) {
    const [kind, length] = [bytes.toString('latin1', at, at + 2), bytes[at + 2] ?? 0]
    if (length < 4) break
    // Flags of a name: 2 and 4 stand for the directory itself and the one above.
    if (kind === 'NM' && ((bytes[at + 4] ?? 0) & 6) === 0) parts.push(bytes.subarray(at + 5, at + length))
    else if (kind === 'SL') isLink = true
    at += length
  }
  return { name: parts.length > 0 ? Buffer.concat(parts).toString('utf8') : undefined, isLink }
}

/** Years since 1900, month, day, hour, minute, second, quarters of an hour east of Greenwich (ECMA-119, 9.1.5). */
function timeOf(bytes: Buffer): string | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = bytes
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return null
  const quarters = bytes.length > 6 ? bytes.readInt8(6) : 0
  const minutes = Math.abs(quarters) <= 56 ? 15 * quarters : 0
  return new Date(Date.UTC(1900 + year, month - 1, day, hour, minute - minutes, second)).toISOString()
}
