import { describe, expect, test } from 'vitest'
import { mp4 } from '../../../src/formats/videos/mp4.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { be16, be32, join } from '../../support/picture-builder.ts'
import { readBytes } from './reading.ts'

type Content = string | Uint8Array | readonly number[]
const box = (type: string, ...content: readonly Content[]): Uint8Array => {
  const body = join(...content)
  return join(be32(8 + body.length), type, body)
}
const full = (type: string, ...content: readonly Content[]): Uint8Array => box(type, [0, 0, 0, 0], ...content)
/** Seconds from 1904: 2020-05-06 07:08:09. */
const created = be32(3_671_593_689)
const upright = [0x1_00_00, 0, 0, 0, 0x1_00_00, 0, 0, 0, 0x40_00_00_00]
const onItsSide = [0, 0x1_00_00, 0, -0x1_00_00, 0, 0, 0, 0, 0x40_00_00_00]
const matrix = (numbers: readonly number[]) => join(...numbers.map((one) => be32(one >>> 0)))

const movieHead = full('mvhd', created, created, be32(600), be32(7_500), new Uint8Array(80))
const international = (type: string, text: string) => box(type, be16(text.length), be16(0x15c7), text)
const byLanguage = (type: string, text: string) => full(type, be16(0x15c7), Buffer.from(text, 'utf8'), [0])

function track(kind: string, entry: Uint8Array, turn = upright, more: readonly Uint8Array[] = []): Uint8Array {
  const head = full(
    'tkhd',
    ...[created, created, be32(1), be32(0), be32(7_500), new Uint8Array(16), matrix(turn)],
    ...[be32(1_280 * 65_536), be32(720 * 65_536)],
  )
  const times = full('stts', be32(1), be32(300), be32(1_000))
  const table = box('stbl', full('stsd', be32(1), entry), times)
  const media = box(
    'mdia',
    full('mdhd', created, created, be32(30_000), be32(375_000), new Uint8Array(4)),
    full('hdlr', be32(0), kind, new Uint8Array(12), 'A handler', [0]),
    box('minf', table),
  )
  return box('trak', head, media, ...more)
}
const picture = (...more: readonly Uint8Array[]) =>
  box('avc1', new Uint8Array(24), be16(1_280), be16(720), new Uint8Array(14), [4], 'Made', new Uint8Array(31), ...more)
const sound = box('mp4a', new Uint8Array(16), be16(2), be16(16), new Uint8Array(4), be32(44_100 * 65_536))

function keyed(entries: Readonly<Record<string, string>>): Uint8Array {
  const keys = Object.keys(entries).map((key) => box('mdta', key))
  const items = Object.values(entries).map((value, index) =>
    join(be32(24 + value.length), be32(index + 1), box('data', be32(1), be32(0), value)),
  )
  return box(
    'meta',
    full('hdlr', be32(0), 'mdta', new Uint8Array(12)),
    full('keys', be32(keys.length), ...keys),
    box('ilst', ...items),
  )
}

const file = (brand: string, ...movie: readonly Uint8Array[]): Uint8Array =>
  join(box('ftyp', brand, be32(0), brand), box('moov', movieHead, ...movie), box('mdat', new Uint8Array(64)))

const plain = file('isom', track('vide', picture()), track('soun', sound))
const camera = file(
  'qt  ',
  track('vide', picture(), onItsSide),
  keyed({
    'com.apple.quicktime.make': 'Maker',
    'com.apple.quicktime.model': 'Model 7',
    'com.apple.quicktime.location.ISO6709': '+48.8577-002.2950+035.125/',
    'com.apple.quicktime.creationdate': '2020-05-06T09:08:09+0200',
  }),
)
const phone = file(
  '3gp5',
  track('vide', picture()),
  box(
    'udta',
    international('\xa9xyz', '-33.5000+151.2500/'),
    byLanguage('auth', 'Anna Sample'),
    byLanguage('titl', 'Party'),
  ),
)

formatContract(mp4, [
  { name: 'plain', bytes: plain, mediaType: 'video/mp4' },
  { name: 'QuickTime of a phone', bytes: camera, mediaType: 'video/quicktime' },
  { name: '3GP', bytes: phone, mediaType: 'video/3gpp' },
])

