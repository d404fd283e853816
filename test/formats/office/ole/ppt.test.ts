import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ppt } from '../../../../src/formats/office/ole/ppt.ts'
import { formatContract } from '../../../contracts/format-contract.ts'
import { childrenOf, flagsOf, gapsOf, metadataOf, readWith, textOf } from '../fixtures.ts'
import { compoundOf, propertiesOf, record } from './fixtures.ts'

const mediaType = 'application/vnd.ms-powerpoint'
const wide = (text: string) => Buffer.from(text, 'utf16le')
const comment = record(
  12_000,
  Buffer.concat([
    record(4026, wide('Abel Tern'), 0),
    record(4026, wide('is this right?'), 1),
    record(4026, wide('AT'), 2),
  ]),
  0,
  true,
)
const slide = record(
  1_006,
  Buffer.concat([
    record(4000, wide('Zora Quill – plan\rsecond line')),
    record(4008, Buffer.from('narrow caf\u00e9', 'latin1')),
    record(4026, wide('___PPT10')),
    comment,
  ]),
  0,
  true,
)
const packed = Buffer.concat([Buffer.from('06000000', 'hex'), deflateSync(Buffer.from('object'))])
const deck = compoundOf({
  'PowerPoint Document': Buffer.concat([slide, record(4113, packed, 1), record(4113, Buffer.from('plain'))]),
  'Current User': Buffer.from('0000f60f140000001400000 05fc091e3'.replaceAll(' ', '').padEnd(64, '0'), 'hex'),
  '\u0005SummaryInformation': propertiesOf({ 4: 'Zora Quill' }),
  Pictures: record(0xf01e, Buffer.concat([Buffer.alloc(17), Buffer.from('89504e470d0a', 'hex')])),
})

formatContract(ppt, [{ name: 'a deck', bytes: deck, mediaType }])

describe('an old presentation', () => {
  it('gives text, comments with their authors, properties, objects and pictures', async () => {
    const extracts = await readWith(ppt, deck)
    expect(textOf(extracts)).toEqual({
      slides: 'Zora Quill – plan\nsecond line\nnarrow café\nis this right?\nAT',
    })
    expect(metadataOf(extracts)).toEqual([
      ['Creator', 'Zora Quill'],
      ['CommentAuthor', 'Abel Tern'],
    ])
    expect(await childrenOf(extracts)).toMatchObject({ 'object 1': 'object', 'object 2': 'plain' })
    expect(Object.keys(await childrenOf(extracts))).toContain('pictures/1.png')
    expect(gapsOf(extracts)).toEqual([])
  })

  it('is on record where it is locked, or an object in it expands too much', async () => {
    const user = Buffer.alloc(32)
    user.writeUInt32LE(0xf3d1c4df, 12)
    const locked = await readWith(ppt, compoundOf({ 'PowerPoint Document': slide, 'Current User': user }))
    expect([flagsOf(locked), gapsOf(locked), textOf(locked)]).toEqual([['encrypted'], ['encrypted'], {}])
    const bomb = Buffer.concat([Buffer.alloc(4), deflateSync(Buffer.alloc(2 ** 22))])
    const file = compoundOf({ 'PowerPoint Document': record(4113, bomb, 1) })
    expect(gapsOf(await readWith(ppt, file))).toEqual(['expansion_ratio'])
  })
})
