import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Mp4OutputFormat,
  Output,
} from 'mediabunny'
import sharp from 'sharp'
import { be32, join, le32 } from './picture-builder.ts'

/** Writes bits, the highest first (ITU-T H.264, 7.2). */
class Bits {
  readonly #bits: number[] = []
  fixed(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit -= 1) this.#bits.push((value >> bit) & 1)
    return this
  }
  /** Exp-Golomb codes (9.1): as many zeros as follow bits. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1))
    return this.fixed(0, length).fixed(value + 1, length + 1)
  }
  align(): this {
    while (this.#bits.length % 8 !== 0) this.#bits.push(0)
    return this
  }
  end(): this {
    this.#bits.push(1)
    return this.align()
  }
  bytes(): Uint8Array {
    return Uint8Array.from({ length: this.#bits.length / 8 }, (_, at) =>
      this.#bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
    )
  }
}

/** A unit with its head; a 3 keeps its bytes from looking like the start of another (7.4.1). */
function unit(head: number, payload: Uint8Array): Uint8Array {
  const out = [head]
  let zeros = 0
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3)
      zeros = 0
    }
    out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return Uint8Array.from(out)
}

const sps = (across: number, down: number) =>
  unit(
    0x67,
    join(
      [66, 0xc0, 40],
      new Bits()
        .ue(0)
        .ue(0)
        .ue(2)
        .ue(1)
        .fixed(0, 1)
        .ue(across - 1)
        .ue(down - 1)
        .fixed(0b1100, 4)
        .end()
        .bytes(),
    ),
  )
const pps = unit(
  0x68,
  new Bits().ue(0).ue(0).fixed(0, 2).ue(0).ue(0).ue(0).fixed(0, 3).ue(0).ue(0).ue(0).fixed(0b100, 3).end().bytes(),
)

/** A picture whose blocks stand there as they are (I_PCM): every decoder reads it. */
async function keyPicture(image: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const rgb = await sharp(image).resize(width, height, { fit: 'fill' }).removeAlpha().raw().toBuffer()
  const parts: Uint8Array[] = [
    new Bits().ue(0).ue(7).ue(0).fixed(0, 4).ue(0).fixed(0, 2).ue(0).ue(1).ue(25).align().bytes(),
  ]
  for (let top = 0; top < height; top += 16) {
    for (let left = 0; left < width; left += 16) {
      if (top + left > 0) parts.push(Uint8Array.of(0x0d, 0))
      parts.push(block(rgb, width, left, top))
    }
  }
  return unit(0x65, join(...parts, [0x80]))
}

/** 256 of luma, 64 of each chroma (ITU-R BT.601, limited range). */
function block(rgb: Uint8Array, width: number, left: number, top: number): Uint8Array {
  const at = (x: number, y: number) => ((top + y) * width + left + x) * 3
  const of = (x: number, y: number, [r, g, b, plus]: readonly [number, number, number, number]) => {
    const start = at(x, y)
    return Math.round(plus + r * (rgb[start] ?? 0) + g * (rgb[start + 1] ?? 0) + b * (rgb[start + 2] ?? 0))
  }
  const plane = (step: number, by: readonly [number, number, number, number]) =>
    Uint8Array.from({ length: (16 / step) ** 2 }, (_, i) =>
      of((i % (16 / step)) * step, Math.floor(i / (16 / step)) * step, by),
    )
  return join(
    plane(1, [0.257, 0.504, 0.098, 16]),
    plane(2, [-0.148, -0.291, 0.439, 128]),
    plane(2, [0.439, -0.368, -0.071, 128]),
  )
}

/** A picture that is the one before it. */
function samePicture(number: number, blocks: number): Uint8Array {
  const bits = new Bits()
    .ue(0)
    .ue(5)
    .ue(0)
    .fixed(number % 16, 4)
    .fixed(0, 3)
    .ue(0)
    .ue(1)
    .ue(blocks)
  return unit(0x41, bits.end().bytes())
}

/** What is shown for a second each: an encoded picture, or the one before it again. */
export interface ClipPlan {
  readonly width: number
  readonly height: number
  readonly pictures: readonly (Uint8Array | 'same')[]
  readonly container?: 'mp4' | 'mkv'
  readonly rotation?: 0 | 90 | 180 | 270
}

/** An H.264 clip in MP4 or Matroska, a picture a second; sides are multiples of 16. */
export async function h264Clip({
  width,
  height,
  pictures,
  container = 'mp4',
  rotation = 0,
}: ClipPlan): Promise<Uint8Array> {
  const set = sps(width / 16, height / 16)
  const size = (bytes: Uint8Array) => be32(bytes.length).subarray(2)
  const description = join([1, 66, 0xc0, 40, 0xff, 0xe1], size(set), set, [1], size(pps), pps)
  const target = new BufferTarget()
  const output = new Output({ format: container === 'mp4' ? new Mp4OutputFormat() : new MkvOutputFormat(), target })
  const source = new EncodedVideoPacketSource('avc')
  output.addVideoTrack(source, { rotation, frameRate: 1 })
  await output.start()
  let since = 0
  for (const [index, picture] of pictures.entries()) {
    since = picture === 'same' ? since + 1 : 0
    const bytes =
      picture === 'same' ? samePicture(since, (width * height) / 256) : await keyPicture(picture, width, height)
    const packet = new EncodedPacket(join(be32(bytes.length), bytes), since === 0 ? 'key' : 'delta', index, 1)
    await source.add(packet, {
      decoderConfig: { codec: 'avc1.42c028', codedWidth: width, codedHeight: height, description },
    })
  }
  await output.finalize()
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0))
}

const chunk = (type: string, ...content: readonly (string | Uint8Array | readonly number[])[]): Uint8Array => {
  const bytes = join(...content)
  return join(type, le32(bytes.length), bytes, bytes.length % 2 === 1 ? [0] : [])
}
const list = (type: string, ...content: readonly Uint8Array[]): Uint8Array => chunk('LIST', type, ...content)
const words = (...values: readonly number[]): Uint8Array => join(...values.map(le32))

/** What an AVI file is made of. */
export interface AviPlan {
  readonly frames: readonly Uint8Array[]
  readonly compression?: string
  readonly information?: Readonly<Record<string, string>>
  readonly hasIndex?: boolean
}

/** An AVI file of 320 × 240, two pictures a second. */
export function buildAvi({ frames, compression = 'MJPG', information = {}, hasIndex = true }: AviPlan): Uint8Array {
  const head = chunk('avih', words(500_000, 0, 0, 0x10, frames.length, 0, 1, 0, 320, 240, 0, 0, 0, 0))
  const stream = chunk('strh', 'vids', compression, words(0, 0, 0, 1, 2, 0, frames.length, 0, 0, 0, 0, 0))
  const format = chunk('strf', words(40, 320, 240, 24 * 65_536 + 1), compression, words(0, 0, 0, 0, 0))
  const told = Object.entries(information).map(([name, value]) => chunk(name, value, [0]))
  const chunks = frames.map((frame) => chunk('00dc', frame))
  let at = 4
  const index = chunks.map((one, number) => {
    const entry = join('00dc', words(0x10, at, frames[number]?.length ?? 0))
    at += one.length
    return entry
  })
  const body = join(
    'AVI ',
    list('hdrl', head, list('strl', stream, format)),
    list('INFO', ...told),
    list('movi', ...chunks),
    hasIndex ? chunk('idx1', ...index) : new Uint8Array(),
  )
  return join('RIFF', le32(body.length), body)
}
