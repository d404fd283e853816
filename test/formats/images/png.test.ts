import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { png } from '../../../src/formats/images/png.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { ascii, buildTiff } from '../../support/exif-builder.ts'
import {
  be32,
  buildPng,
  chunk,
  dataSet,
  iccProfile,
  join,
  readPicture,
  xmpPacket,
} from '../../support/picture-builder.ts'

const xmp = xmpPacket('<dc:creator><rdf:Seq><rdf:li>Paul Martin</rdf:li></rdf:Seq></dc:creator>')
const full = buildPng([
  chunk('eXIf', buildTiff([{ 271: ascii('Maker'), 42033: ascii('SN-1') }])),
  chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0', Buffer.from(xmp)),
  chunk('tEXt', 'Author\0Rosa Blanco'),
  chunk('zTXt', 'Comment\0\0', deflateSync(Buffer.from('packed remark'))),
  chunk('iTXt', 'Title\0\x01\0fr\0Titre\0', deflateSync(Buffer.from('Dossier é'))),
  chunk('iCCP', 'name\0\0', deflateSync(iccProfile('Made-up RGB'))),
  chunk('tIME', [0x07, 0xe4, 2, 3, 4, 5, 6]),
])

const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replaceAll(/(.{72})/g, '$1\n')
const profile = (name: string, bytes: Uint8Array) =>
  chunk(
    'zTXt',
    `Raw profile type ${name}\0\0`,
    deflateSync(Buffer.from(`\n${name}\n${String(bytes.length).padStart(8)}\n${hex(bytes)}\n`)),
  )

formatContract(png, [
  { name: 'all kinds of chunks', bytes: full, mediaType: 'image/png' },
  { name: 'an animation', bytes: buildPng([chunk('acTL', be32(4), be32(0))]), mediaType: 'image/apng' },
])

describe('png', () => {
  it('reads Exif, XMP, text, ICC and time', async () => {
    const { tags, size, gap, entry } = await readPicture(png, full)
    expect(tags).toEqual({
      Make: ['Maker'],
      SerialNumber: ['SN-1'],
      Creator: ['Paul Martin'],
      Author: ['Rosa Blanco'],
      Comment: ['packed remark'],
      Title: ['Dossier é'],
      ProfileDescription: ['Made-up RGB'],
      ModifyDate: ['2020-02-03T04:05:06Z'],
    })
    expect(entry('Author')).toMatchObject({ personal: true, entityType: 'PERSON' })
    expect(size).toEqual([30, 20])
    expect(gap).toBeUndefined()
  })

  it('holds whatever stands under a keyword of somebody’s own for personal', async () => {
    const bytes = buildPng([chunk('tEXt', 'patient file\0n 12'), chunk('tEXt', 'Software\0made here')])
    const { entry } = await readPicture(png, bytes)
    expect(entry('PatientFile')).toMatchObject({ value: 'n 12', personal: true })
    expect(entry('Software')).toMatchObject({ value: 'made here', personal: false })
  })

  it('reads blocks of other formats carried as text', async () => {
    const bytes = buildPng([
      profile('exif', join('Exif\0\0', buildTiff([{ 272: ascii('Model 9') }]))),
      profile('iptc', dataSet(90, 'Lyon')),
      profile('xmp', Buffer.from(xmp)),
    ])
    expect((await readPicture(png, bytes)).tags).toEqual({
      Model: ['Model 9'],
      City: ['Lyon'],
      Creator: ['Paul Martin'],
    })
  })

  it('flags animations', async () => {
    const { mediaType, flags } = await readPicture(png, buildPng([chunk('acTL', be32(4), be32(0))]))
    expect({ mediaType, flags }).toEqual({ mediaType: 'image/apng', flags: { animated: '4 frames' } })
  })

  it('reads what sharp writes', async () => {
    const picture = sharp({ create: { width: 12, height: 7, channels: 4, background: '#4568' } })
    const bytes = await picture
      .png()
      .withExif({ IFD0: { Artist: 'Anna Weber' } })
      .toBuffer()
    const { tags, size } = await readPicture(png, bytes)
    expect(tags.Artist).toEqual(['Anna Weber'])
    expect(size).toEqual([12, 7])
  })

  it.each<[string, Uint8Array, string | undefined, Record<string, string>]>([
    ['cut off', full.subarray(0, -20), 'truncated', {}],
    ['bytes behind the end', join(full, 'behind'), undefined, { trailing_data: '6 bytes' }],
    ['a chunk without a type', join(buildPng([]).subarray(0, 33), be32(4), '\0\0\0\0', full), 'malformed', {}],
    ['a wrong checksum', join(full.subarray(0, 29), [0, 0, 0, 0], full.subarray(33)), 'malformed', {}],
    ['compressed rubbish', buildPng([chunk('zTXt', 'Comment\0\0', 'no zlib stream')]), 'malformed', {}],
    [
      'a compressed bomb',
      buildPng([chunk('zTXt', 'Comment\0\0', deflateSync(Buffer.alloc(20 * 2 ** 20)))]),
      'malformed',
      {},
    ],
  ])('%s', async (_, bytes, gap, flags) => {
    const reading = await readPicture(png, bytes)
    expect({ gap: reading.gap, flags: reading.flags, size: reading.size }).toEqual({ gap, flags, size: [30, 20] })
  })

  it('reads so many chunks and no more', async () => {
    const many = buildPng(Array.from({ length: 30 }, () => chunk('tEXt', 'Comment\0x')))
    expect((await readPicture(png, many, { ...defaultLimits, pictureBlocks: 32 })).gap).toBe('too_many')
    expect((await readPicture(png, many, { ...defaultLimits, pictureBlocks: 33 })).gap).toBeUndefined()
  })
})
