import type { EncodedPacket, EncodedPacketSink, InputVideoTrack } from 'mediabunny'
import { ItemError } from '../../core/problem.ts'
import type { Reader } from '../../core/reader.ts'
import type { Packet, Track } from './track.ts'

type Library = typeof import('mediabunny')

let loading: Promise<Library> | undefined

/** Loaded once a thread, on first need. It would quote files in its warnings: it is told to be silent. */
function loadLibrary(): Promise<Library> {
  loading ??= import('mediabunny').then((library) => {
    library.Logging.level = library.LogLevel.Silent
    return library
  })
  return loading
}

/**
 * The first track of pictures in an MP4, QuickTime, 3GP, Matroska, WebM or MPEG-TS file. The library is never shown a
 * playlist, which names other files: it would fetch them.
 * @param seconds how long the clip is, where that is known: to work it out, the library reads to the end
 * @returns undefined where there is none, or the file is too damaged to find it
 * @throws ItemError where the reader does
 */
export async function openPackets(
  reader: Reader,
  mediaType: string,
  seconds: number | null,
): Promise<Track | undefined> {
  const { Input, CustomSource, MP4, QTFF, MATROSKA, WEBM, MPEG_TS, EncodedPacketSink } = await loadLibrary()
  const read = (start: number, end: number) => reader.read(start, end - start)
  const source = new CustomSource({ getSize: () => reader.size, read, prefetchProfile: 'fileSystem' })
  const formats = mediaType === 'video/mp2t' ? [MPEG_TS] : [MP4, QTFF, MATROSKA, WEBM]
  const input = new Input({ formats, source })
  return careful(async () => {
    const track = await input.getPrimaryVideoTrack()
    if (!track) return undefined
    return trackOf(track, new EncodedPacketSink(track), seconds ?? (await input.computeDuration([track])))
  })
}

async function trackOf(track: InputVideoTrack, sink: EncodedPacketSink, seconds: number): Promise<Track> {
  const config = await track.getDecoderConfig()
  const { description } = config ?? {}
  const known = new WeakMap<Packet, EncodedPacket>()
  const packetOf = (found: EncodedPacket | null): Packet | undefined => {
    if (!found) return undefined
    const packet = { isKey: found.type === 'key', at: found.timestamp, data: found.data }
    known.set(packet, found)
    return packet
  }
  return {
    codec: config?.codec,
    description: description ? bytesOf(description) : new Uint8Array(),
    width: config?.codedWidth ?? 0,
    height: config?.codedHeight ?? 0,
    rotation: track.rotation,
    seconds,
    keyAt: (at) => careful(async () => packetOf((await sink.getKeyPacket(at)) ?? (await sink.getFirstKeyPacket()))),
    next: (packet) =>
      careful(async () => {
        const found = known.get(packet)
        return found && packetOf(await sink.getNextPacket(found))
      }),
  }
}

function bytesOf(source: ArrayBufferView | ArrayBufferLike): Uint8Array {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  return new Uint8Array(source)
}

/** What the library throws says that the file is damaged, in words that may quote it; what the reader throws is its own. */
async function careful<T>(work: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ItemError) throw error
    return undefined
  }
}
