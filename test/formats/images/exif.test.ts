import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpeg } from '../../../src/formats/images/jpeg.ts'
import {
  ascii,
  buildTiff,
  coded,
  type Directory,
  long,
  rational,
  raw,
  short,
  signedRational,
  wide,
} from '../../support/exif-builder.ts'
import { buildJpeg, exifSegment, readPicture } from '../../support/picture-builder.ts'

const exif = (...chain: Directory[]) => read(buildTiff(chain))
const read = (tiff: Uint8Array) => readPicture(jpeg, buildJpeg([exifSegment(tiff)]))
const gps = (directory: Directory) => exif({ 34853: { directory } })

describe.each([
  ['little-endian', true],
  ['big-endian', false],
])('an Exif block, %s', (_, little) => {
  it('gives its tags under their usual names', async () => {
    const block = buildTiff(
      [
        {
          270: ascii('Clinic, room 4'),
          271: ascii('Maker'),
          272: ascii('Model 1'),
          274: short(8),
          282: rational(72, 1),
          305: ascii('Firmware 1.2'),
          306: ascii('2020:01:02 03:04:05'),
          315: ascii('Rosa Blanco'),
          33432: raw(Buffer.from('Photographer\0Editor\0'), 2),
          34665: {
            directory: {
              33434: rational(1, 250),
              33437: rational(28, 10),
              34855: short(200),
              36867: ascii('2020:01:02 03:04:05'),
              37380: signedRational(-1, 3),
              37510: coded('ASCII', Buffer.from('a remark')),
              40093: wide('not here'),
              42032: ascii('Otto Eigen'),
              42033: ascii('SN-0042'),
              42034: rational(24, 1, 70, 1, 28, 10, 0, 0),
              42036: ascii('24-70mm'),
              42037: ascii('L77'),
            },
          },
        },
      ],
      little,
    )
    const { tags, entry, gap } = await read(block)
    expect(tags).toEqual({
      ImageDescription: ['Clinic, room 4'],
      Make: ['Maker'],
      Model: ['Model 1'],
      Orientation: ['8'],
      XResolution: ['72'],
      Software: ['Firmware 1.2'],
      ModifyDate: ['2020-01-02T03:04:05'],
      Artist: ['Rosa Blanco'],
      Copyright: ['Photographer\nEditor'],
      ExposureTime: ['0.004'],
      FNumber: ['2.8'],
      ISO: ['200'],
      DateTimeOriginal: ['2020-01-02T03:04:05'],
      ExposureCompensation: ['-0.3333333333'],
      UserComment: ['a remark'],
      XPAuthor: ['not here'],
      OwnerName: ['Otto Eigen'],
      SerialNumber: ['SN-0042'],
      LensInfo: ['24 70 2.8 undef'],
      LensModel: ['24-70mm'],
      LensSerialNumber: ['L77'],
    })
    expect(entry('SerialNumber')).toMatchObject({ personal: true, entityType: 'DEVICE_SERIAL' })
    expect(entry('OwnerName')).toMatchObject({ personal: true, entityType: 'DEVICE_OWNER' })
    expect(entry('Artist')).toMatchObject({ personal: true, entityType: 'PERSON' })
    expect(entry('XPAuthor')).toMatchObject({ personal: true })
    expect(gap).toBeUndefined()
  })

  it('gives positions signed, in decimal degrees', async () => {
    const block = buildTiff(
      [
        {
          34853: {
            directory: {
              1: ascii('S'),
              2: rational(33, 1, 51, 1, 3513, 100),
              3: ascii('W'),
              4: rational(70, 1, 40_1234, 10_000, 0, 1),
              5: raw(Buffer.from([1]), 1),
              6: rational(1234, 100),
              7: rational(7, 1, 8, 1, 95, 10),
              16: ascii('T'),
              17: rational(1805, 10),
              27: coded('ASCII', Buffer.from('NETWORK')),
              29: ascii('2019:12:31'),
            },
          },
        },
      ],
      little,
    )
    const { tags, flags } = await read(block)
    expect(Number(tags.GPSLatitude?.[0])).toBeCloseTo(-(33 + 51 / 60 + 35.13 / 3600), 12)
    expect(Number(tags.GPSLongitude?.[0])).toBeCloseTo(-(70 + 40.1234 / 60), 12)
    expect(tags).toMatchObject({
      GPSAltitude: ['-12.34'],
      GPSTimeStamp: ['07:08:09.5'],
      GPSDateStamp: ['2019-12-31'],
      GPSDateTime: ['2019-12-31T07:08:09.5Z'],
      GPSImgDirection: ['180.5'],
      GPSProcessingMethod: ['NETWORK'],
      GPSPosition: [`${tags.GPSLatitude?.[0]}, ${tags.GPSLongitude?.[0]}`],
    })
    expect(flags).toHaveProperty('gps')
  })
})

