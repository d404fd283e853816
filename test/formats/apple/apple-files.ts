/** Files as macOS writes them, made byte by byte. */

const big = (value: number, bytes: number) => {
  const written = Buffer.alloc(bytes)
  written.writeUIntBE(value, 0, bytes)
  return written
}

/** A binary property list: one list of texts. */
export function bplist(texts: readonly string[]): Buffer {
  const text = (value: string) => {
    const isPlain = [...value].every((sign) => sign.charCodeAt(0) < 128)
    const bytes = isPlain ? Buffer.from(value, 'latin1') : Buffer.from(value, 'utf16le').swap16()
    const kind = isPlain ? 0x50 : 0x60
    const head = value.length < 15 ? [kind | value.length] : [kind | 15, 0x11, value.length >> 8, value.length & 255]
    return Buffer.concat([Buffer.from(head), bytes])
  }
  const list = Buffer.from([0xa0 | texts.length, ...texts.map((_text, at) => at + 1)])
  const objects = [list, ...texts.map(text)]
  const offsets: number[] = []
  let at = 8
  for (const one of objects) {
    offsets.push(at)
    at += one.length
  }
  const table = Buffer.concat(offsets.map((offset) => big(offset, 2)))
  const trailer = Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 2, 1]), big(0, 2), big(objects.length, 6)])
  return Buffer.concat([
    Buffer.from('bplist00'),
    ...objects,
    table,
    trailer,
    big(0, 8 - 6),
    Buffer.alloc(6),
    big(0, 2),
    big(at, 6),
  ])
}

/** An AppleDouble file with extended attributes, and a resource fork. */
export function appleDoubleOf(attributes: Readonly<Record<string, Buffer>>, fork = 286): Buffer {
  const names = Object.keys(attributes)
  const entryBytes = names.map((name) => (11 + name.length + 1 + 3) & ~3)
  let data = 84 + 36 + entryBytes.reduce((sum, one) => sum + one, 0)
  const entries: Buffer[] = []
  for (const [at, name] of names.entries()) {
    const value = attributes[name] ?? Buffer.alloc(0)
    const entry = Buffer.alloc(entryBytes[at] ?? 0)
    entry.writeUInt32BE(data, 0)
    entry.writeUInt32BE(value.length, 4)
    entry[10] = name.length + 1
    entry.write(name, 11, 'latin1')
    entries.push(entry)
    data += value.length
  }
  const header = Buffer.alloc(36)
  header.write('ATTR', 0)
  header.writeUInt32BE(data, 8)
  header.writeUInt16BE(names.length, 34)
  const start = Buffer.concat([
    Buffer.from('0005160700020000', 'hex'),
    Buffer.from('Mac OS X        '),
    ...[big(2, 2), big(9, 4), big(50, 4), big(data - 50, 4), big(2, 4), big(data, 4), big(fork, 4)],
  ])
  return Buffer.concat([start, Buffer.alloc(34), header, ...entries, ...Object.values(attributes), Buffer.alloc(fork)])
}
