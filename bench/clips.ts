import { createRequire } from 'node:module'
import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny'
import sharp from 'sharp'
import { defaultLimits } from '../src/core/limits.ts'
import { bytesReader } from '../src/core/reader.ts'
import type { Choice } from '../src/vision/clips/choose.ts'
import { endDecoder } from '../src/vision/clips/decoder.ts'
import { decodePackets } from '../src/vision/clips/native.ts'
import { openPackets } from '../src/vision/clips/packets.ts'
import { clipPictures } from '../src/vision/clips/pictures.ts'
import { headPicture, landscape } from './drawn-pictures.ts'

const frames = 4
const rounds = 12
/** Of the clip, at so many pictures a second, with a key picture each second. */
const seconds = 12
const rate = 10
const size = { width: 1_920, height: 1_080 }

/**
 * Four frames of a 1080p H.264 clip: as the eyes get them, from the decoder's own process, and as the bare decoder gives
 * the same pictures here. Milliseconds, the middle of some rounds.
 */
export async function clips(): Promise<void> {
  const bytes = await encoded()
  const source = { kind: 'clip', reader: bytesReader(bytes), mediaType: 'video/mp4', seconds } as const
  try {
    const ours = await middle(() => clipPictures(source, { ...defaultLimits, clipFrames: frames }))
    const bare = await middle(() => decodeHere(bytes))
    console.log(
      `\n${frames} frames of a 1080p H.264 clip: ${ours.toFixed(0)} ms, the bare decoder ${bare.toFixed(0)} ms; ratio ${(ours / bare).toFixed(2)}`,
    )
  } finally {
    endDecoder()
  }
}

/** A clip as a telephone makes it, of scenes that follow one another each second. */
async function encoded(): Promise<Uint8Array> {
  const { VideoEncoder, VideoFrame } = createRequire(import.meta.url)('@napi-rs/webcodecs-linux-x64-gnu')
  const target = new BufferTarget()
  const output = new Output({ format: new Mp4OutputFormat(), target })
  const track = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(track, { frameRate: rate })
  await output.start()
  const packets: { readonly packet: EncodedPacket; readonly meta: unknown }[] = []
  const encoder = new VideoEncoder({
    output: (chunk: Chunk, meta: unknown) => {
      const data = new Uint8Array(chunk.byteLength)
      chunk.copyTo(data)
      packets.push({ packet: new EncodedPacket(data, chunk.type, chunk.timestamp / 1e6, 1 / rate), meta })
    },
    error: (error: Error) => {
      throw error
    },
  })
  encoder.configure({
    codec: 'avc1.640028',
    width: size.width,
    height: size.height,
    bitrate: 12e6,
    framerate: rate,
    avc: { format: 'avc' },
  })
  for (let second = 0; second < seconds; second += 1) {
    const jpeg = await (second % 2 ? landscape : headPicture)(second)
    const data = await sharp(jpeg)
      .resize({ ...size, fit: 'cover' })
      .ensureAlpha()
      .raw()
      .toBuffer()
    for (let at = 0; at < rate; at += 1) {
      const timestamp = Math.round(((second * rate + at) * 1e6) / rate)
      const frame = new VideoFrame(data, {
        format: 'RGBA',
        codedWidth: size.width,
        codedHeight: size.height,
        timestamp,
      })
      encoder.encode(frame, { keyFrame: at === 0 })
      frame.close()
    }
  }
  await encoder.flush()
  for (const { packet, meta } of packets) await track.add(packet, meta as Parameters<typeof track.add>[1])
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

interface Chunk {
  readonly byteLength: number
  readonly type: 'key' | 'delta'
  readonly timestamp: number
  copyTo(target: Uint8Array): void
}

async function decodeHere(bytes: Uint8Array): Promise<void> {
  const track = await openPackets(bytesReader(bytes), 'video/mp4', seconds)
  if (!track) throw new Error('the clip has no track of pictures')
  for (let at = 0; at < frames; at += 1) {
    const key = await track.keyAt(((at + 0.5) * seconds) / frames)
    if (!key) throw new Error('the clip has no key picture')
    const choice: Choice = { packets: [key], wanted: [key.at] }
    await decodePackets(track, choice, size.width, async () => undefined)
  }
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN
}
