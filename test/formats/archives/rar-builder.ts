import { crc32 } from 'node:zlib'

/** A member of a RAR archive, stored as it is. */
export interface RarMember {
  readonly name: string | Uint8Array
  readonly content: string
  readonly isFolder?: boolean
  /** Whether it says of itself that it is encrypted. */
  readonly isLocked?: boolean
  /** How it is locked: what its header says of that, its data, and the checksum as it is written. */
  readonly lock?: { readonly extra: Buffer; readonly data: Buffer; readonly sum: number }
}

/** A RAR 5 archive (RAR 5.0 archive format, rarlab.com). */
export function rar5(
  members: readonly RarMember[],
  { isVolume = false }: { readonly isVolume?: boolean } = {},
): Buffer {
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'),
    block5([1, 0, isVolume ? 1 : 0]),
    ...members.map(({ name, content, isFolder = false, isLocked = false, lock }) => {
      const [title, plain] = [Buffer.from(name), Buffer.from(content)]
      const data = lock?.data ?? plain
      const about = Buffer.alloc(8)
      about.writeUInt32LE(1_714_979_290)
      about.writeUInt32LE(lock?.sum ?? crc32(data), 4)
      const unknown = isLocked ? Buffer.concat([Buffer.from([48, 1, 0, 0, 15]), Buffer.alloc(44)]) : Buffer.alloc(0)
      const extra = lock?.extra ?? unknown
      const fields = [
        ...[
          ...number(2),
          ...number(extra.length > 0 ? 3 : 2),
          ...(extra.length > 0 ? number(extra.length) : []),
          ...number(data.length),
        ],
        ...[...number(isFolder ? 7 : 6), ...number(plain.length), ...number(0o100644), ...about],
        ...[...number(0), ...number(1), ...number(title.length), ...title, ...extra],
      ]
      return Buffer.concat([block5(fields), data])
    }),
    block5([5, 0, 0]),
  ])
}

function block5(fields: readonly number[]): Buffer {
  const body = Buffer.from([...number(fields.length), ...fields])
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(body))
  return Buffer.concat([sum, body])
}

/** Seven bits a byte, the lowest first. */
function number(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...number(Math.floor(value / 128))]
}

/** A RAR archive of versions 1.5 to 4 (its technote). */
export function rar4(
  members: readonly RarMember[],
  { isVolume = false }: { readonly isVolume?: boolean } = {},
): Buffer {
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\0', 'latin1'),
    block4(0x73, isVolume ? 1 : 0, Buffer.alloc(6)),
    ...members.map(({ name, content, isFolder = false, isLocked = false, lock }) => {
      const [title, plain] = [Buffer.from(name), Buffer.from(content)]
      const data = lock?.data ?? plain
      const fields = Buffer.alloc(25)
      fields.writeUInt32LE(data.length, 0)
      fields.writeUInt32LE(plain.length, 4)
      fields[8] = 3
      fields.writeUInt32LE(lock?.sum ?? crc32(data), 9)
      fields.writeUInt32LE(((44 << 25) | (5 << 21) | (6 << 16) | (7 << 11) | (8 << 5) | 5) >>> 0, 13)
      fields[17] = 29
      fields[18] = 0x30
      fields.writeUInt16LE(title.length, 19)
      fields.writeUInt32LE(isFolder ? 0o040755 : 0o100644, 21)
      const flags = 0x8000 | (isLocked ? 4 : 0) | (lock ? 0x404 : 0) | (isFolder ? 0xe0 : 0)
      const extra = lock?.extra ?? Buffer.alloc(0)
      return Buffer.concat([block4(0x74, flags, Buffer.concat([fields, title, extra])), data])
    }),
    block4(0x7b, 0x4000, Buffer.alloc(0)),
  ])
}

function block4(type: number, flags: number, fields: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from([type]), word(flags), word(7 + fields.length), fields])
  return Buffer.concat([word(crc32(body) & 0xffff), body])
}

function word(value: number): Buffer {
  return Buffer.from([value & 255, value >> 8])
}