describe('positions', () => {
  const longitude = { 3: ascii('E'), 4: rational(8, 1, 0, 1, 0, 1) }

  it.each<[string, Directory, string | undefined]>([
    ['minutes with a fraction', { 1: ascii('N'), 2: rational(10, 1, 301, 10, 0, 1) }, '10.5016666666667'],
    ['seconds 0/0', { 1: ascii('N'), 2: rational(10, 1, 30, 1, 0, 0) }, '10.5'],
    ['degrees only', { 1: ascii('N'), 2: rational(105, 10) }, '10.5'],
    ['no reference', { 2: rational(10, 1, 30, 1, 0, 1) }, '10.5'],
    ['a reference written out', { 1: ascii('South'), 2: rational(10, 1, 30, 1, 0, 1) }, '-10.5'],
    ['a reference without its NUL', { 1: ascii('S', true), 2: rational(10, 1, 30, 1, 0, 1) }, '-10.5'],
    ['all 0/0', { 1: ascii('N'), 2: rational(0, 0, 0, 0, 0, 0) }, undefined],
    ['degrees x/0', { 1: ascii('N'), 2: rational(7, 0, 1, 1, 1, 1) }, undefined],
    ['text instead of numbers', { 1: ascii('N'), 2: ascii('10 deg') }, undefined],
  ])('%s', async (_, latitude, expected) => {
    const { tags } = await gps({ ...latitude, ...longitude })
    expect(tags.GPSLatitude?.[0]).toBe(expected)
    expect(tags.GPSPosition?.[0]).toBe(expected === undefined ? undefined : `${expected}, 8`)
  })

  it.each([
    ['0, 0 is where receivers without reception are', 0, 0],
    ['off the globe', 91, 8],
    ['too far east', 10, 181],
  ])('no position: %s', async (_, north, east) => {
    const { tags, flags } = await gps({ 1: ascii('N'), 2: rational(north, 1), 3: ascii('E'), 4: rational(east, 1) })
    expect(tags).not.toHaveProperty('GPSPosition')
    expect(flags).not.toHaveProperty('gps')
  })

  it('loses nothing of any position', async () => {
    const part = fc.nat({ max: 4_000_000 })
    const sample = fc.tuple(fc.nat({ max: 89 }), fc.nat({ max: 59 }), part, fc.boolean(), fc.nat({ max: 179 }), part)
    await fc.assert(
      fc.asyncProperty(sample, async ([degrees, minutes, seconds, isSouth, east, eastSeconds]) => {
        const { tags } = await gps({
          1: ascii(isSouth ? 'S' : 'N'),
          2: rational(degrees, 1, minutes, 1, seconds, 100_000),
          3: ascii('W'),
          4: rational(east, 1, 0, 1, eastSeconds, 100_000),
        })
        const north = (isSouth ? -1 : 1) * (degrees + minutes / 60 + seconds / 360_000_000)
        expect(Number(tags.GPSLatitude?.[0])).toBeCloseTo(north, 11)
        expect(Number(tags.GPSLongitude?.[0])).toBeCloseTo(-(east + eastSeconds / 360_000_000), 11)
      }),
      { numRuns: 50 },
    )
  })
})

