import { describe, expect, test } from 'vitest'
import { asf } from '../../../src/formats/videos/asf.ts'
import { avi } from '../../../src/formats/videos/avi.ts'
import { flv } from '../../../src/formats/videos/flv.ts'
import { matroska } from '../../../src/formats/videos/matroska.ts'
import { mpeg } from '../../../src/formats/videos/mpeg.ts'
import { mpegTs } from '../../../src/formats/videos/mpeg-ts.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { buildAvi } from '../../support/clip-builder.ts'
import { be16, be32, join, le32 } from '../../support/picture-builder.ts'
import { readBytes } from './reading.ts'

type Content = string | Uint8Array | readonly number[]
const double = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}

const element = (id: readonly number[], ...content: readonly Content[]): Uint8Array => {
  const body = join(...content)
  return join(id, [0x10], be32(body.length).subarray(1), body)
}
const simpleTag = (name: string, value: string) =>
  element([0x67, 0xc8], element([0x45, 0xa3], name), element([0x44, 0x87], Buffer.from(value, 'utf8')))
const tags = (...content: readonly Uint8Array[]) => element([0x12, 0x54, 0xc3, 0x67], element([0x73, 0x73], ...content))

/** 2021-02-03 04:05:06 in nanoseconds from 2001. */
const date = Buffer.alloc(8)
date.writeBigInt64BE(BigInt(Date.UTC(2021, 1, 3, 4, 5, 6) - Date.UTC(2001, 0, 1)) * 1_000_000n)
const info = element(
  [0x15, 0x49, 0xa9, 0x66],
  element([0x2a, 0xd7, 0xb1], [0x0f, 0x42, 0x40]),
  element([0x44, 0x89], double(2_600)),
  element([0x44, 0x61], date),
  element([0x7b, 0xa9], 'A visit'),
  element([0x57, 0x41], 'Writer 1'),
)
const video = (projection: number) =>
  element(
    [0xe0],
    element([0xb0], [2, 0x80]),
    element([0xba], [1, 0xe0]),
    element([0x76, 0x70], element([0x76, 0x71], [projection])),
  )
const tracks = (projection = 0) =>
  element(
    [0x16, 0x54, 0xae, 0x6b],
    element(
      [0xae],
      element([0x83], [1]),
      element([0x86], 'V_VP8'),
      element([0x23, 0xe3, 0x83], be32(40_000_000)),
      video(projection),
    ),
  )
const mkv = (type: string, ...content: readonly Uint8Array[]) =>
  join(element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], type)), element([0x18, 0x53, 0x80, 0x67], ...content))
const movie = mkv(
  'matroska',
  info,
  tracks(),
  tags(simpleTag('LOCATION', '+48.5+002.25/'), simpleTag('ARTIST', 'Anna Sample')),
)

const amfText = (text: string) => join(be16(text.length), text)
const flash = join(
  'FLV\x01\x01',
  be32(9),
  be32(0),
  flashTag(
    join([2], amfText('onMetaData'), [8], be32(4)),
    join(amfText('duration'), [0], double(1.167)),
    join(amfText('width'), [0], double(170)),
    join(amfText('height'), [0], double(120)),
    join(amfText('creationdate'), [2], amfText('2020-01-02 03:04:05')),
    [0, 0, 9],
  ),
)
function flashTag(...content: readonly Content[]): Uint8Array {
  const body = join(...content)
  return join([18], be32(body.length).subarray(1), new Uint8Array(7), body)
}

const le16 = (value: number) => Uint8Array.of(value & 255, value >> 8)
const le64 = (value: bigint) => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(value)
  return bytes
}
const wide = (text: string) => Buffer.from(`${text}\0`, 'utf16le')
const object = (guid: string, ...content: readonly Content[]) => {
  const body = join(...content)
  return join(Buffer.from(guid, 'hex'), le64(BigInt(24 + body.length)), body)
}
const created = (BigInt(Date.UTC(2005, 8, 28, 15, 40, 21)) + 11_644_473_600_000n) * 10_000n
const objects = [
  object(
    'a1dcab8c47a9cf118ee400c00c205365',
    new Uint8Array(16),
    le64(1n),
    le64(created),
    le64(1n),
    le64(98_580_000n),
    le64(0n),
    le64(4_858n),
    new Uint8Array(16),
  ),
  object(
    '9107dcb7b7a9cf118ee600c00c205365',
    Buffer.from('c0ef19bc4d5bcf11a8fd00805f5c442b', 'hex'),
    new Uint8Array(38),
    le32(640),
    le32(480),
    new Uint8Array(3),
    le32(40),
    new Uint8Array(12),
    'WMV3',
  ),
  object(
    '3326b2758e66cf11a6d900aa0062ce6c',
    le16(wide('Report').length),
    le16(wide('Anna Sample').length),
    new Uint8Array(6),
    wide('Report'),
    wide('Anna Sample'),
  ),
]
const windows = object('3026b2758e66cf11a6d900aa0062ce6c', le32(objects.length), [1, 2], ...objects)

const sequence = join(be32(0x1_b3), [0x14, 0x00, 0xf0, 0x14, 0x00, 0xc8, 0x20, 0xa0])
const program = join(be32(0x1_ba), new Uint8Array(8).fill(0x21), sequence, new Uint8Array(4_000))

