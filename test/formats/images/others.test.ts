import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bmp } from '../../../src/formats/images/bmp.ts'
import { jp2 } from '../../../src/formats/images/jp2.ts'
import { jxl } from '../../../src/formats/images/jxl.ts'
import { psd } from '../../../src/formats/images/psd.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff, pack } from '../../support/exif-builder.ts'
import {
  be16,
  be32,
  box,
  dataSet,
  iccProfile,
  join,
  le32,
  readPicture,
  resource,
  xmpPacket,
} from '../../support/picture-builder.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const exif = buildTiff([{ 271: ascii('Maker'), 315: ascii('Rosa Blanco') }], false)
const xmp = Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>'))

const jp2File = join(
  box('jP  ', [0x0d, 0x0a, 0x87, 0x0a]),
  box('ftyp', 'jp2 ', be32(0), 'jp2 '),
  box(
    'jp2h',
    box('ihdr', be32(30), be32(40), be16(3), [7, 7, 0, 0]),
    box('colr', [2, 0, 0], iccProfile('Made-up RGB')),
  ),
  box('uuid', hex('4a706754696666457869662d3e4a5032'), exif),
  box('uuid', hex('be7acfcb97a942e89c71999491e3afac'), xmp),
  box('uuid', hex('33c7a4d2b81d4723a0baf1a3e097ad38'), dataSet(80, 'Jeanne Perret')),
  box('xml ', '<note>for the archive</note>'),
  box('jp2c', [0xff, 0x4f]),
)
const stream = (...rest: readonly (string | Uint8Array | readonly number[])[]) =>
  join([0xff, 0x4f, 0xff, 0x51], be16(40), be16(0), be32(60), be32(50), be32(10), be32(5), Buffer.alloc(20), ...rest)
const remark = join([0xff, 0x64], be16(14), be16(1), 'remark one')

const jxlBoxes = join(
  box('JXL ', [0x0d, 0x0a, 0x87, 0x0a]),
  box('ftyp', 'jxl ', be32(0), 'jxl '),
  // A small size header: height (3 + 1) × 8, ratio 3 to 2, and nothing of the picture.
  box('jxlc', [0xff, 0x0a, 0x07, 0x01]),
  box('Exif', be32(0), exif),
  box('brob', 'xml ', brotliCompressSync(xmp)),
)

const psdFile = (version: 1 | 2) =>
  join(
    '8BPS',
    be16(version),
    Buffer.alloc(6),
    be16(3),
    be32(200),
    be32(300),
    be16(8),
    be16(3),
    be32(0),
    ...(() => {
      const resources = join(
        resource(0x0404, dataSet(80, 'Jeanne Perret')),
        resource(0x0422, exif),
        resource(0x0424, xmp),
        resource(0x040b, Buffer.from('https://clinic.example/')),
        resource(0x040c, join(be32(1), be32(160), be32(106), Buffer.alloc(17))),
      )
      return [be32(resources.length), resources]
    })(),
    Buffer.alloc(version === 1 ? 4 : 8),
    'pixels',
  )

const bmpFile = (height: number) =>
  join(
    'BM',
    le32(54 + 8),
    le32(0),
    le32(54),
    le32(40),
    le32(2),
    pack([height >>> 0], 4, true),
    Buffer.alloc(28),
    Buffer.alloc(8),
  )

formatContract(jp2, [
  { name: 'boxes', bytes: jp2File, mediaType: 'image/jp2' },
  { name: 'a code stream', bytes: stream(remark, [0xff, 0x90, 0, 4]), mediaType: 'image/x-jp2-codestream' },
])
formatContract(jxl, [{ name: 'boxes', bytes: jxlBoxes, mediaType: 'image/jxl' }])
formatContract(psd, [{ name: 'image resources', bytes: psdFile(1), mediaType: 'image/vnd.adobe.photoshop' }])
formatContract(bmp, [{ name: 'a bitmap', bytes: bmpFile(1), mediaType: 'image/bmp' }])

