import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { webp } from '../../../src/formats/images/webp.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff } from '../../support/exif-builder.ts'
import { iccProfile, join, le32, readPicture, riffChunk, xmpPacket } from '../../support/picture-builder.ts'

const wrap = (...chunks: readonly Uint8Array[]) => {
  const body = join('WEBP', ...chunks)
  return join('RIFF', le32(body.length), body)
}
const extended = riffChunk('VP8X', join([0x2c, 0, 0, 0], le32(799).subarray(0, 3), le32(599).subarray(0, 3)))
const exif = buildTiff([{ 271: ascii('Maker'), 315: ascii('Rosa Blanco') }])
const full = wrap(
  extended,
  riffChunk('ICCP', iccProfile('Made-up RGB')),
  riffChunk('VP8 ', Buffer.alloc(11)),
  riffChunk('EXIF', exif),
  riffChunk('XMP ', Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>'))),
)

formatContract(webp, [{ name: 'all kinds of chunks', bytes: full, mediaType: 'image/webp' }])

describe('webp', () => {
  it('reads Exif, XMP and ICC', async () => {
    const { tags, size, gap } = await readPicture(webp, full)
    expect(tags).toEqual({
      Make: ['Maker'],
      Artist: ['Rosa Blanco'],
      City: ['Metz'],
      ProfileDescription: ['Made-up RGB'],
    })
    expect(size).toEqual([800, 600])
    expect(gap).toBeUndefined()
  })

  it('reads Exif with the mark of JPEG before it', async () => {
    const { tags } = await readPicture(webp, wrap(extended, riffChunk('EXIF', join('Exif\0\0', exif))))
    expect(tags.Make).toEqual(['Maker'])
  })

  it.each([
    ['lossy', { quality: 50 }],
    ['lossless', { lossless: true }],
  ])('reads what sharp writes, %s', async (_, options) => {
    const picture = sharp({ create: { width: 45, height: 27, channels: 3, background: '#456' } })
    const bare = await readPicture(webp, await picture.clone().webp(options).toBuffer())
    expect(bare.size).toEqual([45, 27])
    const bytes = await picture
      .webp(options)
      .withExif({ IFD0: { Artist: 'Anna Weber' } })
      .toBuffer()
    const { tags, size } = await readPicture(webp, bytes)
    expect(tags.Artist).toEqual(['Anna Weber'])
    expect(size).toEqual([45, 27])
  })

  it.each<[string, Uint8Array, string | undefined, Record<string, string>]>([
    ['cut off', full.subarray(0, -100), 'truncated', {}],
    ['bytes behind the end', join(full, 'behind'), undefined, { trailing_data: '6 bytes' }],
    [
      'an animation',
      wrap(extended, riffChunk('ANMF', Buffer.alloc(16)), riffChunk('ANMF', Buffer.alloc(16))),
      undefined,
      { animated: '2 frames' },
    ],
    ['a chunk without a type', wrap(extended, riffChunk('\0\0\0\0', Buffer.alloc(4))), 'malformed', {}],
  ])('%s', async (_, bytes, gap, flags) => {
    const reading = await readPicture(webp, bytes)
    expect({ gap: reading.gap, flags: reading.flags, size: reading.size }).toEqual({ gap, flags, size: [800, 600] })
  })
})
