import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { Frame } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { decodeBmp } from '../../src/vision/bmp.ts'
import { endDecoder } from '../../src/vision/clips/decoder.ts'
import { decodeJpeg2000 } from '../../src/vision/jp2.ts'
import { look } from '../../src/vision/look.ts'
import { largestPreview } from '../../src/vision/preview.ts'
import { decodePsd } from '../../src/vision/psd.ts'
import { shownBytes } from '../../src/vision/shown.ts'
import { be16, be32, join, le32 } from '../support/picture-builder.ts'
import { drawn, head } from './drawn.ts'

const frameOf = (bytes: Uint8Array, mediaType?: string): Frame => ({
  what: 'frame',
  place: { unit: 'text', offset: 0 },
  source: { kind: 'encoded', reader: bytesReader(bytes), ...(mediaType === undefined ? {} : { mediaType }) },
})
const portrait = await drawn(320, 400, head(160, 165, 150))
const rgb = await sharp(portrait).removeAlpha().raw().toBuffer()
const [width, height] = [320, 400]
const plane = (channel: number) => Uint8Array.from({ length: width * height }, (_, at) => rgb[at * 3 + channel] ?? 0)

/** Rows from the last to the first, blue before green before red. */
const bmp = join(
  ...[
    'BM',
    le32(54 + rgb.length),
    le32(0),
    le32(54),
    le32(40),
    le32(width),
    le32(height),
    [1, 0, 24, 0],
    new Uint8Array(24),
  ],
  ...Array.from({ length: height }, (_, row) => {
    const from = (height - 1 - row) * width * 3
    return Uint8Array.from({ length: width * 3 }, (_, at) => rgb[from + at + 2 - 2 * (at % 3)] ?? 0)
  }),
)

/** PackBits by copies alone, rows of at most 128 bytes a run. */
function packed(row: Uint8Array): Uint8Array {
  const runs: Uint8Array[] = []
  for (let at = 0; at < row.length; at += 128) {
    const run = row.subarray(at, at + 128)
    runs.push(Uint8Array.of(run.length - 1), run)
  }
  return join(...runs)
}
function psd(planes: readonly Uint8Array[], { mode = 3, isPacked = true, depth = 8 } = {}): Uint8Array {
  const rows = planes.flatMap((one) =>
    Array.from({ length: height }, (_, row) =>
      one.subarray((row * one.length) / height, ((row + 1) * one.length) / height),
    ),
  )
  const runs = rows.map(packed)
  const image = isPacked ? join([0, 1], ...runs.map((run) => be16(run.length)), ...runs) : join([0, 0], ...rows)
  const headOf = join(
    '8BPS',
    [0, 1],
    new Uint8Array(6),
    be16(planes.length),
    be32(height),
    be32(width),
    be16(depth),
    be16(mode),
  )
  return join(headOf, be32(0), be32(0), be32(0), image)
}
const wide = (one: Uint8Array) =>
  Uint8Array.from({ length: one.length * 2 }, (_, at) => (at % 2 === 0 ? (one[at / 2] ?? 0) : 7))
const small = await sharp(portrait).resize(80).jpeg().toBuffer()
const raw = join(
  'II*\0',
  le32(8),
  new Uint8Array(100),
  small,
  new Uint8Array(50),
  portrait,
  new Uint8Array(500).fill(0xd8),
)

/** A JPEG 2000 code stream, as the codec writes it. */
async function codeStream(pixels: Uint8Array, componentCount: number): Promise<Uint8Array> {
  const codec = await createRequire(import.meta.url)('@cornerstonejs/codec-openjpeg/wasmjs')({
    print() {},
    printErr() {},
  })
  const encoder = new codec.J2KEncoder()
  encoder.getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount, isSigned: false }).set(pixels)
  encoder.encode()
  return Uint8Array.from(encoder.getEncodedBuffer())
}
const j2k = await codeStream(rgb, 3)
const box = (type: string, content: Uint8Array) => join(be32(8 + content.length), type, content)
const jp2 = join(
  box('jP  ', Uint8Array.of(13, 10, 0x87, 10)),
  box('ftyp', join('jp2 ', be32(0), 'jp2 ')),
  box(
    'jp2h',
    join(box('ihdr', join(be32(height), be32(width), be16(3), [7, 7, 0, 0])), box('colr', join([1, 0, 0], be32(16)))),
  ),
  box('jp2c', j2k),
)

afterAll(endDecoder)

