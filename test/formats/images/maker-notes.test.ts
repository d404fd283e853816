import { describe, expect, it } from 'vitest'
import { jpeg } from '../../../src/formats/images/jpeg.ts'
import { ascii, buildTiff, type Directory, long, pack, raw, writeDirectory } from '../../support/exif-builder.ts'
import { buildJpeg, exifSegment, join, readPicture } from '../../support/picture-builder.ts'

const makerNote = 0x927c

/** Reads an Exif block whose maker notes are these bytes. */
async function notes(make: string, bytes: Uint8Array, little = true) {
  const block = buildTiff([{ 271: ascii(make), 34665: { directory: { [makerNote]: raw(bytes) } } }], little)
  const { Make, ...tags } = (await readPicture(jpeg, buildJpeg([exifSegment(block)]))).tags
  expect(Make).toEqual([make])
  return tags
}

/** Where the notes will stand in the block that {@link notes} builds. */
function placeOf(make: string): number {
  const block = buildTiff([
    { 271: ascii(make), 34665: { directory: { [makerNote]: raw(Buffer.from('MARKMARKMARK')) } } },
  ])
  return Buffer.from(block).indexOf('MARKMARK')
}

const own = (head: string, directory: Directory, little = true, shift = 0) =>
  join(head, writeDirectory(directory, head.length - shift, little))

describe('maker notes', () => {
  it.each<[string, string, Uint8Array, Record<string, string[]>]>([
    [
      'Nikon, a structure of its own',
      'NIKON CORPORATION',
      join('Nikon\0\x02\x10\0\0', buildTiff([{ 29: ascii('2001234'), 160: ascii('NO= 2001234') }], false)),
      { SerialNumber: ['2001234'] },
    ],
    [
      'Olympus, offsets from the notes, equipment apart',
      'OLYMPUS CORPORATION',
      own('OLYMPUS\0II\x03\0', {
        8208: { type: 13, directory: { 257: ascii('BHP123456  '), 514: ascii('LENS0099'), 515: ascii('12-40mm') } },
      }),
      { SerialNumber: ['BHP123456'], LensSerialNumber: ['LENS0099'], LensModel: ['12-40mm'] },
    ],
    [
      'Fujifilm, offset in its head, little-endian in any block',
      'FUJIFILM',
      join('FUJIFILM', pack([12], 4, true), writeDirectory({ 16: ascii('FC 1234567 592D3530') }, 12, true)),
      { InternalSerialNumber: ['FC 1234567 592D3530'] },
    ],
    [
      'Pentax, order in its head',
      'PENTAX',
      own('PENTAX \0MM', { 553: ascii('4040404') }, false),
      { SerialNumber: ['4040404'] },
    ],
    [
      'Apple',
      'Apple',
      own('Apple iOS\0\0\x01MM', { 17: ascii('ABCD-EF01') }, false),
      { ContentIdentifier: ['ABCD-EF01'] },
    ],
    ['Motorola', 'motorola', own('MOT\0\0\0\0\0', { 21761: ascii('TA1234567') }), { SerialNumber: ['TA1234567'] }],
    ['an unknown maker', 'Nobody', Buffer.from('some bytes that nobody can read'), {}],
    ['nothing but a number of zeros', 'Canon', writeDirectory({ 12: long(0) }, 0, true), {}],
  ])('%s', async (_, make, bytes, expected) => {
    expect(await notes(make, bytes)).toEqual(expected)
  })

  it('of Canon count their offsets from the block', async () => {
    const bytes = writeDirectory(
      { 9: ascii('Eva Besitzer'), 12: long(1_830_012_345), 149: ascii('50mm') },
      placeOf('Canon'),
      true,
    )
    expect(await notes('Canon', bytes)).toEqual({
      OwnerName: ['Eva Besitzer'],
      SerialNumber: ['1830012345'],
      LensModel: ['50mm'],
    })
  })

  it('of Panasonic tell the names of faces and babies', async () => {
    const faces = Buffer.alloc(4 + 3 * 48)
    faces.writeUInt16LE(2, 0)
    faces.write('LENA', 4)
    faces.write('0003:04:05', 32)
    faces.write('MAX', 52)
    const head = 'Panasonic\0\0\0'
    const directory = { 37: raw(Buffer.from('F01 1234 0001\0\0\0')), 97: raw(faces), 102: raw(Buffer.from('EMMA\0\0')) }
    const bytes = join(head, writeDirectory(directory, placeOf('Panasonic') + head.length, true))
    expect(await notes('Panasonic', bytes)).toEqual({
      InternalSerialNumber: ['F01 1234 0001'],
      RecognizedFace1Name: ['LENA'],
      RecognizedFace1Age: ['0003:04:05'],
      RecognizedFace2Name: ['MAX'],
      BabyName: ['EMMA'],
    })
  })

  it('are read where a program moved them without mending their offsets', async () => {
    const bytes = writeDirectory({ 9: ascii('Eva Besitzer'), 149: ascii('50mm f/1.8') }, placeOf('Canon') + 3_000, true)
    expect(await notes('Canon', bytes)).toEqual({ OwnerName: ['Eva Besitzer'], LensModel: ['50mm f/1.8'] })
  })

  it('are read in an order of their own', async () => {
    const bytes = writeDirectory({ 9: ascii('Eva Besitzer') }, placeOf('Canon'), false)
    expect(await notes('Canon', bytes)).toEqual({ OwnerName: ['Eva Besitzer'] })
  })

  it('of trail cameras stand at fixed places', async () => {
    const bytes = Buffer.alloc(120)
    Buffer.from([0x01, 0xf1, 3, 0, 3, 0]).copy(bytes)
    for (const [index, part] of [9, 8, 7, 6, 5, 2021].entries()) bytes.writeUInt16LE(part, 22 + index * 2)
    bytes.write('H500TEST01', 42, 'utf16le')
    bytes.write('NORTH GATE', 86)
    expect(await notes('RECONYX', bytes)).toEqual({
      DateTimeOriginal: ['2021-06-05T07:08:09'],
      SerialNumber: ['H500TEST01'],
      UserLabel: ['NORTH GATE'],
    })
  })

  it('say less than the camera\u2019s own Exif tag, and are told all the same', async () => {
    const bytes = join('Nikon\0\x02\x10\0\0', buildTiff([{ 29: ascii('inner number') }], false))
    const block = buildTiff([
      { 271: ascii('NIKON'), 34665: { directory: { [makerNote]: raw(bytes), 42033: ascii('outer number') } } },
    ])
    const { tags } = await readPicture(jpeg, buildJpeg([exifSegment(block)]))
    expect(tags.SerialNumber).toEqual(['inner number', 'outer number'])
  })
})
