import type { Extract, Format, ReadContext } from '../../../core/content.ts'
import type { Reader } from '../../../core/reader.ts'
import { oleType } from '../../ole-type.ts'
import { makeSink } from '../sink.ts'
import { openCompound } from './compound.ts'
import { bounded, child } from './objects.ts'
import { readSummary } from './summary.ts'

const mediaType = 'application/x-ole-storage'

/** Compound files of any other program ([MS-CFB]), the small pictures in Thumbs.db among them: each stream is an item. */
export const oleStorage: Format = Object.freeze({
  id: 'ole-storage',
  title: 'Compound file of any program (OLE)',
  medium: 'other',
  mediaTypes: Object.freeze({ [mediaType]: ['db'] }),
  async recognizes(head) {
    return (await oleType(head)) === mediaType ? mediaType : undefined
  },
  read,
} satisfies Format)

async function* read(reader: Reader, { limits }: ReadContext): AsyncGenerator<Extract, void, undefined> {
  const file = await openCompound(reader, limits.expandedBytes)
  const sink = makeSink(limits)
  readSummary(file, sink)
  yield* sink.drain()
  // Streams of properties have been read.
  const streams = [...file.streams()].filter(({ path }) => !path.startsWith('\u0005'))
  yield* bounded(
    streams.map(({ path, bytes }) => child(path, withoutHead(bytes))),
    limits,
  )
}

/** Windows puts 12 or 24 bytes before each picture of Thumbs.db, and their number first. */
function withoutHead(bytes: Buffer): Buffer {
  const head = bytes.length > 32 ? bytes.readUInt32LE(0) : 0
  const isPicture = (head === 12 || head === 24) && /^(?:ffd8ff|89504e)/.test(bytes.toString('hex', head, head + 3))
  return isPicture ? bytes.subarray(head) : bytes
}
