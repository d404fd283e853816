import { createRequire } from 'node:module'
import type { Colour } from '../decode.ts'
import { turnedColour } from '../pixels.ts'
import type { Choice } from './choose.ts'
import type { ClipPicture } from './clip-picture.ts'
import type { Track } from './track.ts'

/** As much of WebCodecs (W3C) as is used here. */
interface WebCodecs {
  readonly VideoDecoder: new (callbacks: { output(frame: VideoFrame): void; error(error: Error): void }) => VideoDecoder
  readonly EncodedVideoChunk: new (chunk: { type: 'key' | 'delta'; timestamp: number; data: Uint8Array }) => object
}
interface VideoDecoder {
  configure(config: { codec: string; codedWidth: number; codedHeight: number; description?: Uint8Array }): void
  decode(chunk: object): void
  flush(): Promise<void>
  close(): void
  readonly state: string
}
interface VideoFrame {
  readonly timestamp: number
  readonly codedWidth: number
  readonly codedHeight: number
  readonly visibleRect: { readonly width: number; readonly height: number } | null
  allocationSize(options: { format: 'RGBA' }): number
  copyTo(target: Uint8Array, options: { format: 'RGBA' }): Promise<unknown>
  close(): void
}

/** The whole package where somebody installed it, else what comes for this machine. */
const packages = [
  '@napi-rs/webcodecs',
  '@napi-rs/webcodecs-linux-x64-gnu',
  '@napi-rs/webcodecs-linux-x64-musl',
] as const

let loaded: WebCodecs | undefined | null = null

function load(): WebCodecs | undefined {
  const require = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      return require(name)
    } catch {
      // Not for this machine, or not installed: the next may be.
    }
  }
  return undefined
}

/** Whether there is a decoder for this machine. Loads it: only ever in a process of its own. */
export function hasNativeDecoder(): boolean {
  if (loaded === null) loaded = load()
  return loaded !== undefined
}

/** Decodes packets; each wanted picture is shown as it comes out. Without a decoder nothing comes. */
export async function decodePackets(
  track: Track,
  choice: Choice,
  longest: number,
  show: (picture: ClipPicture) => Promise<void>,
): Promise<void> {
  if (!hasNativeDecoder() || !loaded || track.codec === undefined) return
  const { VideoDecoder, EncodedVideoChunk } = loaded
  const wanted = new Map(choice.wanted.map((at) => [micros(at), at]))
  const shown: Promise<void>[] = []
  const decoder = new VideoDecoder({
    output(frame) {
      const at = wanted.get(frame.timestamp)
      if (at === undefined || !wanted.delete(frame.timestamp)) frame.close()
      else shown.push(pictureOf(frame, at, track.rotation, longest).then(show))
    },
    error() {
      // A broken stream: the pictures that came before it are all there are.
    },
  })
  const { codec, width, height, description } = track
  const size = { codedWidth: width, codedHeight: height }
  decoder.configure(description.length > 0 ? { codec, ...size, description } : { codec, ...size })
  for (const { isKey, at, data } of choice.packets) {
    if (decoder.state !== 'configured') break
    decoder.decode(new EncodedVideoChunk({ type: isKey ? 'key' : 'delta', timestamp: micros(at), data }))
  }
  await flushed(decoder)
  await Promise.all(shown)
  if (decoder.state !== 'closed') decoder.close()
}

function micros(seconds: number): number {
  return Math.round(seconds * 1e6)
}

/** A decoder that met an error refuses to flush: it has given what it could. */
async function flushed(decoder: VideoDecoder): Promise<void> {
  try {
    if (decoder.state === 'configured') await decoder.flush()
  } catch {
    // Told by the decoder's own error callback.
  }
}

async function pictureOf(frame: VideoFrame, at: number, rotation: number, longest: number): Promise<ClipPicture> {
  const width = frame.visibleRect?.width ?? frame.codedWidth
  const height = frame.visibleRect?.height ?? frame.codedHeight
  const pixels = new Uint8Array(frame.allocationSize({ format: 'RGBA' }))
  await frame.copyTo(pixels, { format: 'RGBA' })
  frame.close()
  const picture: Colour = await turnedColour({ width, height, data: pixels }, rotation, longest)
  const isUpright = rotation % 180 === 0
  return { at, picture, width: isUpright ? width : height, height: isUpright ? height : width }
}
