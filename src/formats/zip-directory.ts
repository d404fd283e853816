import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader } from 'yauzl'
import { ItemError } from '../core/problem.ts'
import type { Reader } from '../core/reader.ts'
import { detectCharset } from './charset.ts'
import { bufferOf, createDecoder } from './decoder.ts'
import { dosTime, lockOf, named, type UnnamedMember, type ZipDirectory } from './zip-member.ts'
import { salvageMembers } from './zip-salvage.ts'

// Covers the end record with its longest comment, and a few hundred entries of a directory.
const blockBytes = 1 << 16
/** What a zip file without members has: its end record. */
const emptyBytes = 22

/**
 * The members of a zip file by its central directory; where that is missing or broken, by the members' own headers.
 * @param atMost members listed; more are left out with damage `too_many`
 * @throws ItemError of the reader only
 */
export async function readDirectory(reader: Reader, atMost: number): Promise<ZipDirectory> {
  const members: UnnamedMember[] = []
  let comment = ''
  try {
    const zip = await fromRandomAccessReaderPromise(new BlockReader(reader), reader.size, {
      decodeStrings: false,
      lazyEntries: true,
      validateEntrySizes: false,
    })
    comment = commentOf(zip.comment)
    if (zip.entryCount === 0 && reader.size > emptyBytes + zip.comment.length)
      throw new Error('empty, but it holds more')
    for await (const entry of zip.entryCount > 0 ? zip.eachEntry() : []) {
      if (members.length >= atMost) break
      members.push(memberOf(entry))
      // Asking for one entry more costs a turn of the event loop.
      if (zip.entriesRead === zip.entryCount) break
    }
    const isCut = members.length < zip.entryCount
    const damage = isCut ? new ItemError('too_many', `more than ${atMost} members`) : undefined
    return { members: named(members), damage, comment, isSplit: false }
  } catch (error) {
    // The reader's own faults go on; what else fails is the directory, and the members' headers are looked for instead.
    if (!(error instanceof Error) || error instanceof ItemError) throw error
    const isSplit = error.message.startsWith('multi-disk')
    return { ...(await salvageMembers(reader, atMost, named(members))), comment, isSplit }
  }
}

/** Undecoded by yauzl, as its types do not say. */
function commentOf(comment: unknown): string {
  if (!(comment instanceof Uint8Array) || comment.length === 0) return ''
  const bytes = bufferOf(comment)
  return createDecoder(detectCharset(bytes, true) ?? 'ibm850').decode(bytes, true)
}

/** Hands yauzl small pieces out of large blocks. */
class BlockReader extends RandomAccessReader {
  readonly #reader: Reader
  #block: Uint8Array = new Uint8Array()
  #start = 0

  constructor(reader: Reader) {
    super()
    this.#reader = reader
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ) {
    if (this.#copy(buffer, offset, length, position)) return callback(null)
    if (position + length > this.#reader.size) return callback(new Error('beyond the end'))
    this.#reader.read(position, Math.max(length, blockBytes)).then(
      (block) => {
        this.#block = block
        this.#start = position
        callback(this.#copy(buffer, offset, length, position) ? null : new Error('beyond the end'))
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error('not an error', { cause: error })),
    )
  }

  #copy(buffer: Buffer, offset: number, length: number, position: number): boolean {
    const at = position - this.#start
    if (at < 0 || at + length > this.#block.length) return false
    buffer.set(this.#block.subarray(at, at + length), offset)
    return true
  }
}

function memberOf(entry: Entry): UnnamedMember {
  const { fileNameRaw, generalPurposeBitFlag, extraFields } = entry
  return {
    name: { bytes: bufferOf(fileNameRaw), flags: generalPurposeBitFlag, extraFields },
    method: entry.compressionMethod,
    ...lockOf(generalPurposeBitFlag, entry.crc32, entry.lastModFileTime, extraFields),
    headerOffset: entry.relativeOffsetOfLocalHeader,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    modifiedAt: utcTime(entry) ?? dosTime(entry.lastModFileDate, entry.lastModFileTime),
  }
}

/** Info-ZIP's extended timestamp (extra field 0x5455): flags, then seconds since 1970. */
function utcTime({ extraFields }: Entry): string | undefined {
  const data = extraFields.find(({ id }) => id === 0x5455)?.data
  if (!data || data.length < 5 || ((data[0] ?? 0) & 1) === 0) return undefined
  const seconds = data.readInt32LE(1)
  return seconds > 0 ? new Date(seconds * 1_000).toISOString() : undefined
}
