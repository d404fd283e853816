import { crc32 } from 'node:zlib'
import { deflateRaw } from './deflate.ts'

/** One member of an archive. */
export interface ZipMember {
  readonly name: string
  readonly bytes: Uint8Array
  /** Left as it is: for what must stand first and bare (ODF's `mimetype`) and for pictures. */
  readonly stored?: boolean
}

/**
 * A zip archive (APPNOTE 6.3), names in UTF-8, all times 2019-11-04 09:30:00 in no zone.
 * @param password locks the members with the old cipher of PKWARE
 */
export function makeZip(members: readonly ZipMember[], password?: string): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const member of members) {
    const crc = crc32(member.bytes)
    const packed = member.stored ? member.bytes : deflateRaw(member.bytes)
    const data = password ? encrypt(packed, password, crc) : packed
    const name = Buffer.from(member.name)
    const fields = memberFields({ crc, packed: data.length, full: member.bytes.length, name: name.length })
    fields.writeUInt16LE(0x0800 | (password ? 1 : 0), 2)
    fields.writeUInt16LE(member.stored ? 0 : 8, 4)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(0o100644 * 65_536, 6)
    rest.writeUInt32LE(offset, 10)
    const madeOn = Buffer.from([20, 3])
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), madeOn, fields, rest, name)
    parts.push(local, data)
    offset += local.length + data.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, listing, end])
}

/** The 26 bytes that local and central headers share, from "version needed" to "extra field length". */
function memberFields(of: { crc: number; packed: number; full: number; name: number }): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE((9 << 11) | (30 << 5), 6)
  fields.writeUInt16LE((39 << 9) | (11 << 5) | 4, 8)
  fields.writeUInt32LE(of.crc, 10)
  fields.writeUInt32LE(of.packed, 14)
  fields.writeUInt32LE(of.full, 18)
  fields.writeUInt16LE(of.name, 22)
  return fields
}

/** APPNOTE § 6.1: three keys stirred by each byte; the head's twelve bytes are ours, its last one proves the password. */
function encrypt(bytes: Uint8Array, password: string, crc: number): Uint8Array {
  const keys = [0x12345678, 0x23456789, 0x34567890] as [number, number, number]
  const table = Uint32Array.from({ length: 256 }, (_, at) => {
    let value = at
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
    return value
  })
  const step = (crcSoFar: number, byte: number) => ((table[(crcSoFar ^ byte) & 0xff] ?? 0) ^ (crcSoFar >>> 8)) >>> 0
  const stir = (byte: number) => {
    keys[0] = step(keys[0], byte)
    keys[1] = (Math.imul((keys[1] + (keys[0] & 0xff)) >>> 0, 134_775_813) + 1) >>> 0
    keys[2] = step(keys[2], keys[1] >>> 24)
  }
  for (const byte of Buffer.from(password)) stir(byte)
  const head = [0x51, 0x0e, 0x3c, 0x9a, 0x77, 0x21, 0xd4, 0x68, 0xb5, 0x03, 0xef, crc >>> 24]
  return Uint8Array.from([...head, ...bytes], (byte) => {
    const mask = (keys[2] | 2) & 0xffff
    const cipher = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 0xff)
    stir(byte)
    return cipher
  })
}
