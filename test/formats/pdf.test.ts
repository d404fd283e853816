import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Extract, Grey } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { openHead } from '../../src/formats/head.ts'
import { readableName } from '../../src/formats/pdf/annotations.ts'
import { pdfTime } from '../../src/formats/pdf/metadata.ts'
import { pdf } from '../../src/formats/pdf.ts'
import { formatContract } from '../contracts/format-contract.ts'
import {
  contentPdf,
  flags,
  gaps,
  kitPdf,
  metadata,
  partText,
  readPdf,
  segments,
  show,
  writePdf,
} from './pdf-fixture.ts'

const mediaType = 'application/pdf'
const recognized = async (bytes: Uint8Array) => pdf.recognizes(await openHead(bytesReader(bytes)))
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const onePage = contentPdf([show(72, 700, 'Invoice 7 for Mia Roth')])

const xmp =
  '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">' +
  '<dc:creator><rdf:Seq><rdf:li>Mia Roth</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Maker 3</xmp:CreatorTool>' +
  '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'

async function formPdf(): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  const page = made.addPage()
  const form = made.getForm()
  const name = form.createTextField('patient.FullName')
  name.setText('Mia Roth')
  name.addToPage(page, { x: 50, y: 700 })
  form.createTextField('empty_one').addToPage(page, { x: 50, y: 650 })
  const smoker = form.createCheckBox('is_smoker')
  smoker.addToPage(page, { x: 50, y: 600 })
  smoker.check()
  form.createCheckBox('is_diver').addToPage(page, { x: 50, y: 570 })
  const plan = form.createDropdown('plan')
  plan.addOptions(['basic', 'large'])
  plan.select('large')
  plan.addToPage(page, { x: 50, y: 500 })
  const sex = form.createRadioGroup('sex')
  sex.addOptionToPage('female', page, { x: 50, y: 450 })
  sex.addOptionToPage('male', page, { x: 80, y: 450 })
  sex.select('female')
  return made.save()
}

async function richPdf(): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  const page = made.addPage()
  page.drawText('See the attached invoice')
  made.setTitle('Invoice for Mia Roth')
  made.setAuthor('Jean Petit')
  made.setCreator('Maker 3')
  made.setCreationDate(new Date('2024-03-01T10:00:00Z'))
  await made.attach(latin1('<Invoice/>'), 'factur-x.xml', {
    mimeType: 'text/xml',
    modificationDate: new Date('2024-03-02T10:00:00Z'),
  })
  await made.attach(latin1('plain notes'), 'notes.txt')
  const { context } = made
  const note = context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 9, 9],
    Contents: PDFString.of('call the patient'),
    T: PDFString.of('Dr Petit'),
  })
  const link = context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    A: { S: 'URI', URI: PDFString.of('mailto:mia@roth.example') },
  })
  page.node.set(PDFName.of('Annots'), context.obj([context.register(note), context.register(link)]))
  return made.save()
}

formatContract(
  pdf,
  [
    { name: 'one page by hand', bytes: onePage, mediaType },
    { name: 'a form', bytes: await formPdf(), mediaType },
    { name: 'notes, metadata and attached files', bytes: await richPdf(), mediaType },
    {
      name: 'several pages',
      bytes: contentPdf([show(72, 700, 'one'), show(72, 700, 'two'), show(72, 700, 'three')]),
      mediaType,
    },
  ],
  { damaged: 40 },
)

describe('recognizes', () => {
  it.each([
    ['a header behind junk', Buffer.concat([Buffer.alloc(900, 'x'), onePage]), mediaType],
    ['a header behind too much junk', Buffer.concat([Buffer.alloc(1_100, 'x'), onePage]), undefined],
    ['a text that speaks of %PDF-1.4', latin1('Files begin with %PDF-1.4 as a rule.'), undefined],
    ['a zip with a stored PDF', Buffer.concat([latin1('PK\x03\x04aaaa'), onePage]), undefined],
    ['a tar with a PDF', Buffer.concat([Buffer.alloc(257), latin1('ustar'), Buffer.alloc(250), onePage]), undefined],
  ])('%s', async (_, bytes, expected) => {
    expect(await recognized(bytes)).toBe(expected)
  })

  it('reads behind the junk it recognizes', async () => {
    const { extracts } = await readPdf(Buffer.concat([Buffer.alloc(900, 'x'), onePage]))
    expect(segments(extracts, 'page').map(({ text }) => text)).toEqual(['Invoice 7 for Mia Roth'])
  })
})