describe('pictures that libvips does not read', { timeout: 120_000 }, () => {
  test.each([
    ['a bitmap', bmp, undefined],
    ['a Photoshop file in runs', psd([plane(0), plane(1), plane(2)]), undefined],
    ['a Photoshop file as it is', psd([plane(0), plane(1), plane(2)], { isPacked: false }), undefined],
    ['a Photoshop file of 16 bits', psd([plane(0), plane(1), plane(2)].map(wide), { depth: 16 }), undefined],
    ['a JPEG 2000 code stream', j2k, undefined],
    ['a JPEG 2000 file', jp2, undefined],
    ['camera raw with two previews', raw, 'image/x-nikon-nef'],
  ])('%s is looked at', async (_, bytes, mediaType) => {
    const seen = await look(frameOf(bytes, mediaType), { limits: defaultLimits })
    expect(seen).toMatchObject({ width, height, persons: 1 })
    expect(seen?.faces).toHaveLength(1)
  })

  test('what they do not read is what libvips reads, as it is', async () => {
    expect(Buffer.from((await shownBytes(frameOf(portrait), defaultLimits)) ?? []).equals(portrait)).toBe(true)
  })

  test('CMYK and grey are told by their mode', () => {
    const ink = new Uint8Array(width * height)
    const cmyk = decodePsd(psd([ink.fill(255), ink, ink, ink], { mode: 4 }), defaultLimits)
    expect([...(cmyk?.data.subarray(0, 3) ?? [])]).toEqual([255, 255, 255])
    expect(decodePsd(psd([plane(0)], { mode: 1 }), defaultLimits)).toMatchObject({ width, height, channels: 1 })
  })

  test('of 16 bits has five for each colour', () => {
    const head = Buffer.alloc(54)
    for (const [at, value] of [
      [10, 54],
      [14, 40],
      [18, 2],
      [22, 1],
      [28, 16],
    ] as const)
      head.writeUInt32LE(value, at)
    const shown = decodeBmp(Buffer.concat([head, Buffer.from([0x00, 0x7c, 0xff, 0x03])]), defaultLimits)
    expect([...(shown?.data ?? [])]).toEqual([255, 0, 0, 0, 255, 255])
  })

  test('bitmaps with a palette of two colours are read', () => {
    const headOf = join('BM', le32(0), le32(0), le32(62), le32(40), le32(3), le32(1), [1, 0, 1, 0], new Uint8Array(24))
    const two = decodeBmp(join(headOf, [0, 0, 0, 0, 10, 20, 30, 0], [0b10100000, 0, 0, 0]), defaultLimits)
    expect([...(two?.data ?? [])]).toEqual([30, 20, 10, 0, 0, 0, 30, 20, 10])
  })

  test('the largest preview is taken, lossless raw data is not', () => {
    expect(largestPreview(raw)?.length).toBe(portrait.length + 500)
    const lossless = join([0xff, 0xd8, 0xff, 0xc3, 0, 11, 8], be16(4_000), be16(6_000), new Uint8Array(20))
    expect(largestPreview(join(lossless, small))?.subarray(0, 4)).toEqual(new Uint8Array(small.subarray(0, 4)))
    expect(largestPreview(lossless)).toBeUndefined()
  })

  test('beyond the limit of pixels nothing is decoded', async () => {
    const limits = { ...defaultLimits, picturePixels: 1_000 }
    expect(decodeBmp(bmp, limits)).toBeUndefined()
    expect(decodePsd(psd([plane(0), plane(1), plane(2)]), limits)).toBeUndefined()
    expect(await decodeJpeg2000(j2k, limits)).toBeUndefined()
  })

  test('damaged copies are looked at or not, and break nothing', async () => {
    let random = 7
    for (const sample of [bmp, psd([plane(0), plane(1), plane(2)]), raw, jp2, j2k]) {
      for (let copy = 0; copy < 8; copy += 1) {
        const damaged = Uint8Array.from(sample.subarray(0, Math.ceil((sample.length * (copy + 1)) / 8)))
        for (let hit = 0; hit < 20; hit += 1) {
          random = (random * 1_103_515_245 + 12_345) % 2 ** 31
          damaged[random % Math.min(damaged.length, 400)] = random & 255
        }
        await look(frameOf(damaged, sample === raw ? 'image/x-nikon-nef' : undefined), { limits: defaultLimits })
      }
    }
  })

  test('bytes that say they are HEIC and are not end as a picture that nobody looked at', async () => {
    const fake = join(be32(24), 'ftypheic', be32(0), 'mif1heic', new Uint8Array(3_000).fill(9))
    expect(await look(frameOf(fake), { limits: defaultLimits })).toBeUndefined()
  })
})

const heic = new URL('../../../shared/corpus/exif/exifr/heic-collection.heic', import.meta.url)
describe.skipIf(!existsSync(heic))('HEIC of the corpus (needs it)', { timeout: 120_000 }, () => {
  test('is decoded, and looked at as any other', async () => {
    expect(await look(frameOf(readFileSync(heic)), { limits: defaultLimits })).toMatchObject({
      width: 1_440,
      height: 960,
    })
  })
})
