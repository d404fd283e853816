import { describe, expect, it } from 'vitest'
import { cr3 } from '../../../src/formats/images/cr3.ts'
import { crw } from '../../../src/formats/images/crw.ts'
import { raf } from '../../../src/formats/images/raf.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff, long, pack, rational, short } from '../../support/exif-builder.ts'
import { be16, be32, box, buildJpeg, exifSegment, join, readPicture, xmpPacket } from '../../support/picture-builder.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const position = { 1: ascii('N'), 2: rational(1, 1, 30, 1, 0, 1), 3: ascii('E'), 4: rational(2, 1, 0, 1, 0, 1) }

const canonBoxes = box(
  'uuid',
  hex('85c0b687820f11e08111f4ce462b6a48'),
  box('CMT1', buildTiff([{ 256: long(6000), 257: long(4000), 271: ascii('Canon'), 315: ascii('Rosa Blanco') }])),
  box('CMT2', buildTiff([{ 36867: ascii('2020:01:02 03:04:05'), 42033: ascii('SN-9') }])),
  box('CMT3', buildTiff([{ 9: ascii('Otto Eigen'), 150: ascii('IN-12345') }])),
  box('CMT4', buildTiff([position])),
)
const cr3File = join(
  box('ftyp', 'crx ', be32(1), 'crx isom'),
  box('moov', canonBoxes),
  box('uuid', hex('be7acfcb97a942e89c71999491e3afac'), Buffer.from(xmpPacket('<photoshop:City>Metz</photoshop:City>'))),
  box('uuid', hex('eaf42b5e1c984b88b9fbb7dc406e4d16'), Buffer.alloc(50)),
  box('mdat', 'no real pixels'),
)

const inner = buildJpeg([exifSegment(buildTiff([{ 271: ascii('FUJIFILM'), 274: short(8) }]))], {
  width: 100,
  height: 50,
})
const rafTable = join(be32(2), be16(0x100), be16(4), be16(7), be16(7), be16(0x121), be16(4), be16(3000), be16(4500))
const rafFile = (() => {
  const jpegAt = 108
  const tableAt = jpegAt + inner.length
  const rawAt = tableAt + rafTable.length
  const places = [jpegAt, inner.length, tableAt, rafTable.length, rawAt, 4].map(be32)
  return join('FUJIFILMCCD-RAW 0201', Buffer.alloc(64), ...places, inner, rafTable, 'data')
})()

const crwFile = (() => {
  const make = join('Canon\0Canon EOS D30\0')
  const info = pack([2160, 1440, 0x3f80_0000, 90], 4, true)
  const record = (type: number, size: number, at: number) => join(pack([type], 2, true), pack([size, at], 4, true))
  const innerTable = join(pack([2], 2, true), record(0x080a, make.length, 0), record(0x1810, info.length, make.length))
  const heap = join(make, info, innerTable, pack([make.length + info.length], 4, true))
  const serial = join(pack([0x580b], 2, true), pack([12_345, 0], 4, true))
  const table = join(pack([2], 2, true), record(0x300a, heap.length, 0), serial)
  return join('II', pack([26], 4, true), 'HEAPCCDR', Buffer.alloc(12), heap, table, pack([heap.length], 4, true))
})()

formatContract(cr3, [{ name: 'all boxes', bytes: cr3File, mediaType: 'image/x-canon-cr3' }])
formatContract(raf, [{ name: 'jpeg and table', bytes: rafFile, mediaType: 'image/x-fujifilm-raf' }])
formatContract(crw, [{ name: 'heaps', bytes: crwFile, mediaType: 'image/x-canon-crw' }])

describe('Canon CR3', () => {
  it('reads the directories in their boxes', async () => {
    const { tags, flags, size, gap } = await readPicture(cr3, cr3File)
    expect(tags).toEqual({
      Make: ['Canon'],
      Artist: ['Rosa Blanco'],
      DateTimeOriginal: ['2020-01-02T03:04:05'],
      SerialNumber: ['SN-9'],
      OwnerName: ['Otto Eigen'],
      InternalSerialNumber: ['IN-12345'],
      GPSLatitude: ['1.5'],
      GPSLongitude: ['2'],
      GPSPosition: ['1.5, 2'],
      City: ['Metz'],
    })
    expect(flags).toEqual({ embedded_preview: '50 bytes', gps: undefined })
    expect({ size, gap }).toEqual({ size: [6000, 4000], gap: undefined })
  })

  it('says that the file was cut off', async () => {
    expect((await readPicture(cr3, cr3File.subarray(0, -5))).gap).toBe('truncated')
  })
})

describe('Fujifilm RAF', () => {
  it('reads the tags of its jpeg and the size of its raw picture', async () => {
    const { tags, flags, size, gap } = await readPicture(raf, rafFile)
    expect(tags).toEqual({ Make: ['FUJIFILM'], Orientation: ['8'] })
    expect(flags).toEqual({ embedded_preview: `${inner.length} bytes` })
    expect({ size, gap }).toEqual({ size: [4500, 3000], gap: undefined })
  })

  it('says that the file was cut off', async () => {
    expect((await readPicture(raf, rafFile.subarray(0, -2))).gap).toBe('truncated')
  })
})

describe('Canon CRW', () => {
  it('reads heaps within heaps', async () => {
    const { tags, size, gap } = await readPicture(crw, crwFile)
    expect(tags).toEqual({ Make: ['Canon'], Model: ['Canon EOS D30'], Orientation: ['6'], SerialNumber: ['12345'] })
    expect({ size, gap }).toEqual({ size: [2160, 1440], gap: undefined })
  })
})