describe('forms', () => {
  it('give filled values under their names, apart from the page', async () => {
    const { extracts } = await readPdf(await formPdf())
    expect(partText(extracts, 'form')).toBe('Full Name: Mia Roth\nis smoker: Yes\nplan: large\nsex: female\n')
    expect(segments(extracts, 'page')).toEqual([])
  })

  it.each([
    ['form1[0].#subform[0].PatientName[0]', 'Patient Name'],
    ['first_name', 'first name'],
    ['a.b.', ''],
    ['IBAN', 'IBAN'],
  ])('%s reads as %j', (full, name) => {
    expect(readableName(full)).toBe(name)
  })

  it('place the values of later pages behind those of earlier ones', async () => {
    const made = await PDFDocument.create()
    for (const name of ['one', 'two']) {
      const field = made.getForm().createTextField(name)
      field.setText('é')
      field.addToPage(made.addPage(), { x: 50, y: 700 })
    }
    const { extracts } = await readPdf(await made.save())
    expect(segments(extracts, 'part').map(({ place }) => place)).toEqual([
      { unit: 'part', part: 'form', offset: 0 },
      { unit: 'part', part: 'form', offset: 7 },
    ])
  })
})

describe('notes and links', () => {
  it('stand in a part of their own', async () => {
    const { extracts } = await readPdf(await richPdf())
    expect(partText(extracts, 'annotations')).toBe('call the patient\nAuthor: Dr Petit\nmailto:mia@roth.example\n')
  })
})

describe('bookmarks', () => {
  it('are read whole and once', async () => {
    const bytes = contentPdf(
      [show(72, 700, 'x')],
      {
        5: '<</First 6 0 R/Last 7 0 R>>',
        6: '<</Title(Roth, Mia)/Next 7 0 R>>',
        7: '<</Title(Roth, Mia)/First 6 0 R>>',
      },
      '',
      '/Outlines 5 0 R',
    )
    const { extracts } = await readPdf(bytes, { annotations: 50 })
    expect(partText(extracts, 'bookmarks')).toBe('Roth, Mia\n')
  })
})

describe('metadata', () => {
  it('has the information dictionary under the usual names', async () => {
    const { extracts } = await readPdf(await richPdf())
    expect(metadata(extracts)).toMatchObject({
      PDFVersion: '1.7',
      PageCount: '1',
      Title: 'Invoice for Mia Roth',
      Author: 'Jean Petit',
      Creator: 'Maker 3',
      CreateDate: '2024-03-01T10:00:00Z',
    })
    const author = extracts.find((extract) => extract.what === 'metadata' && extract.name === 'Author')
    expect(author).toMatchObject({ personal: true, entityType: 'PERSON' })
    const creator = extracts.find((extract) => extract.what === 'metadata' && extract.name === 'Creator')
    expect(creator).toMatchObject({ personal: false })
  })

  it('has keys that a program made up, as personal', async () => {
    const bytes = writePdf(
      {
        1: '<</Type/Catalog/Pages 2 0 R>>',
        2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
        4: '<</patientName(Mia)>>',
      },
      '/Info 4 0 R',
    )
    const { extracts } = await readPdf(bytes)
    expect(extracts).toContainEqual({ what: 'metadata', name: 'PatientName', value: 'Mia', personal: true })
  })

  it.each([
    ['plain', ['/Type/Metadata/Subtype/XML', xmp] as const],
    ['compressed', ['/Type /Metadata /Subtype /XML /Filter /FlateDecode', deflateSync(xmp)] as const],
  ])('has XMP from a %s stream', async (_, stream) => {
    const dictionary: [string, Uint8Array | string] = [
      stream[0],
      typeof stream[1] === 'string' ? stream[1] : stream[1].toString('latin1'),
    ]
    const { extracts } = await readPdf(contentPdf([show(72, 700, 'x')], { 5: dictionary }, '', '/Metadata 5 0 R'))
    expect(metadata(extracts)).toMatchObject({ Creator: 'Mia Roth', CreatorTool: 'Maker 3' })
  })

  it('says so where a metadata stream is broken or expands too far', async () => {
    const bomb = deflateSync(Buffer.alloc(8 << 20, ' ')).toString('latin1')
    const stream: [string, string] = ['/Type/Metadata/Filter/FlateDecode', bomb]
    const { extracts } = await readPdf(contentPdf([show(72, 700, 'x')], { 5: stream }))
    expect(gaps(extracts)).toMatchObject([{ cause: 'malformed', message: 'a metadata stream could not be expanded' }])
  })

  it.each([
    ["D:20240301120000+02'00'", '2024-03-01T12:00:00+02:00'],
    ['D:20240301120000-0330', '2024-03-01T12:00:00-03:30'],
    ['D:20240301120000Z', '2024-03-01T12:00:00Z'],
    ['D:20240301120000', '2024-03-01T12:00:00'],
    ['D:202403011200', '2024-03-01T12:00:00'],
    ['D:20240301', '2024-03-01'],
    ['D:20249901120000Z', '2024-99-01T12:00:00'],
    ['yesterday', undefined],
  ])('reads the time %s as %s', (text, iso) => {
    expect(pdfTime(text)).toBe(iso)
  })
})

