import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { heif } from '../../../src/formats/images/heif.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff, rational } from '../../support/exif-builder.ts'
import { be16, be32, box, iccProfile, join, readPicture, xmpPacket } from '../../support/picture-builder.ts'

const position = { 1: ascii('N'), 2: rational(1, 1, 30, 1, 0, 1), 3: ascii('W'), 4: rational(2, 1, 0, 1, 0, 1) }
const exif = join(be32(6), 'Exif\0\0', buildTiff([{ 271: ascii('Maker'), 34853: { directory: position } }], false))
const xmp = Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>'))

interface Item {
  readonly id: number
  readonly type: string
  readonly bytes: Uint8Array
}

const entry = ({ id, type }: Item) =>
  box('infe', [2, 0, 0, 0], be16(id), be16(0), type, '\0', type === 'mime' ? 'application/rdf+xml\0' : '')

/** A file with these items behind its box of metadata; item 1 is the picture. */
function buildHeif(
  items: readonly Item[],
  { brand = 'heic', compatible = ['mif1', 'heic'], further = [] as readonly Uint8Array[] } = {},
) {
  const ftyp = box('ftyp', brand, be32(0), ...compatible)
  const meta = (dataAt: number) => {
    let at = dataAt
    const places = items.map(({ id, bytes }) => {
      const place = join(be16(id), be16(0), be16(1), be32(at), be32(bytes.length))
      at += bytes.length
      return place
    })
    const properties = box(
      'ipco',
      box('ispe', be32(0), be32(512), be32(512)),
      box('ispe', be32(0), be32(4032), be32(3024)),
      box('colr', 'prof', iccProfile('Made-up P3')),
    )
    return box(
      'meta',
      be32(0),
      box('hdlr', be32(0), be32(0), 'pict', Buffer.alloc(13)),
      box('pitm', be32(0), be16(1)),
      box('iinf', be32(0), be16(items.length), ...items.map(entry)),
      box('iloc', be32(0), [0x44, 0], be16(items.length), ...places),
      box('iprp', properties, box('ipma', be32(0), be32(1), be16(1), [2, 2, 3])),
      ...further,
    )
  }
  const dataAt = ftyp.length + meta(0).length + 8
  return join(ftyp, meta(dataAt), box('mdat', ...items.map(({ bytes }) => bytes)))
}

const picture = { id: 1, type: 'hvc1', bytes: Buffer.from('no real pixels') }
const items = [picture, { id: 2, type: 'Exif', bytes: exif }, { id: 3, type: 'mime', bytes: xmp }]
const full = buildHeif(items)

formatContract(heif, [{ name: 'picture, Exif and XMP', bytes: full, mediaType: 'image/heic' }])

describe('heif', () => {
  it('reads Exif, XMP, ICC and the size of the primary picture', async () => {
    const { tags, flags, size, gap } = await readPicture(heif, full)
    expect(tags).toEqual({
      Make: ['Maker'],
      City: ['Metz'],
      ProfileDescription: ['Made-up P3'],
      GPSLatitude: ['1.5'],
      GPSLongitude: ['-2'],
      GPSPosition: ['1.5, -2'],
    })
    expect(flags).toEqual({ gps: undefined })
    expect(size).toEqual([4032, 3024])
    expect(gap).toBeUndefined()
  })

  it.each([
    ['no mark before the TIFF head', join(be32(0), exif.subarray(10))],
    ['a mark that the offset passes over in silence', join(be32(0), exif.subarray(4))],
    ['nothing but the TIFF head', exif.subarray(10)],
  ])('reads Exif with %s', async (_, bytes) => {
    const { tags } = await readPicture(heif, buildHeif([picture, { id: 2, type: 'Exif', bytes }]))
    expect(tags.Make).toEqual(['Maker'])
  })

  it('tells pictures that stand for themselves from thumbnails and tiles', async () => {
    const more = [2, 3, 4, 5].map((id) => ({ ...picture, id }))
    const references = box(
      'iref',
      be32(0),
      box('thmb', be16(2), be16(1), be16(1)),
      box('dimg', be16(1), be16(2), be16(3), be16(4)),
    )
    const { flags } = await readPicture(heif, buildHeif([picture, ...more], { further: [references] }))
    expect(flags).toEqual({ embedded_preview: undefined, multi_picture: '2 pictures' })
  })

  it.each([
    ['image/heic', 'heic', ['mif1']],
    ['image/heif', 'mif1', ['mif1', 'miaf']],
    ['image/avif', 'mif1', ['mif1', 'avif']],
    ['image/avif', 'avif', ['mif1']],
    ['image/heic-sequence', 'hevc', ['msf1']],
    ['image/heif-sequence', 'msf1', ['iso8']],
  ])('names %s by the brand %s', async (mediaType, brand, compatible) => {
    expect((await readPicture(heif, buildHeif(items, { brand, compatible }))).mediaType).toBe(mediaType)
  })

  it.each(['isom', 'mp42', 'qt  ', 'crx '])('leaves %s to others', async (brand) => {
    await expect(readPicture(heif, buildHeif(items, { brand }))).rejects.toThrow('not recognised')
  })

  it('reads what sharp writes', async () => {
    const made = sharp({ create: { width: 64, height: 40, channels: 3, background: '#456' } })
    const bytes = await made
      .avif({ effort: 0 })
      .withExif({ IFD0: { Artist: 'Anna Weber' } })
      .toBuffer()
    const { mediaType, tags, size, gap } = await readPicture(heif, bytes)
    expect({ mediaType, size, gap }).toEqual({ mediaType: 'image/avif', size: [64, 40], gap: undefined })
    expect(tags.Artist).toEqual(['Anna Weber'])
  })

  it('says that the file was cut off', async () => {
    const { gap, tags } = await readPicture(heif, full.subarray(0, full.length - 40))
    expect(gap).toBe('truncated')
    expect(tags.Make).toEqual(['Maker'])
  })
})