describe('MP4 and QuickTime', () => {
  test('tell times, sizes, codecs and how long they are', async () => {
    const { metadata, frames } = await readBytes(mp4, plain)
    expect(metadata).toMatchObject({
      MajorBrand: ['isom'],
      CreateDate: ['2020-05-06T07:08:09'],
      MediaCreateDate: ['2020-05-06T07:08:09'],
      Duration: ['12.5'],
      ImageWidth: ['1280'],
      ImageHeight: ['720'],
      Rotation: ['0'],
      CompressorID: ['avc1'],
      CompressorName: ['Made'],
      VideoFrameRate: ['30'],
      AudioFormat: ['mp4a'],
      AudioChannels: ['2'],
      AudioSampleRate: ['44100'],
    })
    expect(frames).toEqual([{ kind: 'clip', mediaType: 'video/mp4', seconds: 12.5 }])
  })

  test('tell camera, place, time and rotation by keys', async () => {
    const { metadata, flags } = await readBytes(mp4, camera)
    expect(metadata).toMatchObject({
      Make: ['Maker'],
      Model: ['Model 7'],
      GPSLatitude: ['48.8577'],
      GPSLongitude: ['-2.295'],
      GPSAltitude: ['35.125'],
      CreationDate: ['2020-05-06T09:08:09+02:00'],
      Rotation: ['90'],
    })
    expect(flags).toContain('gps')
  })

  test('tell place and persons by user data', async () => {
    const { metadata, personal } = await readBytes(mp4, phone)
    expect(metadata).toMatchObject({
      GPSLatitude: ['-33.5'],
      GPSLongitude: ['151.25'],
      Author: ['Anna Sample'],
      Title: ['Party'],
    })
    expect(personal).toEqual(expect.arrayContaining(['GPSLatitude', 'GPSLongitude', 'GPSPosition', 'Author', 'Title']))
  })

  test('tell a place of 3GPP by its fixed-point numbers', async () => {
    const place = full('loci', be16(0x15c7), 'Home', [0, 0], be32(0x0002_8000), be32(0x0030_4000), be32(0x0023_0000))
    const { metadata } = await readBytes(mp4, file('3gp5', track('vide', picture()), box('udta', place)))
    expect(metadata).toMatchObject({
      GPSLatitude: ['48.25'],
      GPSLongitude: ['2.5'],
      GPSAltitude: ['35'],
      LocationInformation: ['Home'],
    })
  })

  test.each([
    ['V1', [box('uuid', Buffer.from('ffcc8263f8554a938814587a02521fdd', 'hex'), spherical())], []],
    [
      'V2',
      [],
      [
        box(
          'sv3d',
          full('svhd', 'x', [0]),
          box('proj', full('prhd', new Uint8Array(12)), full('equi', new Uint8Array(16))),
        ),
      ],
    ],
  ])('spherical video %s is flagged', async (_, ofTrack, ofEntry) => {
    const { flags, metadata } = await readBytes(mp4, file('isom', track('vide', picture(...ofEntry), upright, ofTrack)))
    expect(flags).toContain('panorama_360')
    expect(metadata.ProjectionType).toEqual(['equirectangular'])
  })

  test('of sound alone nothing is looked at', async () => {
    expect((await readBytes(mp4, file('isom', track('soun', sound)))).frames).toEqual([])
  })

  test.each([
    ['a box that ends past the file', plain.subarray(0, plain.length - 20), 'truncated'],
    ['no description', join(box('ftyp', 'isom', be32(0), 'isom'), box('mdat', new Uint8Array(8))), 'malformed'],
  ])('%s is a gap', async (_, bytes, cause) => {
    expect((await readBytes(mp4, bytes)).gaps).toEqual([cause])
  })
})

function spherical(): string {
  return (
    '<?xml version="1.0"?><rdf:SphericalVideo xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
    'xmlns:GSpherical="http://ns.google.com/videos/1.0/spherical/"><GSpherical:Spherical>true</GSpherical:Spherical>' +
    '<GSpherical:ProjectionType>equirectangular</GSpherical:ProjectionType></rdf:SphericalVideo>'
  )
}
