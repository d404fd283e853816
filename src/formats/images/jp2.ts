import type { Format } from '../../core/content.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, textOf, u16, u32 } from './bytes.ts'
import { noteExif } from './exif.ts'
import { readIptc } from './iptc.ts'
import { type Box, boxesIn, contentOf } from './iso-boxes.ts'
import { type Notes, ranks } from './notes.ts'
import { noteIcc, noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const signature = '\0\0\0\x0cjP  \r\n\x87\n'
/** Bytes of one box of metadata that are read. */
const boxBytes = 16 * 2 ** 20

const uuids: Readonly<Record<string, 'exif' | 'xmp' | 'iptc'>> = {
  '4a706754696666457869662d3e4a5032': 'exif',
  '0537cdab9d0c4431a72afa561f2a113e': 'exif',
  be7acfcb97a942e89c71999491e3afac: 'xmp',
  '33c7a4d2b81d4723a0baf1a3e097ad38': 'iptc',
}

/** JPEG 2000: files of boxes and bare code streams (ITU-T T.800, annexes A and I). */
export const jp2: Format = Object.freeze({
  id: 'jp2',
  title: 'JPEG 2000 pictures',
  medium: 'image',
  mediaTypes: {
    'image/jp2': ['jp2', 'j2k', 'jpf'],
    'image/jpx': ['jpx', 'jpf', 'jp2'],
    'image/jpm': ['jpm', 'jp2'],
    'image/x-jp2-codestream': ['j2k', 'j2c', 'jpc', 'jhc'],
  },
  recognizes({ bytes }) {
    if (hasAt(bytes, 0, '\xff\x4f\xff\x51')) return 'image/x-jp2-codestream'
    if (!hasAt(bytes, 0, signature)) return undefined
    const brand = latin1(bytes, 20, 24)
    if (brand === 'jpx ') return 'image/jpx'
    return brand === 'jpm ' ? 'image/jpm' : 'image/jp2'
  },
  read(reader, context) {
    return readPicture(reader, context, walkJp2)
  },
} satisfies Format)

async function walkJp2(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  if ((await reader.read(0, 2))[0] === 0xff) return walkStream(reader, 0, notes, budget)
  for await (const box of boxesIn(reader, 0, reader.size, budget)) {
    if (box.isCut) notes.fault('truncated', 'a box ends past the file')
    if (box.type === 'jp2h') await noteHeader(reader, box, notes, budget)
    else if (box.type === 'jp2c' && !notes.hasSize) await walkStream(reader, box.start, notes, budget)
    else await noteBox(reader, box, notes, budget)
  }
}

async function noteHeader(reader: Reader, header: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  for await (const box of boxesIn(reader, header.start, header.end, budget)) {
    if (box.type === 'ihdr') {
      const bytes = await contentOf(reader, box, 8)
      notes.size(u32(bytes, 4, false), u32(bytes, 0, false))
    } else if (box.type === 'colr') {
      const bytes = await contentOf(reader, box, boxBytes)
      // Methods 2 and 3: a restricted or any ICC profile behind three bytes.
      if (bytes[0] === 2 || bytes[0] === 3) noteIcc(bytes.subarray(3), notes)
    }
  }
}

async function noteBox(reader: Reader, box: Box, notes: Notes, budget: BlockBudget): Promise<void> {
  const kind = uuids[box.type]
  if (kind === 'xmp') noteXmp(await contentOf(reader, box, boxBytes), notes)
  else if (kind === 'iptc') readIptc(await contentOf(reader, box, boxBytes), notes)
  else if (kind === 'exif') {
    const bytes = await contentOf(reader, box, boxBytes)
    await noteExif(bytesReader(hasAt(bytes, 0, 'Exif\0\0') ? bytes.subarray(6) : bytes), 0, notes, budget)
  } else if (box.type === 'xml ') {
    const bytes = await contentOf(reader, box, boxBytes)
    if (latin1(bytes).includes('http://www.w3.org/1999/02/22-rdf-syntax-ns#')) noteXmp(bytes, notes)
    else notes.tag('XML', textOf(bytes), ranks.packet, { personal: true })
  }
}

/** Markers of a code stream up to its first tile: its size (SIZ) and comments (COM). */
async function walkStream(reader: Reader, start: number, notes: Notes, budget: BlockBudget): Promise<void> {
  for (let at = start + 2; at + 4 <= reader.size; ) {
    budget.spend()
    const head = await reader.read(at, 40)
    const marker = u16(head, 0, false)
    if (marker === 0xff90 || marker === 0xffd9 || marker < 0xff00) return
    const length = u16(head, 2, false)
    if (marker === 0xff51) {
      notes.size(u32(head, 6, false) - u32(head, 14, false), u32(head, 10, false) - u32(head, 18, false))
    } else if (marker === 0xff64 && u16(head, 4, false) === 1) {
      notes.tag('Comment', textOf(await reader.read(at + 6, Math.max(0, length - 4))), ranks.packet)
    }
    at += 2 + Math.max(2, length)
  }
  notes.fault('truncated', 'the file ends before its picture data')
}
