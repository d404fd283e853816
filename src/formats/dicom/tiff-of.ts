/** Eight-bit pixels, row by row: grey with 0 for black, or red, green and blue. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly samples: 1 | 3
  /** width × height × samples bytes. */
  readonly data: Uint8Array
}

const short = 3
const long = 4
const headerBytes = 8

/** Pixels as an uncompressed TIFF (revision 6.0): the plainest form that picture decoders read. */
export function tiffOf({ width, height, samples, data }: Pixels): Uint8Array {
  const entries: readonly (readonly [tag: number, type: number, count: number, value: number])[] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, samples, samples === 1 ? 8 : 0],
    [259, short, 1, 1],
    [262, short, 1, samples === 1 ? 1 : 2],
    [273, long, 1, 0],
    [277, short, 1, samples],
    [278, long, 1, height],
    [279, long, 1, data.length],
  ]
  const directoryEnd = headerBytes + 2 + 12 * entries.length + 4
  const bitsAt = directoryEnd
  const dataAt = bitsAt + 8
  const file = Buffer.alloc(dataAt + data.length)
  file.write('II', 0, 'latin1')
  file.writeUInt16LE(42, 2)
  file.writeUInt32LE(headerBytes, 4)
  file.writeUInt16LE(entries.length, headerBytes)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = headerBytes + 2 + 12 * index
    file.writeUInt16LE(tag, at)
    file.writeUInt16LE(type, at + 2)
    file.writeUInt32LE(count, at + 4)
    const shown = tag === 273 ? dataAt : tag === 258 && samples === 3 ? bitsAt : value
    file.writeUInt32LE(shown, at + 8)
  }
  for (let sample = 0; sample < 3; sample++) file.writeUInt16LE(8, bitsAt + 2 * sample)
  file.set(data, dataAt)
  return file
}
