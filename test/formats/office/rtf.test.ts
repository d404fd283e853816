import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { bytesReader, type Reader } from '../../../src/core/reader.ts'
import { rtf } from '../../../src/formats/office/rtf.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { childrenOf, flagsOf, gapsOf, metadataOf, readFrom, readWith, textOf } from './fixtures.ts'

const mediaType = 'application/rtf'
const make = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`, 'latin1')

async function bodyOf(body: string): Promise<string | undefined> {
  return textOf(await readWith(rtf, make(body))).body
}

const letter = make(
  '{\\fonttbl{\\f0 Arial;}}{\\info{\\title Plan}{\\author Abel Tern}{\\creatim\\yr2024\\mo1\\dy2}}{\\header Clinic Lindenhof}' +
    "Dear Zora,\\par your plan co\\'fbte 120 \\u8364?\\par{\\pict\\pngblip 89504e470d0a}",
)

formatContract(rtf, [{ name: 'a letter with properties and a picture', bytes: letter, mediaType }])

describe('rtf: text', () => {
  it.each([
    ['ends lines', 'one\\par two\\line three\\par\\par\\par four', 'one\ntwo\nthree\n\nfour'],
    ['takes line feeds of the file for nothing', 'o\r\nn\ne', 'one'],
    ['writes signs', 'a\\tab b\\emdash c\\~d\\_e\\{f\\}\\\\g\\rquote s', 'a\tb—c\u00A0d-e{f}\\g’s'],
    ['reads bytes of the code page', "Zo\\'eb \\'80", 'Zoë €'],
    [
      'reads Unicode and leaves its fallback out',
      "\\u321?ukasz \\uc2\\u321\\'3f\\'3fukasz \\uc0\\u321ukasz",
      'Łukasz Łukasz Łukasz',
    ],
    ['joins surrogates', '\\uc1\\u-10187?\\u-8906?', '\u{1D536}'],
    ['keeps a negative sign that is text', '\\b -5', '-5'],
    [
      'reads rows and cells',
      '\\trowd a\\cell\\cell c\\cell\\row\\trowd d\\cell e\\cell\\row after',
      'a\t\tc\nd\te\nafter',
    ],
    ['leaves out what is to be ignored', '{\\*\\madeup hidden {deeper}}{\\stylesheet{\\s1 Heading;}}shown', 'shown'],
    ['reads groups it does not know', '{\\madeup shown}', 'shown'],
    ['takes the Unicode of what is told twice', '{\\upr{Zo?}{\\*\\ud{Zo\\u235?}}}', 'Zoë'],
  ])('%s', async (_, body, text) => {
    expect(await bodyOf(body)).toBe(text)
  })

  it('reads each font in its character set, and the next in its own', async () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}{\\f3\\fcharset238 D;}}'
    const body = `${fonts}\\f0 Zo\\'eb {\\f1 \\'c7\\'ee\\'f0\\'e0} \\'eb {\\f2 \\'83\\'5c\\'83\\'8b}{\\f3 \\'a3ukasz}\\plain \\'eb`
    expect(await bodyOf(body)).toBe('Zoë Зора ë ソルŁukaszë')
  })

  it('reads the code page of the document', async () => {
    const bytes = Buffer.from("{\\rtf1\\ansi\\ansicpg1251 \\'c7\\'ee\\'f0\\'e0}", 'latin1')
    expect(textOf(await readWith(rtf, bytes)).body).toBe('Зора')
  })

  it('gives headers, notes, comments and boxes places of their own', async () => {
    const body =
      '{\\header Clinic}{\\footer page}one{\\footnote a note} two{\\*\\atnauthor Abel Tern}{\\*\\annotation call her}' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv Zora at the lake}}{\\shptxt boxed}}} three'
    const extracts = await readWith(rtf, make(body))
    expect(textOf(extracts)).toEqual({
      body: 'one two three',
      header: 'Clinic',
      footer: 'page',
      footnotes: 'a note',
      comments: 'call her',
      'text boxes': 'boxed',
      settings: 'Zora at the lake',
    })
    expect(metadataOf(extracts)).toEqual([['CommentAuthor', 'Abel Tern']])
  })

  it('leaves field codes out, takes their links, and flags what is hidden or changed', async () => {
    const field = '{\\field{\\*\\fldinst{HYPERLINK "mailto:zora@example.org"}}{\\fldrslt{our mail}}}'
    const body = `{\\*\\revtbl{Unknown;}{Abel Tern;}}${field} {\\v secret}{\\deleted\\revauthdel1 old}`
    const extracts = await readWith(rtf, make(body))
    expect(textOf(extracts)).toEqual({ body: 'our mail secretold', links: 'mailto:zora@example.org' })
    expect(flagsOf(extracts)).toEqual(['hidden_text', 'tracked_changes'])
    expect(metadataOf(extracts)).toEqual([['RevisionAuthor', 'Abel Tern']])
  })
})

describe('rtf: properties and what is embedded', () => {
  it('tells properties under the names ExifTool has', async () => {
    const info =
      '{\\info{\\title Plan}{\\author Abel Tern}{\\operator office}{\\company Lindenhof}{\\creatim\\yr2024\\mo1\\dy2\\hr3\\min4}\\edmins61\\nofpages2}' +
      '{\\*\\userprops{\\propname Patient}\\proptype30{\\staticval Zora Quill}}{\\*\\generator Made Up 1;}'
    expect(metadataOf(await readWith(rtf, make(info)))).toEqual([
      ['Title', 'Plan'],
      ['Author', 'Abel Tern'],
      ['LastModifiedBy', 'office'],
      ['Company', 'Lindenhof'],
      ['CreateDate', '2024-01-02T03:04:00'],
      ['TotalEditTime', '61 minutes'],
      ['Pages', '2'],
      ['CustomProperty', 'Patient: Zora Quill'],
      ['Application', 'Made Up 1'],
    ])
  })

  it('gives pictures once, be they digits or raw', async () => {
    const body =
      '{\\*\\shppict{\\pict\\jpegblip\\picw10 4a50 4547\r\n21}}{\\nonshppict{\\pict\\wmetafile8 574d46}}{\\pict\\pngblip\\bin4 {}\\p}end'
    const extracts = await readWith(rtf, make(body))
    expect(await childrenOf(extracts)).toEqual({ 'picture 1.jpg': 'JPEG!', 'picture 2.png': '{}\\p' })
    expect(textOf(extracts).body).toBe('end')
  })

  it('takes embedded files out of their wrapping', async () => {
    const sized = (bytes: Buffer) => Buffer.concat([uint32(bytes.length), bytes])
    const file = Buffer.from('made-up file')
    const packed = Buffer.concat([
      Buffer.from([2, 0]),
      Buffer.from('plan.txt\0C:\\plan.txt\0'),
      uint32(0x30000),
      sized(Buffer.from('x\0')),
      sized(file),
    ])
    const wrap = (name: string, data: Buffer) =>
      Buffer.concat([
        uint32(0x501),
        uint32(2),
        sized(Buffer.from(`${name}\0`)),
        uint32(0),
        uint32(0),
        sized(data),
      ]).toString('hex')
    const object = (hex: string) => `{\\object\\objemb{\\*\\objclass X}{\\*\\objdata ${hex}}{\\result shown}}`
    const extracts = await readWith(
      rtf,
      make(object(wrap('Package', packed)) + object(wrap('Word.Document.12', file)) + object('00ff')),
    )
    expect(await childrenOf(extracts)).toEqual({
      'plan.txt': 'made-up file',
      'object 2': 'made-up file',
      'object 3': '\0ÿ',
    })
    expect(textOf(extracts).body).toBe('shownshownshown')
  })
})

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

describe('rtf: what is damaged or too much', () => {
  it('says that the end is missing, and reads what is there', async () => {
    const extracts = await readWith(rtf, Buffer.from('{\\rtf1 {\\b begun'))
    expect([textOf(extracts).body, gapsOf(extracts)]).toEqual(['begun', ['truncated']])
  })

  it('goes on beyond the limit of nesting, and says so', async () => {
    const deep = `${'{\\b '.repeat(5_000)}deep${'}'.repeat(5_000)}\\par after`
    const extracts = await readWith(rtf, make(deep))
    expect(textOf(extracts).body).toBe('deep\nafter')
    expect(gapsOf(extracts)).toEqual(['too_deep'])
  })

  it('leaves out data beyond the limit, and says so', async () => {
    const extracts = await readWith(rtf, make(`{\\pict\\pngblip ${'00'.repeat(200)}}text`), {
      ...defaultLimits,
      expandedBytes: 100,
    })
    expect([await childrenOf(extracts), textOf(extracts).body, gapsOf(extracts)]).toEqual([{}, 'text', ['too_large']])
  })

  it('reads the same wherever its pieces end', async () => {
    // Long enough that words, escapes and raw data fall on the seams of what is read at a time.
    const line = "Zora\\'eb Quill\\par {\\b bold}\\u321?ukasz\\cell\\row{\\pict\\bin3 }}{}"
    const body = line.repeat(20_000)
    const expected = 'Zoraë Quill\nboldŁukasz'
    for (const shift of [0, 1, 2, 3, 5, 8, 13, 21, 34]) {
      const lines = (await bodyOf('x'.repeat(shift) + body))?.slice(shift).split('\n') ?? []
      const pairs = new Set(lines.map((_, at) => lines.slice(at, at + 2).join('\n')).filter((_, at) => at % 2 === 0))
      expect([...pairs].slice(0, 3)).toEqual([expected])
    }
  })

  it('never throws anything but faults of the reader, whatever the words', async () => {
    const words = fc.constantFrom(
      ..."{ } \\ \\par \\u1? \\bin9 \\'8 \\* \\cell \\row \\info \\title \\upr \\ud \\pict \\objdata \\fonttbl \\f1 \\fcharset128 \\uc99 \\annotation \\v \\field \\fldinst x ß".split(
        ' ',
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 200 }), async (list) => {
        const reader: Reader = bytesReader(Buffer.from(`{\\rtf1${list.join('')}`, 'latin1'))
        for (const extract of await readFrom(rtf, reader)) {
          if (extract.what === 'segment') expect(extract.text.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500, seed: 20_261_123 },
    )
  })
})
