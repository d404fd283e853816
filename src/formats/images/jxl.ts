import { brotliDecompressSync } from 'node:zlib'
import type { Format } from '../../core/content.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, u32 } from './bytes.ts'
import { noteExif } from './exif.ts'
import { type Box, boxesIn, contentOf } from './iso-boxes.ts'
import type { Notes } from './notes.ts'
import { noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/jxl'
const signature = '\0\0\0\x0cJXL \r\n\x87\n'
/** Bytes of one box of metadata that are read, and that a compressed one may expand to. */
const boxBytes = 16 * 2 ** 20

/** JPEG XL: files of boxes and bare code streams (ISO/IEC 18181-1 and -2). */
export const jxl: Format = Object.freeze({
  id: 'jxl',
  title: 'JPEG XL pictures',
  medium: 'image',
  mediaTypes: { [mediaType]: ['jxl'] },
  recognizes({ bytes }) {
    const isStream = bytes.length > 12 && bytes[0] === 0xff && bytes[1] === 0x0a
    return isStream || hasAt(bytes, 0, signature) ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkJxl)
  },
} satisfies Format)

async function walkJxl(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const head = await reader.read(0, 16)
  if (head[0] === 0xff) return noteSize(head.subarray(2), notes)
  for await (const box of boxesIn(reader, 0, reader.size, budget)) {
    if (box.isCut) notes.fault('truncated', 'a box ends past the file')
    if (box.type === 'jxlc' || box.type === 'jxlp') await noteStream(reader, box, notes)
    else if (box.type === 'Exif' || box.type === 'xml ') {
      await noteBlock(box.type, await contentOf(reader, box, boxBytes), notes, budget)
    } else if (box.type === 'brob') {
      const bytes = await contentOf(reader, box, boxBytes)
      await noteBlock(latin1(bytes, 0, 4), expand(bytes.subarray(4), notes), notes, budget)
    }
  }
}

async function noteStream(reader: Reader, box: Box, notes: Notes): Promise<void> {
  const bytes = await contentOf(reader, box, 20)
  // The first of several parts (jxlp) has its number, 0, before it.
  const stream = box.type === 'jxlp' ? bytes.subarray(4) : bytes
  if (stream[0] === 0xff && stream[1] === 0x0a) noteSize(stream.subarray(2), notes)
}

function expand(bytes: Uint8Array, notes: Notes): Uint8Array {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: boxBytes })
  } catch {
    // Damaged or boundless compressed data is a fault of the input, whatever zlib calls it.
    notes.fault('malformed', 'a compressed box cannot be expanded')
    return new Uint8Array()
  }
}

async function noteBlock(type: string, bytes: Uint8Array, notes: Notes, budget: BlockBudget): Promise<void> {
  if (type === 'xml ') noteXmp(bytes, notes)
  else if (type === 'Exif' && bytes.length > 8) {
    await noteExif(bytesReader(bytes.subarray(4 + u32(bytes, 0, false))), 0, notes, budget)
  }
}

const ratios: readonly (readonly [number, number])[] = [
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
]

/** The size header: little-endian bits (ISO/IEC 18181-1, 9.2). */
function noteSize(bytes: Uint8Array, notes: Notes): void {
  let position = 0
  const bits = (count: number): number => {
    let value = 0
    for (let bit = 0; bit < count; bit++, position++) {
      value += (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) * 2 ** bit
    }
    return value
  }
  const isSmall = bits(1) === 1
  const length = () => (isSmall ? (bits(5) + 1) * 8 : bits([9, 13, 18, 30][bits(2)] ?? 9) + 1)
  const height = length()
  const ratio = ratios[bits(3) - 1]
  notes.size(ratio ? Math.floor((height * ratio[0]) / ratio[1]) : length(), height)
}
