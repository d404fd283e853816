import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { jpeg } from '../../../src/formats/images/jpeg.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff, long, pack, rational, raw, short } from '../../support/exif-builder.ts'
import {
  be16,
  be32,
  buildJpeg,
  dataSet,
  exifSegment,
  iccProfile,
  join,
  readPicture,
  resource,
  segment,
  xmpPacket,
  xmpSegment,
} from '../../support/picture-builder.ts'

const thumbnail = buildJpeg([], { width: 160, height: 120 })
const withThumbnail = buildTiff([
  {
    271: ascii('Maker'),
    34853: {
      directory: { 1: ascii('N'), 2: rational(48, 1, 30, 1, 0, 1), 3: ascii('E'), 4: rational(2, 1, 15, 1, 0, 1) },
    },
  },
  { 513: long(0), 514: long(thumbnail.length) },
])

/** IFD1's offset of the thumbnail is known once the rest is written: it stands at the end. */
function placeThumbnail(tiff: Uint8Array): Uint8Array {
  const bytes = Buffer.from(tiff)
  const at = bytes.indexOf(Buffer.concat([pack([0x201, 4], 2, true), pack([1], 4, true)]))
  bytes.writeUInt32LE(bytes.length, at + 8)
  return join(bytes, thumbnail)
}

const photoshop = segment(
  0xed,
  'Photoshop 3.0\0',
  resource(0x0404, join(dataSet(80, 'Jeanne Perret'), dataSet(90, 'Lyon'), dataSet(25, 'one'), dataSet(25, 'two'))),
)
const full = buildJpeg([
  exifSegment(placeThumbnail(withThumbnail)),
  xmpSegment(xmpPacket('<dc:creator><rdf:Seq><rdf:li>Paul Martin</rdf:li></rdf:Seq></dc:creator>')),
  photoshop,
  segment(0xe2, 'ICC_PROFILE\0', [1, 1], iccProfile('Made-up RGB')),
  segment(0xfe, 'by hand'),
])

formatContract(jpeg, [{ name: 'all kinds of segments', bytes: full, mediaType: 'image/jpeg' }])

describe('jpeg', () => {
  it('reads EXIF, XMP, IPTC, ICC and comments', async () => {
    const { tags, flags, size, gap } = await readPicture(jpeg, full)
    expect(tags).toMatchObject({
      Make: ['Maker'],
      GPSLatitude: ['48.5'],
      GPSLongitude: ['2.25'],
      GPSPosition: ['48.5, 2.25'],
      Creator: ['Paul Martin'],
      'By-line': ['Jeanne Perret'],
      City: ['Lyon'],
      Keywords: ['one', 'two'],
      ProfileDescription: ['Made-up RGB'],
      Comment: ['by hand'],
    })
    expect(flags).toEqual({ embedded_preview: `160x120, ${thumbnail.length} bytes`, gps: undefined })
    expect(size).toEqual([64, 48])
    expect(gap).toBeUndefined()
  })

  it('marks what is personal, and names the entities that tags are by themselves', async () => {
    const { entry } = await readPicture(jpeg, full)
    expect(entry('GPSPosition')).toMatchObject({ personal: true, entityType: 'GPS_COORDINATES' })
    expect(entry('GPSLatitude')).toMatchObject({ personal: true })
    expect(entry('GPSLatitude')).not.toHaveProperty('entityType')
    expect(entry('By-line')).toMatchObject({ personal: true, entityType: 'PERSON' })
    expect(entry('Creator')).toMatchObject({ personal: true, entityType: 'PERSON' })
    expect(entry('City')).toMatchObject({ personal: true })
    expect(entry('Make')).toMatchObject({ personal: false })
    expect(entry('Comment')).toMatchObject({ personal: true })
  })

  it('reads what sharp writes', async () => {
    const bytes = await sharp({ create: { width: 32, height: 16, channels: 3, background: '#123' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'Workshop', Artist: 'Anna Weber' }, IFD2: { DateTimeOriginal: '2021:03:04 05:06:07' } })
      .toBuffer()
    const { tags, size } = await readPicture(jpeg, bytes)
    expect(tags).toMatchObject({
      Make: ['Workshop'],
      Artist: ['Anna Weber'],
      DateTimeOriginal: ['2021-03-04T05:06:07'],
    })
    expect(size).toEqual([32, 16])
  })

  it('joins blocks that are spread over several segments', async () => {
    const profile = iccProfile('Split in two')
    const resources = resource(0x0404, dataSet(105, 'Headline in two'))
    const bytes = buildJpeg([
      segment(0xe2, 'ICC_PROFILE\0', [1, 2], profile.subarray(0, 140)),
      segment(0xe2, 'ICC_PROFILE\0', [2, 2], profile.subarray(140)),
      segment(0xed, 'Photoshop 3.0\0', resources.subarray(0, 20)),
      segment(0xed, 'Photoshop 3.0\0', resources.subarray(20)),
    ])
    const { tags } = await readPicture(jpeg, bytes)
    expect(tags).toMatchObject({ ProfileDescription: ['Split in two'], Headline: ['Headline in two'] })
  })

  it('reads XMP that goes on in extension segments', async () => {
    const rest = Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>'), 'utf8')
    const mark = 'http://ns.adobe.com/xmp/extension/\0'
    const digest = '0123456789ABCDEF0123456789ABCDEF'
    const bytes = buildJpeg([
      xmpSegment(xmpPacket('', 'GPano:ProjectionType="equirectangular"')),
      segment(0xe1, mark, digest, be32(rest.length), be32(0), rest.subarray(0, 300)),
      segment(0xe1, mark, digest, be32(rest.length), be32(300), rest.subarray(300)),
    ])
    const { tags, flags } = await readPicture(jpeg, bytes)
    expect(tags).toMatchObject({ City: ['Metz'] })
    expect(flags).toHaveProperty('panorama_360')
  })

  it('tells people in the picture apart', async () => {
    const list =
      '<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Lea Huber</rdf:li><rdf:li>Tom Braun</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>'
    const { extracts } = await readPicture(jpeg, buildJpeg([xmpSegment(xmpPacket(list))]))
    const people = extracts.filter((extract) => extract.what === 'metadata' && extract.name === 'PersonInImage')
    expect(people).toEqual([
      { what: 'metadata', name: 'PersonInImage', value: 'Lea Huber', personal: true, entityType: 'PERSON' },
      { what: 'metadata', name: 'PersonInImage', value: 'Tom Braun', personal: true, entityType: 'PERSON' },
    ])
  })

  it('counts the pictures of a multi-picture file', async () => {
    const index = buildTiff([{ 45056: raw(Buffer.from('0100')), 45057: long(3) }])
    const { flags } = await readPicture(jpeg, buildJpeg([segment(0xe2, 'MPF\0', index)]))
    expect(flags).toEqual({ multi_picture: '3 pictures' })
  })

  it('reads the owner from a CIFF segment', async () => {
    const owner = join('C. Owner', [0])
    const time = pack([972_685_586], 4, true)
    const table = join(
      pack([3], 2, true),
      ciffRecord(0x0810, owner.length, 0),
      inlineRecord(0x580e & 0x3fff, time),
      ciffRecord(0x0805, 4, owner.length),
    )
    const heap = join(owner, 'none', table, pack([owner.length + 4], 4, true))
    const bytes = buildJpeg([segment(0xe0, 'II', pack([14], 4, true), 'HEAPJPGM', heap)])
    const { tags } = await readPicture(jpeg, bytes)
    expect(tags).toEqual({
      OwnerName: ['C. Owner'],
      DateTimeOriginal: ['2000-10-27T22:26:26'],
      ImageDescription: ['none'],
    })
  })

  it('reads the lines of old picture-info segments', async () => {
    const lines = segment(
      0xec,
      'MAKER\0\r\n[picture info]\r\nTimeDate=909698819\r\n[camera info]\r\nSerial#=#00000042\r\n',
    )
    const { tags } = await readPicture(jpeg, buildJpeg([lines]))
    expect(tags).toEqual({ DateTimeOriginal: ['1998-10-29T22:06:59'], SerialNumber: ['#00000042'] })
  })
})

