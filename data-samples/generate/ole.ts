/** A compound file ([MS-CFB], version 3) with one stream of less than 512 bytes: what a folder's `Thumbs.db` begins like. */
export function makeThumbsDb(): Uint8Array {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(2, 60)
  header.writeUInt32LE(1, 64)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const chain = Buffer.alloc(512, 0xff)
  const ends = [0xfffffffd, 0xfffffffe, 0xfffffffe, 0xfffffffe]
  for (const [at, value] of ends.entries()) chain.writeUInt32LE(value, at * 4)
  const small = Buffer.alloc(512, 0xff)
  small.writeUInt32LE(1, 0)
  small.writeUInt32LE(0xfffffffe, 4)
  const catalog = Buffer.alloc(72)
  catalog.writeUInt16LE(16, 0)
  catalog.writeUInt16LE(7, 2)
  catalog.writeUInt32LE(2, 4)
  for (const [at, name] of ['a.jpg', 'b.jpg'].entries()) {
    catalog.writeUInt32LE(28, 16 + at * 28)
    catalog.writeUInt32LE(at + 1, 20 + at * 28)
    catalog.write(name, 32 + at * 28, 'utf16le')
  }
  const folder = Buffer.concat([
    entry('Root Entry', 5, { child: 1, start: 3, size: 128 }),
    entry('Catalog', 2, { child: -1, start: 0, size: 72 }),
    Buffer.alloc(256),
  ])
  const streams = Buffer.alloc(512)
  catalog.copy(streams)
  return Buffer.concat([header, chain, folder, small, streams])
}

function entry(name: string, type: number, at: { child: number; start: number; size: number }): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes.writeUInt8(type, 66)
  bytes.writeUInt8(1, 67)
  bytes.writeInt32LE(-1, 68)
  bytes.writeInt32LE(-1, 72)
  bytes.writeInt32LE(at.child, 76)
  bytes.writeUInt32LE(at.start, 116)
  bytes.writeUInt32LE(at.size, 120)
  return bytes
}

/** What a Mac leaves in a folder: the head of a `.DS_Store`, the names of two files, and room. */
export function makeDsStore(): Uint8Array {
  const bytes = Buffer.alloc(6_148)
  bytes.writeUInt32BE(1, 0)
  bytes.write('Bud1', 4, 'latin1')
  bytes.writeUInt32BE(0x1000, 8)
  bytes.writeUInt32BE(0x0800, 12)
  bytes.writeUInt32BE(0x1000, 16)
  const names = Buffer.from('photos\0logo.png', 'utf16le').swap16()
  names.copy(bytes, 0x200)
  bytes.write('Ilocblob', 0x240, 'latin1')
  return bytes
}
