/** An OLE compound file ([MS-CFB]) with these names in its directory and nothing in its streams: four a sector. */
export function compoundFile(names: readonly string[]): Uint8Array {
  const end = 0xfffffffe
  const header = Buffer.alloc(512)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(512, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  const sectors = Math.ceil(names.length / 4)
  for (let sector = 0; sector < sectors; sector++) {
    table.writeUInt32LE(sector === sectors - 1 ? end : sector + 2, 4 * (sector + 1))
  }
  const directory = Buffer.alloc(512 * sectors)
  names.forEach((name, at) => {
    directory.write(name, 128 * at, 'utf16le')
    directory.writeUInt16LE(2 * name.length + 2, 128 * at + 64)
  })
  return Buffer.concat([header, table, directory])
}

/** One DICOM element; without a value representation in the implicit syntax. The value is Latin-1. */
export function dicomElement(
  group: number,
  element: number,
  representation: string | undefined,
  value: string,
  isLittle: boolean,
): Buffer {
  const padded = value.length % 2 === 0 ? value : `${value} `
  const bytes = Buffer.alloc(8 + padded.length)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  view.setUint16(0, group, isLittle)
  view.setUint16(2, element, isLittle)
  if (representation === undefined) view.setUint32(4, padded.length, isLittle)
  else {
    bytes.write(representation, 4, 'latin1')
    view.setUint16(6, padded.length, isLittle)
  }
  bytes.write(padded, 8, 'latin1')
  return bytes
}