describe('attached files', () => {
  it('are items with their names, times and bytes', async () => {
    const { extracts } = await readPdf(await richPdf())
    const children = extracts.filter((extract) => extract.what === 'child')
    expect(children.map(({ name, modifiedAt }) => [name, modifiedAt])).toEqual([
      ['factur-x.xml', '2024-03-02T10:00:00.000Z'],
      ['notes.txt', null],
    ])
    const bytes = await children[0]?.reader.read(0, 99)
    expect(Buffer.from(bytes ?? []).toString()).toBe('<Invoice/>')
    expect(flags(extracts)).toContain('embedded_files')
  })

  it('may be read while the document around them is open', async () => {
    const made = await PDFDocument.create()
    made.addPage().drawText('outer')
    await made.attach(onePage, 'inner.pdf')
    const reader = bytesReader(await made.save())
    const context = {
      limits: (await import('../../src/core/limits.ts')).defaultLimits,
      mediaType,
      head: await openHead(reader),
    }
    const texts: string[] = []
    for await (const extract of pdf.read(reader, context)) {
      if (extract.what === 'segment') texts.push(extract.text)
      if (extract.what !== 'child') continue
      const inner = await readPdf(await extract.reader.read(0, extract.reader.size))
      texts.push(...segments(inner.extracts, 'page').map(({ text }) => text))
    }
    expect(texts).toEqual(['outer', 'Invoice 7 for Mia Roth'])
  })

  const attached = (bytes: Buffer) => ({
    5: '<</Type/Filespec/F(a.bin)/UF(a.bin)/EF<</F 6 0 R/UF 6 0 R>>>>',
    6: ['/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(bytes).toString('latin1')] as const,
  })
  const names = '/Names<</EmbeddedFiles<</Names[(a) 5 0 R]>>>>'

  it.each([
    ['expansion_ratio', {}],
    ['too_large', { expandedBytes: 1_000 }],
  ])('end in %s where they expand too far', async (cause, limits) => {
    const bytes = contentPdf([show(72, 700, 'x')], attached(Buffer.alloc(4 << 20)), '', names)
    const { extracts, error } = await readPdf(bytes, limits)
    expect(error).toBeUndefined()
    expect(gaps(extracts)).toMatchObject([{ cause }])
    expect(extracts.some(({ what }) => what === 'child')).toBe(false)
  })
})

describe('encryption', () => {
  it.each(['1.3', '1.4', '1.6', '1.7ext3'] as const)(
    'version %s: a password of the user keeps it closed',
    async (pdfVersion) => {
      const bytes = await kitPdf({ pdfVersion, userPassword: 'open', ownerPassword: 'own' }, (document) =>
        document.text('secret'),
      )
      const { extracts, error } = await readPdf(bytes)
      expect(error).toBeUndefined()
      expect(extracts.map(({ what }) => what)).toEqual(['flag', 'gap'])
      expect(flags(extracts)).toEqual(['encrypted'])
      expect(gaps(extracts)).toMatchObject([{ cause: 'encrypted' }])
      const { extracts: opened } = await readPdf(bytes, {}, ['wrong', 'open'])
      expect(segments(opened, 'page').map(({ text }) => text)).toEqual(['secret'])
      expect(opened).toContainEqual({ what: 'flag', name: 'encrypted', detail: 'opened with a password' })
    },
  )

  it.each(['1.3', '1.4', '1.6', '1.7ext3'] as const)(
    'version %s: a password of the owner alone does not',
    async (pdfVersion) => {
      const bytes = await kitPdf({ pdfVersion, ownerPassword: 'own' }, (document) => document.text('read me'))
      const { extracts } = await readPdf(bytes)
      expect(segments(extracts, 'page').map(({ text }) => text)).toEqual(['read me'])
      expect(extracts).toContainEqual({ what: 'flag', name: 'encrypted', detail: 'owner password only' })
      expect(gaps(extracts)).toEqual([])
    },
  )
})

describe('pages without text', () => {
  const image = {
    5: ['/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray', 'x'] as const,
  }
  const scan = 'q 612 0 0 792 0 0 cm /I Do Q\n'

  const frames = (extracts: readonly Extract[]) =>
    extracts.flatMap((one) => (one.what === 'frame' && one.source.kind === 'page' ? [{ ...one, ...one.source }] : []))
  const shown = (extracts: readonly Extract[]) =>
    frames(extracts).flatMap(({ place, written }) => (place.unit === 'page' && !written ? [place.page] : []))

  it.each([
    ['pictures', [scan, show(72, 700, 'A page of text with quite enough letters on it')], [1]],
    ['a stamp on a scan', [scan + show(72, 20, 'Page 1')], [1]],
    ['outlines', ['0 0 m 9 9 l S\n'.repeat(60)], [1]],
    ['several', [scan, scan, show(72, 700, 'x')], [1, 2]],
    ['text over a picture', [scan + show(72, 700, 'A page of text with quite enough letters on it')], []],
    ['a logo beside a little text', [`q 60 0 0 60 0 0 cm /I Do Q\n${show(72, 700, 'Thank you')}`], []],
  ])('%s: handed over to be read from their pixels', async (_, contents, pages) => {
    const { extracts } = await readPdf(contentPdf(contents, image))
    expect(shown(extracts)).toEqual(pages)
    expect(gaps(extracts)).toEqual([])
  })

  it.each([
    ['upright', '', [0.11, 0.1], [0.14, 0.13]],
    ['on its side', '/Rotate 90', [0.88, 0.11], [0.92, 0.14]],
  ])('a large picture beside text, %s: handed over with the places of the text', async (_, page, start, end) => {
    const text = show(72, 700, 'A page of text with quite enough letters on it')
    const picture = 'q 306 0 0 396 200 100 cm /I Do Q\n'
    const [frame, ...others] = frames((await readPdf(contentPdf([picture + text], image, page))).extracts)
    expect(others).toEqual([])
    const [left = 0, top = 0, right = 0, bottom = 0] = frame?.written ?? []
    expect([left, top]).toEqual(start.map((share) => expect.closeTo(share, 1)))
    expect(left).toBeLessThan(right)
    expect(top).toBeLessThan(bottom)
    expect([right, bottom]).toEqual(end.map((share) => expect.closeTo(share, 1)))
    expect(frame?.written).toHaveLength(4 * 'Apageoftextwithquiteenoughlettersonit'.length)
  })

  it('in letters that mean others: handed over whole', async () => {
    const lines =
      '7KH SDWLHQW ZDV VHHQ RQ 0RQGDD DQG DVNHG IRU WKH HVWLPDWH RI WKH WUHDWPHQW WKDW KDG EHHQ DJUHHG XSRQ ZLWK WKH VXUJHRQ'
    expect(shown((await readPdf(contentPdf([show(20, 700, lines)], image))).extracts)).toEqual([1])
  })

  it('nothing at all: said', async () => {
    expect(gaps((await readPdf(contentPdf([''], image))).extracts).map((gap) => gap.cause)).toEqual(['no_text'])
  })

  it('are drawn upright, grey on white, at the size asked for', async () => {
    const bytes = contentPdf([`0 g 0 396 612 396 re f\n${'1 0 0 RG 0 0 m 9 9 l S\n'.repeat(60)}`])
    const head = await openHead(bytesReader(bytes))
    const drawn: Grey[] = []
    for await (const one of pdf.read(bytesReader(bytes), {
      limits: defaultLimits,
      mediaType: 'application/pdf',
      head,
    })) {
      if (one.what === 'frame' && one.source.kind === 'page') drawn.push(await one.source.draw(400))
    }
    const [grey] = drawn
    expect(grey).toMatchObject({ width: 309, height: 400 })
    expect([grey?.data[50 * 309 + 150], grey?.data[350 * 309 + 150]]).toEqual([0, 255])
  })
})

describe('flags', () => {
  it.each([
    ['javascript', '/OpenAction<</S/JavaScript/JS(app.alert)>>'],
    ['launch_action', '/OpenAction<</S/Launch/F(a.exe)>>'],
    ['xfa', '/AcroForm<</Fields[]/XFA[(datasets) 5 0 R]>>'],
    ['signed', '/AcroForm<</SigFlags 3/Fields[6 0 R]>>'],
  ])('%s', async (name, catalog) => {
    const more = {
      5: ['', '<data><name>Mia</name></data>'] as const,
      6: '<</FT/Sig/T(s)/V<</Type/Sig/Filter/A/Contents(x)/ByteRange[0 1 2 3]>>>>',
    }
    const { extracts } = await readPdf(contentPdf([show(72, 700, 'x')], more, '', catalog))
    expect(flags(extracts)).toEqual([name])
    expect(extracts.some((extract) => extract.what === 'child' && extract.name === 'xfa-datasets.xml')).toBe(
      name === 'xfa',
    )
  })

  it('are none on a plain document', async () => {
    expect(flags((await readPdf(onePage)).extracts)).toEqual([])
  })
})

describe('limits', () => {
  const three = contentPdf([show(72, 700, 'one'), show(72, 700, 'two'), show(72, 700, 'three')])

  it.each([
    [{ pages: 2 }, 'too_many', ['one', 'two']],
    [{ pages: 3 }, undefined, ['one', 'two', 'three']],
    [{ textCharacters: 5 }, 'too_large', ['one', 'tw']],
    [{ textCharacters: 11 }, undefined, ['one', 'two', 'three']],
    [{ segmentCharacters: 3 }, 'too_large', ['one', 'two', 'thr']],
  ])('%j', async (limits, cause, texts) => {
    const { extracts } = await readPdf(three, limits)
    expect(segments(extracts, 'page').map(({ text }) => text)).toEqual(texts)
    expect(gaps(extracts).map((gap) => gap.cause)).toEqual(cause === undefined ? [] : [cause])
  })

  it('pieces of text on a page', async () => {
    const bytes = contentPdf([show(72, 700, 'a') + show(90, 700, 'b') + show(110, 700, 'c')])
    expect(gaps((await readPdf(bytes, { pagePieces: 2 })).extracts)).toMatchObject([{ cause: 'too_many' }])
    expect(gaps((await readPdf(bytes, { pagePieces: 3 })).extracts)).toEqual([])
  })

  it('annotations', async () => {
    const page = `/Annots[${'5 0 R '.repeat(30)}]`
    const bytes = contentPdf(
      [show(72, 700, 'x')],
      { 5: '<</Type/Annot/Subtype/Text/Rect[0 0 1 1]/Contents(hi)>>' },
      page,
    )
    expect(gaps((await readPdf(bytes, { annotations: 20 })).extracts)).toMatchObject([{ cause: 'too_many' }])
    expect(gaps((await readPdf(bytes, { annotations: 40 })).extracts)).toEqual([])
  })

  it('seconds: what was read before stays', async () => {
    const { extracts } = await readPdf(three, { itemSeconds: 0 })
    expect(gaps(extracts)).toMatchObject([{ cause: 'time_limit', message: '3 of 3 pages were not read in time' }])
  })

  it('memory for the file', async () => {
    const { error } = await readPdf(Buffer.concat([onePage, Buffer.alloc(1 << 20)]), { workerHeapMegabytes: 1 })
    expect(error).toMatchObject({ code: 'too_large' })
  })
})

describe('hostile files', () => {
  it('gives the library no more memory than allowed, and makes a new one afterwards', async () => {
    const form = (at: number, body: string): [string, string] => [
      `/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>/XObject<</I ${at} 0 R>>>>`,
      body,
    ]
    const more = Object.fromEntries(
      Array.from({ length: 14 }, (_, at) => [200 + at, form(201 + at, '/I Do '.repeat(10))]),
    )
    const bytes = contentPdf(['/I Do'], { 5: form(200, '/I Do '.repeat(10)), ...more, 214: form(5, show(1, 1, 'x')) })
    const { error } = await readPdf(bytes, { workerHeapMegabytes: 128 })
    expect(error).toMatchObject({ code: 'memory_limit' })
    const { extracts } = await readPdf(onePage)
    expect(segments(extracts, 'page')).toHaveLength(1)
  })

  it('reads with the second library what the first cannot open, and says so', async () => {
    const text =
      '%PDF-1.4\n1 0 obj<</Type/Page/Contents 2 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/MediaBox[0 0 99 99]>>endobj\n' +
      `2 0 obj<</Length 60>>stream\n${show(9, 9, 'Mia Roth')}\nendstream endobj\ntrailer<</Root<</Pages<</Kids[1 0 R]/Count 1>>>>>>`
    const { extracts, error } = await readPdf(latin1(text))
    expect(error).toBeUndefined()
    expect(segments(extracts, 'page').map((segment) => segment.text)).toEqual(['Mia Roth'])
    expect(gaps(extracts).map(({ cause }) => cause)).toContain('malformed')
  })

  it('ends what neither can open as malformed', async () => {
    const { extracts, error } = await readPdf(latin1(`%PDF-1.7\n${'junk obj '.repeat(50)}\n%%EOF`))
    expect(extracts).toEqual([])
    expect(error).toMatchObject({ code: 'malformed' })
  })

  it('notices a missing end', async () => {
    const { extracts } = await readPdf(onePage.subarray(0, onePage.length - 6))
    expect(gaps(extracts)).toMatchObject([{ cause: 'truncated' }])
  })

  it.each([
    ['its index', '\nxref', ['one', 'two']],
    ['its page tree and catalog', '\n1 0 obj', ['one', 'two']],
    ['a page', '\n12 0 obj', ['one']],
  ])('gathers the pages of a file that lost %s', async (_, cutAt, texts) => {
    const whole = writePdf({
      3: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      10: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 11 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      11: ['', show(72, 700, 'one')],
      12: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 13 0 R/Resources<</Font<</F1 3 0 R>>>>>>',
      13: ['', show(72, 700, 'two')],
    })
    const rest =
      '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 2/Kids[10 0 R 12 0 R]>>\nendobj\nxref'
    const text = Buffer.from(whole).toString('latin1').split('xref')[0] + rest
    const { extracts, error } = await readPdf(latin1(text.slice(0, text.indexOf(cutAt))))
    expect(error).toBeUndefined()
    expect(segments(extracts, 'page').map((segment) => segment.text)).toEqual(texts)
    expect(gaps(extracts).map(({ cause }) => cause)).toContain('truncated')
  })

  it('says that a file is cut off where nothing is left of it', async () => {
    const { extracts, error } = await readPdf(onePage.subarray(0, 40))
    expect(extracts).toEqual([])
    expect(error).toMatchObject({ code: 'truncated' })
  })

  it('notices pages that cannot be opened', async () => {
    const bytes = writePdf({
      1: '<</Type/Catalog/Pages 2 0 R>>',
      2: '<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>',
      3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    })
    expect(gaps((await readPdf(bytes)).extracts).map(({ cause }) => cause)).toContain('malformed')
  })

  it.each([
    ['a page tree that claims two thousand million pages', '<</Type/Pages/Kids[10 0 R]/Count 2147483647>>'],
    ['a page tree inside itself', '<</Type/Pages/Kids[2 0 R 2 0 R 10 0 R]/Count 3>>'],
    ['a negative count', '<</Type/Pages/Kids[10 0 R]/Count -5>>'],
  ])('survives %s', async (_, pages) => {
    const { extracts, error } = await readPdf(contentPdf([show(72, 700, 'x')], { 2: pages }))
    expect(error !== undefined || extracts.length > 0).toBe(true)
  })
})
