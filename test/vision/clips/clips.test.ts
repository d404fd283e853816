import { existsSync, readdirSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { Frame } from '../../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../../src/core/limits.ts'
import { bytesReader } from '../../../src/core/reader.ts'
import { canDecode, endDecoder } from '../../../src/vision/clips/decoder.ts'
import { hasFfmpeg } from '../../../src/vision/clips/ffmpeg.ts'
import { type ClipLook, lookAtClip } from '../../../src/vision/clips/look-at-clip.ts'
import { buildAvi, h264Clip } from '../../support/clip-builder.ts'
import { drawn, head } from '../drawn.ts'

const seen = (
  bytes: Uint8Array,
  mediaType: string,
  seconds: number | null,
  limits: Partial<Limits> = {},
): Promise<ClipLook> => {
  const frame: Frame = {
    what: 'frame',
    place: { unit: 'text', offset: 0 },
    source: { kind: 'clip', reader: bytesReader(bytes), mediaType, seconds },
  }
  return lookAtClip(frame, { limits: { ...defaultLimits, ...limits } })
}

const portrait = await drawn(320, 320, head(160, 135, 150))
const empty = await drawn(320, 320, '<rect x="20" y="200" width="280" height="90" fill="#5d7a58"/>')
const size = { width: 320, height: 320 }
const hasDecoder = await canDecode()
const times = ({ pictures }: ClipLook) => pictures.map(({ frameAt }) => frameAt)
const faces = ({ pictures }: ClipLook) => pictures.map((picture) => picture.faces?.length)

afterAll(endDecoder)

describe('looking at clips of pictures that stand for themselves', { timeout: 120_000 }, () => {
  test.each([true, false])('frames are spread over motion JPEG, with an index: %s', async (hasIndex) => {
    const frames = [empty, empty, portrait, portrait, portrait, portrait, portrait, portrait, portrait, portrait]
    const look = await seen(buildAvi({ frames, hasIndex }), 'video/x-msvideo', 5, { clipFrames: 5 })
    // The second of two that show the same made room for one close to the change.
    expect(times(look)).toEqual([0.5, 1, 1.5, 3.5, 4.5])
    expect(faces(look)).toEqual([0, 1, 1, 1, 1])
    expect(look.pictures[1]).toMatchObject({ width: 320, height: 320, persons: 1 })
    expect(look.problem).toBeUndefined()
  })

  test('an animation gives its further pictures with their times', async () => {
    const pages = [empty, portrait, await sharp(portrait).modulate({ brightness: 1.1 }).toBuffer()].map((page) =>
      sharp(page).toBuffer(),
    )
    const gif = await sharp(await Promise.all(pages), { join: { animated: true } })
      .gif({ delay: [500, 500, 500] })
      .toBuffer()
    const look = await seen(gif, 'image/gif', null)
    expect(times(look)).toEqual([0.5, 1])
    expect(faces(look)).toEqual([1, 1])
  })

  test('what no decoder knows is told, and is no fault of ours', async () => {
    const look = await seen(
      buildAvi({ frames: [new Uint8Array(64).fill(7)], compression: 'XXXX' }),
      'video/x-msvideo',
      1,
    )
    expect(look).toMatchObject({ pictures: [], problem: { cause: 'unsupported_type' } })
  })

  test('bytes beyond the limit are not read', async () => {
    const look = await seen(buildAvi({ frames: [portrait, portrait] }), 'video/x-msvideo', 1, { clipBytes: 1_000 })
    expect(look.pictures).toEqual([])
    expect(look.problem).toBeDefined()
  })

  test('a decoder that takes too long is ended, and the next clip gets another', async () => {
    const clip = buildAvi({ frames: [portrait] })
    expect((await seen(clip, 'video/x-msvideo', 0.5, { clipSeconds: 0 })).problem?.cause).toBe('time_limit')
    expect(faces(await seen(clip, 'video/x-msvideo', 0.5))).toEqual([1])
  })

  test('a decoder that was ended from outside is replaced', async () => {
    const clip = buildAvi({ frames: [portrait] })
    endDecoder()
    expect(faces(await seen(clip, 'video/x-msvideo', 0.5))).toEqual([1])
  })
})

describe.skipIf(!hasDecoder)('looking at H.264 (needs a decoder for this machine)', { timeout: 120_000 }, () => {
  test.each(['mp4', 'mkv'] as const)('key pictures are looked at first, in %s', async (container) => {
    const pictures = [empty, portrait, empty, portrait, empty, portrait]
    const mediaType = container === 'mp4' ? 'video/mp4' : 'video/x-matroska'
    const look = await seen(await h264Clip({ ...size, pictures, container }), mediaType, 6)
    expect(times(look)).toEqual([0, 1, 2, 3, 4, 5])
    expect(faces(look)).toEqual([0, 1, 0, 1, 0, 1])
  })

  test('pictures between them are decoded where there are too few', async () => {
    const pictures = [portrait, 'same', 'same', 'same', 'same', 'same'] as const
    const look = await seen(await h264Clip({ ...size, pictures }), 'video/mp4', 6, { clipFrames: 3 })
    expect(times(look)).toEqual([0, 3, 5])
    expect(faces(look)).toEqual([1, 1, 1])
  })

  test('frames are turned upright', async () => {
    const lying = await sharp(portrait)
      .resize(320, 240, { fit: 'contain', background: '#8fa3ad' })
      .rotate(-90)
      .toBuffer()
    const clip = await h264Clip({ width: 240, height: 320, pictures: [lying], rotation: 90 })
    const look = await seen(clip, 'video/mp4', 1)
    expect(look.pictures[0]).toMatchObject({ width: 320, height: 240, persons: 1 })
    expect(faces(look)).toEqual([1])
  })

  test('damaged clips never break the run', async () => {
    const clip = await h264Clip({ ...size, pictures: [portrait, 'same', empty] })
    let random = 1
    for (let copy = 0; copy < 12; copy += 1) {
      const damaged = Uint8Array.from(
        clip.subarray(0, copy % 2 === 0 ? clip.length : Math.floor((clip.length * copy) / 13)),
      )
      for (let hit = 0; hit < 40; hit += 1) {
        random = (random * 1_103_515_245 + 12_345) % 2 ** 31
        damaged[random % damaged.length] = random & 255
      }
      const look = await seen(damaged, 'video/mp4', 3, { clipSeconds: 15 })
      for (const { width, height } of look.pictures) expect(width * height).toBeGreaterThan(0)
      if (look.pictures.length === 0) expect(look.problem).toBeDefined()
    }
    expect(faces(await seen(clip, 'video/mp4', 3, { clipFrames: 1 }))).toEqual([1])
  })
})

describe.skipIf(!(await hasFfmpeg()))('what only ffmpeg reads (needs it on the path)', { timeout: 120_000 }, () => {
  test('is decoded through a pipe, wherever its description stands', async () => {
    // No codec that is made here is unknown to the decoder's process: told to be FLV, it is ffmpeg's alone to look at.
    const look = await seen(await h264Clip({ ...size, pictures: [portrait] }), 'video/x-flv', 1)
    expect(look).toMatchObject({ pictures: [], problem: { cause: 'unsupported_type' } })
  })
})

const corpus = new URL('../../../../shared/corpus/videos/', import.meta.url)
describe.skipIf(!existsSync(corpus) || !hasDecoder)('clips of the corpus (needs it)', { timeout: 300_000 }, () => {
  test('every H.264 and VP8 clip gives frames', async () => {
    for (const folder of readdirSync(corpus)) {
      if (folder.includes('.')) continue
      for (const name of readdirSync(new URL(`${folder}/`, corpus))) {
        const mediaType = { mp4: 'video/mp4', webm: 'video/webm', mkv: 'video/x-matroska' }[
          name.split('.').at(-1) ?? ''
        ]
        if (mediaType === undefined) continue
        const look = await seen(readFileSync(new URL(`${folder}/${encodeURIComponent(name)}`, corpus)), mediaType, 1, {
          clipFrames: 1,
        })
        expect([name, look.pictures.length > 0]).toEqual([name, true])
      }
    }
  })
})
