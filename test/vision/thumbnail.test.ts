import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { thumbnailDiffers } from '../../src/vision/thumbnail.ts'
import { exifSegment, join } from '../support/picture-builder.ts'
import { drawn, head } from './drawn.ts'

const portrait = await drawn(640, 480, head(420, 190, 230))
const other = await drawn(
  640,
  480,
  '<rect y="300" width="640" height="180" fill="#30502a"/><circle cx="120" cy="110" r="60" fill="#fff2a0"/>',
)

/** The picture with another one, made small, in its Exif block. */
async function withThumbnail(picture: Buffer, small: Sharp): Promise<Uint8Array> {
  const block = exifSegment(join('II*\0', [8, 0, 0, 0, 0, 0], await small.jpeg().toBuffer()))
  return join(picture.subarray(0, 2), block, picture.subarray(2))
}
const differs = (bytes: Uint8Array) => {
  const frame: Frame = {
    what: 'frame',
    place: { unit: 'text', offset: 0 },
    source: { kind: 'encoded', reader: bytesReader(bytes) },
  }
  return thumbnailDiffers(frame, defaultLimits)
}
const part = { left: 60, top: 260, width: 200, height: 200 }

describe('the small copy in a picture', () => {
  test.each([
    ['made smaller', sharp(portrait).resize(160)],
    ['brighter', sharp(portrait).resize(160).linear(1.2, 10)],
    ['with black bars', sharp(portrait).resize({ width: 160, height: 160, fit: 'contain', background: '#000' })],
    ['cut to a square', sharp(portrait).resize({ width: 160, height: 160, fit: 'cover' })],
    ['lying on its side', sharp(portrait).resize(160).rotate(90)],
  ])('is the same when %s', async (_, small) => {
    expect(await differs(await withThumbnail(portrait, small))).toBe(false)
  })

  test('shows what was cut away', async () => {
    const cropped = await sharp(portrait).extract(part).jpeg().toBuffer()
    expect(await differs(await withThumbnail(cropped, sharp(portrait).resize(160)))).toBe(true)
  })

  test('shows another picture', async () => {
    expect(await differs(await withThumbnail(portrait, sharp(other).resize(160)))).toBe(true)
  })

  test('is not there, or is no picture, or shows nothing: then nothing is said', async () => {
    expect(await differs(portrait)).toBe(false)
    const broken = join(
      portrait.subarray(0, 2),
      exifSegment(join('II*\0', [0xff, 0xd8, 0xff, 1, 2, 3])),
      portrait.subarray(2),
    )
    expect(await differs(broken)).toBe(false)
    expect(
      await differs(
        await withThumbnail(portrait, sharp({ create: { width: 160, height: 120, channels: 3, background: '#888' } })),
      ),
    ).toBe(false)
    expect(await differs(Uint8Array.of(1, 2, 3))).toBe(false)
  })
})