describe('where a jpeg ends', () => {
  it.each([
    ['no end mark', buildJpeg([], { end: [] }), 'truncated', {}],
    ['cut inside a segment', buildJpeg([segment(0xfe, 'a comment')]).subarray(0, 12), 'truncated', {}],
    ['bytes behind the end', join(buildJpeg([]), 'behind'), undefined, { trailing_data: '6 bytes' }],
    [
      'a second scan',
      buildJpeg([], { end: join(segment(0xda, [1, 1, 0, 0, 63, 0]), [9, 0xff, 0xd9], 'x') }),
      undefined,
      { trailing_data: '1 bytes' },
    ],
    ['an empty segment', join([0xff, 0xd8, 0xff, 0xe5, 0, 0], buildJpeg([]).subarray(2)), 'malformed', {}],
  ])('%s', async (_, bytes, gap, flags) => {
    const reading = await readPicture(jpeg, join(bytes.subarray(0, 2), segment(0xfe, 'kept'), bytes.subarray(2)))
    expect(reading.tags).toMatchObject({ Comment: expect.arrayContaining(['kept']) })
    expect({ gap: reading.gap, flags: reading.flags }).toEqual({ gap, flags })
  })

  it('says so where there are more segments than are read', async () => {
    const many = buildJpeg(Array.from({ length: 30 }, (_, index) => segment(0xfe, `n${index}`)))
    const reading = await readPicture(jpeg, many, { ...defaultLimits, pictureBlocks: 20 })
    expect(reading.gap).toBe('too_many')
    expect(reading.tags.Comment).toHaveLength(20)
  })

  it('says so where metadata has more bytes than are read', async () => {
    const long = Array.from({ length: 20 }, () => segment(0xe5, Buffer.alloc(60_000)))
    const bytes = buildJpeg([segment(0xfe, 'kept'), ...long])
    const reading = await readPicture(jpeg, bytes, { ...defaultLimits, pictureMetadataBytes: 100_000 })
    expect(reading.gap).toBe('too_large')
    expect(reading.tags.Comment).toEqual(['kept'])
  })
})

function ciffRecord(type: number, size: number, at: number): Uint8Array {
  return join(pack([type], 2, true), pack([size, at], 4, true))
}

function inlineRecord(id: number, value: Uint8Array): Uint8Array {
  return join(pack([0x4000 | id], 2, true), value, be16(0), be16(0))
}

it('uses shorts for orientation', async () => {
  const bytes = buildJpeg([exifSegment(buildTiff([{ 274: short(6) }, { 274: short(1) }]))])
  expect((await readPicture(jpeg, bytes)).tags).toEqual({ Orientation: ['6'] })
})
