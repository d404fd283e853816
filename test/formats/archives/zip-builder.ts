import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip file, with anything about it that a writer would not do. */
export interface RawMember {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** 0 stored, 8 deflated; others leave the content as it is. */
  readonly method?: number
  readonly flags?: number
  /** A checksum that is not the content's. */
  readonly crc?: number
}

/** A zip file (APPNOTE 4.3) of members with any names and flags: what libraries refuse to write. */
export function rawZip(
  members: readonly RawMember[],
  { comment = '', zip64 = false }: { readonly comment?: string; readonly zip64?: boolean } = {},
): Buffer {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const { local, entry } = record(member, offset, zip64)
    bodies.push(local)
    entries.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(zip64 ? 0xffff : members.length, 8)
  end.writeUInt16LE(zip64 ? 0xffff : members.length, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : directory.length, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  const large = zip64 ? largeEnd(members.length, directory.length, offset) : Buffer.alloc(0)
  return Buffer.concat([...bodies, directory, large, end, Buffer.from(comment)])
}

function record({ name, content, method = 0, flags, crc }: RawMember, offset: number, zip64: boolean) {
  const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(content)]
  const data = method === 8 ? deflateRawSync(bytes) : bytes
  const isText = typeof name === 'string' && /[^\0-\x7f]/.test(name)
  const fields = Buffer.alloc(22)
  fields.writeUInt16LE(20)
  fields.writeUInt16LE(flags ?? (isText ? 0x800 : 0), 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(0x21, 8)
  fields.writeUInt32LE(crc ?? crc32(bytes), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  const local = Buffer.concat([
    signed(0x04034b50),
    fields,
    Buffer.from([nameBytes.length & 255, nameBytes.length >> 8, 0, 0]),
    nameBytes,
    data,
  ])
  const extra = zip64 ? largeSizes(bytes.length, data.length, offset) : Buffer.alloc(0)
  const entryFields = Buffer.from(fields)
  if (zip64) entryFields.fill(0xff, 14, 22)
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(nameBytes.length)
  rest.writeUInt16LE(extra.length, 2)
  rest.writeUInt32LE(zip64 ? 0xffffffff : offset, 14)
  return {
    local,
    entry: Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), entryFields, rest, nameBytes, extra]),
  }
}

/** Extra field 1: the sizes and the place, eight bytes each. */
function largeSizes(size: number, packed: number, offset: number): Buffer {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1)
  extra.writeUInt16LE(24, 2)
  for (const [at, value] of [size, packed, offset].entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * at)
  return extra
}

function largeEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(56)
  end.writeUInt32LE(0x06064b50)
  end.writeBigUInt64LE(44n, 4)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end, locator])
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(signature)
  return bytes
}
