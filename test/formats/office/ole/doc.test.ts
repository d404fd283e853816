import { describe, expect, it } from 'vitest'
import { doc } from '../../../../src/formats/office/ole/doc.ts'
import { formatContract } from '../../../contracts/format-contract.ts'
import { childrenOf, flagsOf, gapsOf, metadataOf, readWith, textOf } from '../fixtures.ts'
import { compoundOf, propertiesOf, record, wordDocument } from './fixtures.ts'

const mediaType = 'application/msword'
const letter = wordDocument(
  {
    body: 'Dear Mrs Quill,\rsee \u0013 HYPERLINK "https://example.org/plan" \u0014the plan\u0015.\rName\u0007Zoë\u0007\u0007',
    header: 'Clinic Lindenhof – Köln\r',
    comments: '\u0005Abel asks why\r',
  },
  {
    '\u0005SummaryInformation': propertiesOf({ 2: 'A plan', 4: 'Zora Quill', 8: 'Abel Tern' }),
    '\u0005DocumentSummaryInformation': propertiesOf({ 15: 'Clinic Lindenhof' }),
    Data: record(0xf01d, Buffer.concat([Buffer.alloc(17), Buffer.from('ffd8ffe0 0001', 'hex')])),
    'ObjectPool/_1/WordDocument': Buffer.from('within'),
  },
)

formatContract(doc, [{ name: 'a letter', bytes: letter, mediaType }])

describe('an old Word document', () => {
  it('gives text by its parts, targets of links, properties, pictures and objects', async () => {
    const extracts = await readWith(doc, letter)
    expect(Object.entries(textOf(extracts))).toEqual([
      ['body', 'Dear Mrs Quill,\nsee the plan.\nName\tZoë'],
      ['header', 'Clinic Lindenhof – Köln'],
      ['comments', 'Abel asks why'],
      ['links', 'https://example.org/plan'],
    ])
    expect(metadataOf(extracts)).toEqual([
      ['Title', 'A plan'],
      ['Creator', 'Zora Quill'],
      ['LastModifiedBy', 'Abel Tern'],
      ['Company', 'Clinic Lindenhof'],
    ])
    const children = await childrenOf(extracts)
    expect(Object.keys(children)).toEqual(['pictures/1.jpg', 'objectpool/_1'])
    expect(gapsOf(extracts)).toEqual([])
  })

  it('is on record where it is locked, or its pieces are more than the file', async () => {
    const main = Buffer.alloc(1_024)
    main.writeUInt16LE(0xa5ec, 0)
    main.writeUInt16LE(0xc1, 2)
    main.writeUInt16LE(0x0100, 10)
    const locked = await readWith(doc, compoundOf({ WordDocument: main }))
    expect([flagsOf(locked), gapsOf(locked)]).toEqual([['encrypted'], ['encrypted']])
    main.writeUInt16LE(0, 10)
    main.writeUInt32LE(21, 0x1a6)
    const table = Buffer.from('0210000000 00000000 ffffff7f 0000 00000000 0000'.replaceAll(' ', ''), 'hex')
    expect(gapsOf(await readWith(doc, compoundOf({ WordDocument: main, '0Table': table })))).toEqual(['malformed'])
  })
})
