import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import type { Packet, Track } from './track.ts'

/** Codecs by the four characters of their compression. */
const codecs: Readonly<Record<string, string>> = {
  MJPG: 'mjpeg',
  mjpg: 'mjpeg',
  AVRn: 'mjpeg',
  dmb1: 'mjpeg',
  H264: 'avc1.640033',
  h264: 'avc1.640033',
  X264: 'avc1.640033',
  x264: 'avc1.640033',
  avc1: 'avc1.640033',
  VP80: 'vp8',
  VP90: 'vp09.00.51.08',
}
/** Bytes of the header that are searched for the stream of pictures, and of the index that are read. */
const headerBytes = 2 ** 20
const indexBytes = 32 * 2 ** 20

interface Entry {
  readonly at: number
  readonly start: number
  readonly size: number
  readonly isKey: boolean
}

/** The first track of pictures of an AVI file; undefined where there is none. */
export async function openAvi(reader: Reader, limits: Limits): Promise<Track | undefined> {
  const head = Buffer.from(await reader.read(0, Math.min(headerBytes, reader.size)))
  const stream = streamOf(head)
  const movie = head.indexOf('movi')
  if (!stream || movie < 0) return undefined
  const entries = await entriesOf(reader, movie, stream, limits)
  const packets = new WeakMap<Packet, number>()
  const packetAt = async (index: number): Promise<Packet | undefined> => {
    const entry = entries[index]
    if (!entry) return undefined
    const packet = { isKey: entry.isKey, at: entry.at, data: await reader.read(entry.start, entry.size) }
    packets.set(packet, index)
    return packet
  }
  return {
    codec: codecs[stream.compression],
    description: new Uint8Array(),
    width: stream.width,
    height: stream.height,
    rotation: 0,
    seconds: entries.length * stream.time,
    keyAt(seconds) {
      const before = entries.findLastIndex(({ isKey, at }) => isKey && at <= seconds)
      return packetAt(before >= 0 ? before : entries.findIndex(({ isKey }) => isKey))
    },
    async next(packet) {
      const index = packets.get(packet)
      return index === undefined ? undefined : packetAt(index + 1)
    },
  }
}

interface Stream {
  readonly number: string
  readonly compression: string
  readonly width: number
  readonly height: number
  /** Seconds of one picture. */
  readonly time: number
}

function streamOf(head: Buffer): Stream | undefined {
  let number = 0
  for (let at = head.indexOf('strh'); at >= 0 && number < 100; at = head.indexOf('strh', at + 4)) {
    const format = head.indexOf('strf', at)
    const isVideo = head.toString('latin1', at + 8, at + 12) === 'vids'
    if (isVideo && format >= 0 && format + 28 <= head.length) {
      const [scale, rate] = [head.readUInt32LE(at + 28), head.readUInt32LE(at + 32)]
      return {
        number: String(number).padStart(2, '0'),
        compression: head.toString('latin1', format + 24, format + 28),
        width: Math.abs(head.readInt32LE(format + 12)),
        height: Math.abs(head.readInt32LE(format + 16)),
        time: scale > 0 && rate > 0 ? scale / rate : 0.04,
      }
    }
    number += 1
  }
  return undefined
}

/** By the index at the end, where there is one that fits; else by walking through the chunks. */
async function entriesOf(reader: Reader, movie: number, stream: Stream, limits: Limits): Promise<readonly Entry[]> {
  const length = (await reader.read(movie - 4, 4)) as Uint8Array
  const end = movie - 4 + 4 + Buffer.from(length).readUInt32LE(0)
  const indexed = await indexedEntries(reader, movie, end + (end & 1), stream)
  return indexed.length > 0 ? indexed : walkedEntries(reader, movie + 4, Math.min(end, reader.size), stream, limits)
}

async function indexedEntries(reader: Reader, movie: number, end: number, stream: Stream): Promise<readonly Entry[]> {
  const head = Buffer.from(await reader.read(end, 8))
  if (head.length < 8 || head.toString('latin1', 0, 4) !== 'idx1') return []
  const index = Buffer.from(await reader.read(end + 8, Math.min(head.readUInt32LE(4), indexBytes)))
  const entries: Entry[] = []
  let base: number | undefined
  for (let at = 0; at + 16 <= index.length; at += 16) {
    if (!isPicture(index.toString('latin1', at, at + 4), stream)) continue
    const offset = index.readUInt32LE(at + 8)
    // Offsets count from the list, or from the file's beginning: the first chunk tells which.
    base ??= (await hasChunkAt(reader, movie + offset, stream)) ? movie : 0
    const size = index.readUInt32LE(at + 12)
    const isKey = (index.readUInt32LE(at + 4) & 0x10) !== 0
    if (size > 0) entries.push({ at: entries.length * stream.time, start: base + offset + 8, size, isKey })
  }
  return entries
}

async function hasChunkAt(reader: Reader, at: number, stream: Stream): Promise<boolean> {
  return isPicture(Buffer.from(await reader.read(at, 4)).toString('latin1'), stream)
}

async function walkedEntries(
  reader: Reader,
  from: number,
  to: number,
  stream: Stream,
  limits: Limits,
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (let at = from, chunks = 0; at + 8 <= to && chunks < limits.pictureBlocks; chunks += 1) {
    const head = Buffer.from(await reader.read(at, 8))
    if (head.length < 8) break
    const type = head.toString('latin1', 0, 4)
    const size = head.readUInt32LE(4)
    if (isPicture(type, stream) && size > 0) {
      // Without an index every picture of JPEG stands for itself; of others the first alone is sure to.
      const isKey = codecs[stream.compression] === 'mjpeg' || entries.length === 0
      entries.push({ at: entries.length * stream.time, start: at + 8, size: Math.min(size, to - at - 8), isKey })
    }
    at += type === 'LIST' ? 12 : 8 + size + (size & 1)
  }
  return entries
}

function isPicture(type: string, { number }: Stream): boolean {
  return type === `${number}dc` || type === `${number}db`
}