describe('values', () => {
  it.each<[string, Directory, Record<string, string[]>]>([
    ['trailing NULs and blanks', { 271: ascii('Maker  \0\0\0') }, { Make: ['Maker'] }],
    ['text up to the first NUL', { 272: raw(Buffer.from('Model\0rubbish'), 2) }, { Model: ['Model'] }],
    ['blank text is nothing', { 270: ascii('                '), 271: ascii('M') }, { Make: ['M'] }],
    ['UTF-8', { 315: ascii('Zoë Ångström') }, { Artist: ['Zoë Ångström'] }],
    ['Latin-1', { 315: raw(Buffer.from('Zo\xeb \xc5ngstr\xf6m\0', 'latin1'), 2) }, { Artist: ['Zoë Ångström'] }],
    ['text written as bytes', { 305: raw(Buffer.from('Program 3\0'), 1) }, { Software: ['Program 3'] }],
    ['UTF-16 of Windows', { 40091: wide('Überblick 病歴'), 40092: wide('') }, { XPTitle: ['Überblick 病歴'] }],
    ['an orientation that is none', { 274: short(9), 271: ascii('M') }, { Make: ['M'] }],
    ['a single 0/0', { 282: rational(0, 0), 271: ascii('M') }, { Make: ['M'] }],
    ['x/0', { 282: rational(5, 0), 271: ascii('M') }, { Make: ['M'] }],
    ['a time that is none', { 306: ascii('0000:00:00 00:00:00') }, { ModifyDate: ['0000:00:00 00:00:00'] }],
    ['only an editor has rights', { 33432: raw(Buffer.from(' \0Editor\0'), 2) }, { Copyright: ['Editor'] }],
  ])('%s', async (_, directory, expected) => {
    expect((await exif(directory)).tags).toEqual(expected)
  })

  it.each<[string, Parameters<typeof coded>, string]>([
    ['ASCII', ['ASCII', Buffer.from('remark\0\0')], 'remark'],
    ['no charset', ['', Buffer.from('remark')], 'remark'],
    ['UTF-16 in the order of the block', ['UNICODE', Buffer.from('Grüße', 'utf16le')], 'Grüße'],
    ['UTF-16 in the other order', ['UNICODE', Buffer.from('Grüße', 'utf16le').swap16()], 'Grüße'],
    ['JIS', ['JIS', Buffer.from('\x1b$B%+%k%F\x1b(B', 'latin1')], 'カルテ'],
  ])('a comment in %s', async (_, [code, bytes], expected) => {
    const { tags } = await exif({ 34665: { directory: { 37510: coded(code, bytes) } } })
    expect(tags).toEqual({ UserComment: [expected] })
  })

  it('adds the offset that belongs to each time', async () => {
    const { tags } = await exif({
      306: ascii('2020:01:02 03:04:05'),
      34665: {
        directory: {
          36867: ascii('2020:01:01 01:01:01'),
          36868: ascii('2020:01:01 01:01:02'),
          36880: ascii('+02:00'),
          36881: ascii('-05:30'),
          36882: ascii('   :  '),
        },
      },
    })
    expect(tags).toMatchObject({
      ModifyDate: ['2020-01-02T03:04:05+02:00'],
      DateTimeOriginal: ['2020-01-01T01:01:01-05:30'],
      CreateDate: ['2020-01-01T01:01:02'],
    })
  })

  it('keeps nothing of the thumbnail but that it is there', async () => {
    const { tags } = await exif({ 274: short(6) }, { 274: short(1), 305: ascii('thumbnailer') })
    expect(tags).toEqual({ Orientation: ['6'] })
  })
})

describe('damaged blocks', () => {
  it.each<[string, Uint8Array]>([
    ['a head that is none', Buffer.from('XX*\0\x08\0\0\0')],
    ['a first directory past the end', buildTiff([]).subarray(0, 8)],
    ['a value past the end', buildTiff([{ 271: ascii('a maker of some length') }]).subarray(0, 30)],
  ])('%s', async (_, block) => {
    const reading = await read(block)
    expect(reading.gap).toBe('malformed')
    expect(reading.size).toEqual([64, 48])
  })

  it('reads what stands before the damage', async () => {
    const whole = buildTiff([{ 271: ascii('Mak'), 272: ascii('a model of some length') }])
    const { tags, gap } = await read(whole.subarray(0, whole.length - 10))
    expect(tags).toEqual({ Make: ['Mak'] })
    expect(gap).toBe('malformed')
  })

  it('does not follow a circle of directories', async () => {
    const { tags, gap } = await exif({ 271: ascii('M'), 34665: long(8), 34853: long(8) })
    expect(tags).toEqual({ Make: ['M'] })
    expect(gap).toBeUndefined()
  })

  it('says so where a link is no link', async () => {
    expect((await exif({ 271: ascii('M'), 34665: ascii('nowhere') })).gap).toBe('malformed')
  })
})