const packet = (stream: number, clock: number | undefined, content: Uint8Array = new Uint8Array(), before = 0) => {
  const base = Math.floor((clock ?? 0) / 300)
  const field =
    clock === undefined ? [1, 0] : join([7, 0x10], be32(Math.floor(base / 2)), [((base & 1) << 7) | 0x7e, 0])
  const bytes = join(new Uint8Array(before), [0x47, 0x40 | (stream >> 8), stream & 255, 0x30], field, content)
  return join(bytes, new Uint8Array(before + 188 - bytes.length))
}
const map = join([0, 2, 0xb0, 18, 0, 1, 0xc1, 0, 0, 0xe1, 0, 0xf0, 0], [0x1b, 0xe1, 0, 0xf0, 0], be32(0))
const transport = (before: number) =>
  join(
    ...[
      packet(0x20, undefined, map, before),
      ...Array.from({ length: 6 }, (_, second) => packet(0x100, second * 27e6, undefined, before)),
    ],
  )

const clip = buildAvi({
  frames: [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)],
  information: { ISFT: 'Maker 2', IART: 'Anna Sample' },
})

for (const [format, bytes, mediaType] of [
  [matroska, movie, 'video/x-matroska'],
  [avi, clip, 'video/x-msvideo'],
  [flv, flash, 'video/x-flv'],
  [asf, windows, 'video/x-ms-asf'],
  [mpeg, program, 'video/mpeg'],
  [mpegTs, transport(0), 'video/mp2t'],
] as const) {
  describe(format.title, () => formatContract(format, [{ name: 'made up', bytes, mediaType }]))
}

describe('other videos', () => {
  test('Matroska tells its head, its tracks and its tags', async () => {
    const { metadata, frames, personal } = await readBytes(matroska, movie)
    expect(metadata).toMatchObject({
      Duration: ['2.6'],
      DateTimeOriginal: ['2021-02-03T04:05:06Z'],
      Title: ['A visit'],
      WritingApp: ['Writer 1'],
      VideoCodecID: ['V_VP8'],
      ImageWidth: ['640'],
      ImageHeight: ['480'],
      VideoFrameRate: ['25'],
      GPSLatitude: ['48.5'],
      GPSLongitude: ['2.25'],
      Artist: ['Anna Sample'],
    })
    expect(personal).toEqual(expect.arrayContaining(['Artist', 'Title', 'GPSPosition']))
    expect(frames).toEqual([{ kind: 'clip', mediaType: 'video/x-matroska', seconds: 2.6 }])
  })

  test('what stands behind the clusters is found by the list of places', async () => {
    const cluster = element([0x1f, 0x43, 0xb6, 0x75], new Uint8Array(300))
    const seek = (at: number) =>
      element(
        [0x11, 0x4d, 0x9b, 0x74],
        element([0x4d, 0xbb], element([0x53, 0xab], [0x12, 0x54, 0xc3, 0x67]), element([0x53, 0xac], be32(at))),
      )
    const at = seek(0).length + info.length + tracks().length + cluster.length
    const { metadata } = await readBytes(
      matroska,
      mkv('webm', seek(at), info, tracks(), cluster, tags(simpleTag('COMMENT', 'Late'))),
    )
    expect(metadata.Comment).toEqual(['Late'])
  })

  test('spherical Matroska is flagged', async () => {
    expect((await readBytes(matroska, mkv('webm', info, tracks(1)))).flags).toContain('panorama_360')
  })

  test('AVI tells its heads and its list of texts', async () => {
    const { metadata, frames } = await readBytes(avi, clip)
    expect(metadata).toMatchObject({
      Duration: ['1'],
      FrameRate: ['2'],
      FrameCount: ['2'],
      ImageWidth: ['320'],
      ImageHeight: ['240'],
      VideoCodec: ['MJPG'],
      Software: ['Maker 2'],
      Artist: ['Anna Sample'],
    })
    expect(frames[0]?.seconds).toBe(1)
  })

  test.each([
    ['Mon Mar 10 15:04:43 2003', '2003-03-10T15:04:43'],
    ['2003:03:10 15:04:43', '2003-03-10T15:04:43'],
  ])('AVI of cameras: %s', async (written, time) => {
    const { metadata } = await readBytes(avi, buildAvi({ frames: [], information: { IDIT: written } }))
    expect(metadata.DateTimeOriginal).toEqual([time])
  })

  test('Flash tells what its script says', async () => {
    const { metadata } = await readBytes(flv, flash)
    expect(metadata).toMatchObject({
      Duration: ['1.167'],
      ImageWidth: ['170'],
      ImageHeight: ['120'],
      CreateDate: ['2020-01-02T03:04:05'],
    })
  })

  test('Windows Media tells its time of playing, and who made it', async () => {
    const { metadata, frames } = await readBytes(asf, windows)
    expect(metadata).toMatchObject({
      CreationDate: ['2005-09-28T15:40:21Z'],
      Duration: ['9.858'],
      ImageWidth: ['640'],
      ImageHeight: ['480'],
      VideoCodecID: ['WMV3'],
      Title: ['Report'],
      Author: ['Anna Sample'],
    })
    expect(frames[0]?.seconds).toBeCloseTo(5)
  })

  test('MPEG tells the size of its pictures, and how long it must be at its rate', async () => {
    const { metadata } = await readBytes(mpeg, program)
    expect(metadata).toMatchObject({
      ImageWidth: ['320'],
      ImageHeight: ['240'],
      FrameRate: ['29.97'],
      VideoBitrate: ['320000'],
    })
    expect(Number(metadata.Duration)).toBeCloseTo((8 * program.length) / 320_000, 4)
  })

  test.each([0, 4])(
    'transport streams tell how long their clocks run, with %i bytes before each packet',
    async (before) => {
      const { metadata } = await readBytes(mpegTs, transport(before))
      expect(metadata).toMatchObject({ Duration: ['5'], VideoStreamType: ['27'] })
    },
  )
})
