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
  const names = catalogNames(file.stream('Catalog'))
  const flow = sink.flow('catalog')
  for (const name of names ?? []) flow.line(name)
  flow.finish()
  yield* sink.finish()
  // Streams of properties have been read; the library marks files that it wrote itself, as those of embedded objects.
  const isRead = (path: string) =>
    path.startsWith('\u0005') || path === '\u0001Sh33tJ5' || (path === 'Catalog' && names !== undefined)
  const streams = [...file.streams()].filter(({ path }) => !isRead(path))
  yield* bounded(
    streams.map(({ path, bytes }) => child(path, withoutHead(bytes))),
    limits,
  )
}

/** Of an entry of the catalog: its length, a number, a time, then the name. */
const nameAt = 16

/** What the files are called whose small pictures Thumbs.db keeps; undefined where the stream is no such list. */
function catalogNames(catalog: Buffer | undefined): readonly string[] | undefined {
  if (!catalog || catalog.length < nameAt || catalog.readUInt16LE(0) !== nameAt) return undefined
  const names: string[] = []
  for (let at = nameAt; at < catalog.length; ) {
    const size = catalog.length - at >= nameAt ? catalog.readUInt32LE(at) : 0
    if (size < nameAt || at + size > catalog.length || size % 2 !== 0) return undefined
    names.push(
      catalog
        .toString('utf16le', at + nameAt, at + size)
        .replace(/\0.*$/s, '')
        .toWellFormed(),
    )
    at += size
  }
  return names
}

/** Windows puts 12 or 24 bytes before each picture of Thumbs.db, and their number first. */
function withoutHead(bytes: Buffer): Buffer {
  const head = bytes.length > 32 ? bytes.readUInt32LE(0) : 0
  const isPicture = (head === 12 || head === 24) && /^(?:ffd8ff|89504e)/.test(bytes.toString('hex', head, head + 3))
  return isPicture ? bytes.subarray(head) : bytes
}