describe('JPEG 2000', () => {
  it('reads Exif, XMP, IPTC and XML from boxes', async () => {
    const { tags, size, gap, entry } = await readPicture(jp2, jp2File)
    expect(tags).toEqual({
      Make: ['Maker'],
      Artist: ['Rosa Blanco'],
      City: ['Metz'],
      'By-line': ['Jeanne Perret'],
      XML: ['<note>for the archive</note>'],
      ProfileDescription: ['Made-up RGB'],
    })
    expect(entry('XML')).toMatchObject({ personal: true })
    expect({ size, gap }).toEqual({ size: [40, 30], gap: undefined })
  })

  it('reads size and comments of a bare code stream', async () => {
    const { tags, size, gap } = await readPicture(jp2, stream(remark, [0xff, 0x90, 0, 4]))
    expect({ tags, size, gap }).toEqual({ tags: { Comment: ['remark one'] }, size: [50, 45], gap: undefined })
    expect((await readPicture(jp2, stream(remark))).gap).toBe('truncated')
  })
})

describe('JPEG XL', () => {
  it('reads size, Exif and compressed XMP from boxes', async () => {
    const { tags, size, gap } = await readPicture(jxl, jxlBoxes)
    expect(tags).toEqual({ Make: ['Maker'], Artist: ['Rosa Blanco'], City: ['Metz'] })
    expect({ size, gap }).toEqual({ size: [48, 32], gap: undefined })
  })

  it.each<[string, number, readonly [number, number]]>([
    // Bits from the lowest up: small flag, height / 8 - 1 (5), ratio (3), width / 8 - 1 (5) where the ratio is 0.
    ['small, square', 0b001_00100_1, [40, 40]],
    ['small, any width', (0b00010 << 9) | 0b000_00100_1, [24, 40]],
    // Large: 2 bits of length class, 9 bits of height - 1, ratio 7 is 2 to 1.
    ['large, twice as wide', (0b111 << 12) | (299 << 3), [600, 300]],
  ])('a size header: %s', async (_, bits, size) => {
    const bytes = join([0xff, 0x0a], pack([bits], 4, true), Buffer.alloc(16))
    expect((await readPicture(jxl, bytes)).size).toEqual(size)
  })

  it('does not expand without bounds', async () => {
    const bomb = box('brob', 'xml ', brotliCompressSync(Buffer.alloc(20 * 2 ** 20)))
    expect((await readPicture(jxl, join(jxlBoxes, bomb))).gap).toBe('malformed')
  })
})

describe('Photoshop documents', () => {
  it.each([1, 2] as const)('reads the image resources of version %i', async (version) => {
    const { tags, flags, size, gap } = await readPicture(psd, psdFile(version))
    expect(tags).toEqual({
      Make: ['Maker'],
      Artist: ['Rosa Blanco'],
      City: ['Metz'],
      'By-line': ['Jeanne Perret'],
      URL: ['https://clinic.example/'],
    })
    expect(flags).toEqual({ embedded_preview: '160x106, 29 bytes' })
    expect({ size, gap }).toEqual({ size: [300, 200], gap: undefined })
  })

  it('says that the file was cut off', async () => {
    expect((await readPicture(psd, psdFile(1).subarray(0, -8))).gap).toBe('truncated')
  })
})

describe('bitmaps', () => {
  it.each([7, -7])('of height %i', async (height) => {
    const { size, gap } = await readPicture(bmp, bmpFile(height))
    expect({ size, gap }).toEqual({ size: [2, 7], gap: undefined })
  })

  it('says what is missing and what is too much', async () => {
    expect((await readPicture(bmp, bmpFile(1).subarray(0, -2))).gap).toBe('truncated')
    expect((await readPicture(bmp, join(bmpFile(1), 'xyz'))).flags).toEqual({ trailing_data: '3 bytes' })
  })
})
