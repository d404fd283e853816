import type { Format } from '../../core/content.ts'
import type { Reader } from '../../core/reader.ts'
import type { BlockBudget } from './access.ts'
import { hasAt, latin1, textOf, u16, untilNul } from './bytes.ts'
import { type Notes, ranks } from './notes.ts'
import { noteIcc, noteXmp } from './packets.ts'
import { readPicture } from './read-picture.ts'

const mediaType = 'image/gif'
/** Bytes of one packet of XMP that are read. */
const packetBytes = 16 * 2 ** 20

/** GIF87a and GIF89a (CompuServe, 1990) with comments, XMP and ICC blocks. */
export const gif: Format = Object.freeze({
  id: 'gif',
  title: 'GIF pictures and animations',
  medium: 'image',
  mediaTypes: { [mediaType]: ['gif'] },
  recognizes({ bytes }) {
    return hasAt(bytes, 0, 'GIF87a') || hasAt(bytes, 0, 'GIF89a') ? mediaType : undefined
  },
  read(reader, context) {
    return readPicture(reader, context, walkGif)
  },
} satisfies Format)

async function walkGif(reader: Reader, notes: Notes, budget: BlockBudget): Promise<void> {
  const head = await reader.read(0, 13)
  if (head.length < 13) return notes.fault('truncated', 'the file ends inside its head')
  notes.size(u16(head, 6, true), u16(head, 8, true))
  let at = 13 + colourBytes(head[10] ?? 0)
  let frames = 0
  while (at < reader.size) {
    budget.spend()
    const block = await reader.read(at, 19)
    if (block[0] === 0x3b) return finish(reader, at + 1, frames, notes)
    if (block[0] === 0x2c) {
      frames += 1
      at = await skipBlocks(reader, at + 11 + colourBytes(block[9] ?? 0))
    } else if (block[0] === 0x21) at = await takeExtension(reader, at, block, notes)
    else {
      notes.fault('malformed', 'a block of unknown kind')
      break
    }
  }
  if (frames > 1) notes.flag('animated', `at least ${frames} frames`)
  notes.fault('truncated', 'the file ends before its end mark')
}

function finish(reader: Reader, end: number, frames: number, notes: Notes): void {
  if (frames > 1) notes.flag('animated', `${frames} frames`)
  if (end < reader.size) notes.flag('trailing_data', `${reader.size - end} bytes`)
}

function colourBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0
}

/** @returns where the chain of sub-blocks ends */
async function skipBlocks(reader: Reader, from: number): Promise<number> {
  for (let at = from; at < reader.size; ) {
    const bytes = await reader.read(at, 4_096)
    let inside = 0
    while (inside < bytes.length) {
      const length = bytes[inside] ?? 0
      inside += 1 + length
      if (length === 0) return at + inside
    }
    at += inside
  }
  return reader.size
}

async function takeExtension(reader: Reader, at: number, block: Uint8Array, notes: Notes): Promise<number> {
  const label = block[1]
  if (label === 0xfe) {
    const { data, end } = await joinBlocks(reader, at + 2, notes.limits.metadataCharacters * 4)
    notes.tag('Comment', textOf(untilNul(data)), ranks.packet)
    return end
  }
  const application = label === 0xff ? latin1(block, 3, 14) : ''
  if (application === 'XMP DataXMP') return takeXmp(reader, at + 14, notes)
  if (application === 'ICCRGBG1012') {
    const { data, end } = await joinBlocks(reader, at + 14, 2 ** 20)
    noteIcc(data, notes)
    return end
  }
  return skipBlocks(reader, at + 2)
}

/** The packet stands there as it is, not in sub-blocks; 258 bytes behind it lead a reader of sub-blocks to its end. */
async function takeXmp(reader: Reader, at: number, notes: Notes): Promise<number> {
  const end = await skipBlocks(reader, at)
  noteXmp(await reader.read(at, Math.min(Math.max(0, end - at - 258), packetBytes)), notes)
  return end
}

async function joinBlocks(reader: Reader, from: number, limit: number): Promise<{ data: Uint8Array; end: number }> {
  const end = await skipBlocks(reader, from)
  const bytes = await reader.read(from, Math.min(end - from, limit))
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length && bytes[at] !== 0; at += 1 + (bytes[at] ?? 0)) {
    parts.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)))
  }
  return { data: Buffer.concat(parts), end }
}
