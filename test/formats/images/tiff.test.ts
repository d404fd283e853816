import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { tiff } from '../../../src/formats/images/tiff.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff, type Directory, long, pack, rational, raw, short } from '../../support/exif-builder.ts'
import {
  buildJpeg,
  dataSet,
  exifSegment,
  iccProfile,
  join,
  readPicture,
  resource,
  xmpPacket,
} from '../../support/picture-builder.ts'

const size = (width: number, height: number): Directory => ({ 256: short(width), 257: short(height) })
const strip: Directory = { 273: long(8), 279: long(4) }

const full = buildTiff([
  {
    ...size(120, 90),
    ...strip,
    271: ascii('Maker'),
    315: ascii('Rosa Blanco'),
    700: raw(Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>')), 1),
    33723: raw(dataSet(80, 'Jeanne Perret'), 7),
    34377: raw(resource(0x0404, dataSet(105, 'Headline')), 1),
    34675: raw(iccProfile('Made-up grey')),
    34853: {
      directory: { 1: ascii('N'), 2: rational(1, 1, 30, 1, 0, 1), 3: ascii('E'), 4: rational(2, 1, 0, 1, 0, 1) },
    },
  },
  { ...size(120, 90), ...strip, 270: ascii('Second page') },
])

const nef = buildTiff([
  {
    254: long(1),
    ...size(160, 120),
    271: ascii('NIKON CORPORATION'),
    330: { directory: { 254: long(0), ...size(4000, 3000), ...strip } },
  },
])
const dng = buildTiff([{ ...size(400, 300), 50706: raw(Buffer.from([1, 4, 0, 0]), 1), 50735: ascii('DNG-77') }], false)
const rw2 = (jpeg: Uint8Array) =>
  buildTiff(
    [{ 4: short(4), 5: short(8), 6: short(304), 7: short(408), 11: short(3), 46: raw(jpeg), 271: ascii('Panasonic') }],
    true,
    0x55,
  )
const cr2 = (() => {
  const bytes = Buffer.from(buildTiff([{ ...size(10, 10), 271: ascii('Canon') }]))
  // Eight bytes of Canon's own stand between the head and the first directory.
  const moved = join(bytes.subarray(0, 4), pack([16], 4, true), 'CR\x02\0', Buffer.alloc(4), bytes.subarray(8))
  return moved
})()

formatContract(tiff, [
  { name: 'all packets', bytes: full, mediaType: 'image/tiff' },
  { name: 'a raw file', bytes: nef, mediaType: 'image/x-nikon-nef' },
  { name: 'a raw file with a jpeg', bytes: rw2(buildJpeg([])), mediaType: 'image/x-panasonic-rw2' },
])

describe('tiff', () => {
  it('reads tags and packets, and counts pages', async () => {
    const { tags, flags, size, gap } = await readPicture(tiff, full)
    expect(tags).toEqual({
      Make: ['Maker'],
      Artist: ['Rosa Blanco'],
      City: ['Metz'],
      'By-line': ['Jeanne Perret'],
      Headline: ['Headline'],
      ProfileDescription: ['Made-up grey'],
      GPSLatitude: ['1.5'],
      GPSLongitude: ['2'],
      GPSPosition: ['1.5, 2'],
      ImageDescription: ['Second page'],
    })
    expect(flags).toEqual({ multi_picture: '2 pictures', gps: undefined })
    expect(size).toEqual([120, 90])
    expect(gap).toBeUndefined()
  })

  it.each<[string, Uint8Array]>([
    ['image/x-nikon-nef', nef],
    ['image/x-adobe-dng', dng],
    ['image/x-canon-cr2', cr2],
    ['image/x-olympus-orf', buildTiff([size(8, 8)], true, 0x4f52)],
    ['image/x-panasonic-rw2', rw2(buildJpeg([]))],
    ['image/x-sony-arw', buildTiff([{ ...size(8, 8), 271: ascii('SONY'), 50740: raw(Buffer.from('sony')) }])],
    ['image/x-samsung-srw', buildTiff([{ 271: ascii('SAMSUNG'), 330: { directory: size(8, 8) } }])],
    ['image/x-pentax-pef', buildTiff([{ ...size(8, 8), 259: short(65_535), 271: ascii('PENTAX') }])],
    ['image/tiff', buildTiff([{ ...size(8, 8), 271: ascii('NIKON CORPORATION') }])],
  ])('names %s', async (mediaType, bytes) => {
    expect((await readPicture(tiff, bytes)).mediaType).toBe(mediaType)
  })

  it('tells the full picture of a raw file, not its preview', async () => {
    expect((await readPicture(tiff, nef)).size).toEqual([4000, 3000])
  })

  it('tells the camera of a DNG by its own number', async () => {
    const { entry } = await readPicture(tiff, dng)
    expect(entry('CameraSerialNumber')).toMatchObject({ value: 'DNG-77', entityType: 'DEVICE_SERIAL' })
  })

  it('reads the jpeg inside Panasonic raw files, and not their own low numbers', async () => {
    const inner = buildJpeg([exifSegment(buildTiff([{ 274: short(6), 271: ascii('Panasonic'), 272: ascii('DC-X') }]))])
    const { tags, size, flags } = await readPicture(tiff, rw2(inner))
    expect(tags).toEqual({ Make: ['Panasonic'], Model: ['DC-X'], Orientation: ['6'] })
    expect(size).toEqual([400, 300])
    expect(flags).toHaveProperty('embedded_preview')
  })

  it('reads what sharp writes', async () => {
    const picture = sharp({ create: { width: 33, height: 21, channels: 3, background: '#456' } })
    const bytes = await picture
      .tiff()
      .withExif({ IFD0: { Software: 'made here' } })
      .toBuffer()
    const { size, gap } = await readPicture(tiff, bytes)
    expect(size).toEqual([33, 21])
    expect(gap).toBeUndefined()
  })

  it('reads BigTIFF', async () => {
    const { tags, size } = await readPicture(tiff, bigTiff())
    expect(tags).toEqual({ Artist: ['Rosa Blanco'] })
    expect(size).toEqual([70_000, 9])
  })

  it('says that the file was cut off where picture data is missing', async () => {
    const bytes = buildTiff([{ ...size(8, 8), 273: long(8, 100), 279: long(4, 9_000) }])
    expect((await readPicture(tiff, bytes)).gap).toBe('truncated')
  })

  it('looks at so many pages and no more', async () => {
    const many = buildTiff(Array.from({ length: 12 }, () => size(8, 8)))
    expect((await readPicture(tiff, many, { ...defaultLimits, pages: 10 })).gap).toBe('too_many')
    expect((await readPicture(tiff, many, { ...defaultLimits, pages: 12 })).gap).toBeUndefined()
  })

  it('does not follow pages in a circle', async () => {
    const bytes = Buffer.from(buildTiff([size(8, 8), size(8, 8)]))
    // The second directory's link to the next one is the last thing in the file.
    bytes.writeUInt32LE(8, bytes.length - 4)
    const { flags, gap } = await readPicture(tiff, bytes)
    expect(flags).toEqual({ multi_picture: '2 pictures' })
    expect(gap).toBe('malformed')
  })
})

function bigTiff(): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: Uint8Array) =>
    join(pack([tag, type], 2, true), pack([count, 0], 4, true), Buffer.concat([value, Buffer.alloc(8)]).subarray(0, 8))
  const artist = Buffer.from('Rosa Blanco\0')
  const directory = join(
    pack([3, 0], 4, true),
    entry(0x100, 4, 1, pack([70_000], 4, true)),
    entry(0x101, 3, 1, pack([9], 2, true)),
    entry(0x13b, 2, artist.length, pack([16 + 8 + 60 + 8], 4, true)),
    Buffer.alloc(8),
  )
  return join('II', pack([43, 8, 0], 2, true), pack([16, 0], 4, true), directory, artist)
}
