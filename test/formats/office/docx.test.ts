import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { docx } from '../../../src/formats/office/docx.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import {
  childrenOf,
  contentTypes,
  flagsOf,
  gapsOf,
  makeZip,
  metadataOf,
  readWith,
  relationships,
  textOf,
} from './fixtures.ts'

const open = 'application/vnd.openxmlformats-officedocument.'
const mediaType = `${open}wordprocessingml.document`
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const types = {
  'word/document.xml': `${open}wordprocessingml.document.main+xml`,
  'word/header1.xml': `${open}wordprocessingml.header+xml`,
  'word/footer1.xml': `${open}wordprocessingml.footer+xml`,
  'word/footnotes.xml': `${open}wordprocessingml.footnotes+xml`,
  'word/comments.xml': `${open}wordprocessingml.comments+xml`,
  'word/settings.xml': `${open}wordprocessingml.settings+xml`,
  'word/charts/chart1.xml': `${open}drawingml.chart+xml`,
  'word/diagrams/data1.xml': `${open}drawingml.diagramData+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': `${open}extended-properties+xml`,
  'docProps/custom.xml': `${open}custom-properties+xml`,
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (text: string) => `<w:p>${run(text)}</w:p>`
const document = (body: string) => `<w:document ${w} ${r}><w:body>${body}</w:body></w:document>`

function make(body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  return makeZip({ '[Content_Types].xml': contentTypes(types), 'word/document.xml': document(body), ...others })
}

async function bodyOf(body: string): Promise<string | undefined> {
  return textOf(await readWith(docx, await make(body))).body
}

const rich = await make(`${paragraph('Care plan of Zora Quill')}${paragraph('Total 120.00')}`, {
  'word/_rels/document.xml.rels': relationships([['rId1', 'hyperlink', 'mailto:zora@example.org', true]]),
  'word/header1.xml': `<w:hdr ${w}>${paragraph('Clinic Lindenhof')}</w:hdr>`,
  'word/comments.xml': `<w:comments ${w}><w:comment w:id="0" w:author="Abel Tern" w:initials="AT">${paragraph('call her back')}</w:comment></w:comments>`,
  'word/media/image1.png': Buffer.from('made-up picture'),
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Plan</dc:title><dc:creator>Abel Tern</dc:creator><dcterms:created>2024-01-02T03:04:05Z</dcterms:created></cp:coreProperties>',
})

formatContract(docx, [{ name: 'a document with header, comment, picture and properties', bytes: rich, mediaType }])

describe('docx: what kind of file it is', () => {
  it.each([
    ['document.main+xml', `${open}wordprocessingml.`, mediaType],
    ['template.main+xml', `${open}wordprocessingml.`, `${open}wordprocessingml.template`],
    ['document.macroEnabled.main+xml', 'application/vnd.ms-word.', 'application/vnd.ms-word.document.macroenabled.12'],
    [
      'template.macroEnabledTemplate.main+xml',
      'application/vnd.ms-word.',
      'application/vnd.ms-word.template.macroenabled.12',
    ],
  ])('%s', async (type, prefix, expected) => {
    const bytes = await makeZip({
      'anything/first.xml': '<a/>',
      'word/document.xml': document(paragraph('x')),
      '[Content_Types].xml': contentTypes({ 'word/document.xml': prefix + type }),
    })
    const head = {
      bytes,
      reader: { size: bytes.length, read: async (s: number, n: number) => bytes.subarray(s, s + n) },
      text: () => undefined,
    }
    expect(await docx.recognizes(head)).toBe(expected)
  })

  it('goes by the main part where the list of types is lost', async () => {
    const bytes = await makeZip({ 'word/document.xml': document(paragraph('still here')) })
    expect(textOf(await readWith(docx, bytes)).body).toBe('still here')
  })

  it('leaves other zip files alone', async () => {
    const bytes = await makeZip({ 'a.txt': 'word/document.xml' })
    await expect(readWith(docx, bytes)).rejects.toThrow('not recognised')
  })
})

describe('docx: text', () => {
  it('joins runs, ends lines at paragraphs and keeps one blank line', async () => {
    expect(await bodyOf(`<w:p>${run('Zo')}${run('ra')}</w:p><w:p/><w:p/>${paragraph('Quill')}`)).toBe('Zora\n\nQuill')
  })

  it('separates cells by tabs, also empty ones, and keeps lines of a cell', async () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map(paragraph).join('') || '<w:p/>'}</w:tc>`
    const rows = `<w:tr>${cell('Name')}${cell()}${cell('Price')}</w:tr><w:tr>${cell('Zora', 'Quill')}${cell('1')}${cell('2')}</w:tr>`
    expect(await bodyOf(`${paragraph('before')}<w:tbl>${rows}</w:tbl>${paragraph('after')}`)).toBe(
      'before\nName\t\tPrice\nZora\nQuill\t1\t2\nafter',
    )
  })

  it('reads tabs and breaks of runs, not tab stops', async () => {
    const stops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>'
    expect(await bodyOf(`<w:p>${stops}<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`)).toBe(
      'a\tb\nc',
    )
  })

  it('reads deleted and hidden text, and flags both', async () => {
    const deleted = '<w:del w:id="1" w:author="Abel Tern"><w:r><w:delText>old name</w:delText></w:r></w:del>'
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r>'
    const extracts = await readWith(docx, await make(`<w:p>${deleted}${hidden}</w:p>`))
    expect(textOf(extracts).body).toBe('old name secret')
    expect(flagsOf(extracts)).toEqual(['tracked_changes', 'hidden_text'])
    expect(metadataOf(extracts)).toEqual([['RevisionAuthor', 'Abel Tern']])
  })

  it('leaves field codes out and takes their links, as it does those of the document', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://exa</w:instrText></w:r>' +
      '<w:r><w:instrText>mple.org/z" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      `${run('our page')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const bytes = await make(`<w:p>${field}</w:p>`, {
      'word/_rels/document.xml.rels': relationships([
        ['rId1', 'hyperlink', 'mailto:zora@example.org', true],
        ['rId2', 'image', 'media/x.png'],
      ]),
    })
    const { body, links } = textOf(await readWith(docx, bytes))
    expect(body).toBe('our page')
    expect(links).toBe('mailto:zora@example.org\nhttps://example.org/z')
  })

  it('reads a text box once, after its paragraph, and what pictures are described as', async () => {
    const box = `<w:txbxContent>${paragraph('in the box')}</w:txbxContent>`
    const shape = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
    const picture = '<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Zora at the lake"/></wp:inline></w:drawing>'
    const text = await bodyOf(
      `<w:p>${run('before ')}<w:r>${shape}${picture}</w:r>${run('after')}</w:p>${paragraph('end')}`,
    )
    expect(text).toBe('before after\nin the box\nZora at the lake\nend')
  })

  it('gives each part a place of its own, in reading order', async () => {
    const t = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`
    const bytes = await make(paragraph('the body'), {
      'word/footer1.xml': `<w:ftr ${w}>${paragraph('the footer')}</w:ftr>`,
      'word/header1.xml': `<w:hdr ${w}>${paragraph('the header')}</w:hdr>`,
      'word/footnotes.xml': `<w:footnotes ${w}><w:footnote>${paragraph('the note')}</w:footnote></w:footnotes>`,
      'word/comments.xml': `<w:comments ${w}><w:comment w:author="Abel Tern">${paragraph('the comment')}</w:comment></w:comments>`,
      'word/charts/chart1.xml': `<c:chartSpace><c:title>${t('Visits')}</c:title><c:pt><c:v>Zora</c:v></c:pt><c:f>Sheet1!$A$1</c:f></c:chartSpace>`,
      'word/diagrams/data1.xml': `<dgm:dataModel><dgm:pt><dgm:t>${t('Step one')}</dgm:t></dgm:pt></dgm:dataModel>`,
      'word/settings.xml': `<w:settings ${w}><w:docVars><w:docVar w:name="n" w:val="Ward 7"/></w:docVars></w:settings>`,
      'customXml/item1.xml': '<data><patient>Zora Quill</patient></data>',
    })
    const extracts = await readWith(docx, bytes)
    expect(Object.entries(textOf(extracts))).toEqual([
      ['header', 'the header'],
      ['body', 'the body'],
      ['footnotes', 'the note'],
      ['footer', 'the footer'],
      ['comments', 'the comment'],
      ['diagram', 'Step one'],
      ['chart', 'Visits\nZora'],
      ['settings', 'Ward 7'],
      ['data', 'Zora Quill'],
    ])
    expect(metadataOf(extracts)).toEqual([['CommentAuthor', 'Abel Tern']])
  })

  it('reads UTF-16 and other prefixes', async () => {
    const xml =
      '\uFEFF<?xml version="1.0" encoding="UTF-16"?><x:document><x:body><x:p><x:r><x:t>Zoë &amp; Łukasz</x:t></x:r></x:p></x:body></x:document>'
    const bytes = await makeZip({
      '[Content_Types].xml': contentTypes(types),
      'word/document.xml': Buffer.from(xml, 'utf16le'),
    })
    expect(textOf(await readWith(docx, bytes)).body).toBe('Zoë & Łukasz')
  })
})

describe('docx: properties and what is embedded', () => {
  it('tells properties under the names ExifTool has', async () => {
    const bytes = await make(paragraph('x'), {
      'docProps/core.xml':
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Plan</dc:title><dc:creator>Abel Tern; Zora Quill</dc:creator><cp:lastModifiedBy>office</cp:lastModifiedBy><dcterms:modified>2024-01-02T03:04:05Z</dcterms:modified></cp:coreProperties>',
      'docProps/app.xml':
        '<Properties><Application>Made Up</Application><TotalTime>61</TotalTime><Company>Lindenhof</Company><TitlesOfParts><vt:vector xmlns:vt="v"><vt:lpstr>One</vt:lpstr><vt:lpstr>Two</vt:lpstr></vt:vector></TitlesOfParts></Properties>',
      'docProps/custom.xml':
        '<Properties><property name="Patient"><vt:lpwstr xmlns:vt="v">Zora Quill</vt:lpwstr></property></Properties>',
    })
    const extracts = await readWith(docx, bytes)
    expect(metadataOf(extracts)).toEqual([
      ['Title', 'Plan'],
      ['Creator', 'Abel Tern'],
      ['Creator', 'Zora Quill'],
      ['LastModifiedBy', 'office'],
      ['ModifyDate', '2024-01-02T03:04:05Z'],
      ['Application', 'Made Up'],
      ['TotalEditTime', '61 minutes'],
      ['Company', 'Lindenhof'],
      ['TitlesOfParts', 'One; Two'],
      ['CustomProperty', 'Patient: Zora Quill'],
    ])
    const people = extracts.flatMap((extract) =>
      extract.what === 'metadata' && extract.entityType ? [extract.value] : [],
    )
    expect(people).toEqual(['Abel Tern', 'Zora Quill'])
    const open = extracts.flatMap((extract) => (extract.what === 'metadata' && !extract.personal ? [extract.name] : []))
    expect(open).toEqual(['ModifyDate', 'Application', 'TotalEditTime'])
  })

  it('gives pictures and embedded files as children, and flags preview and macros', async () => {
    const bytes = await make(paragraph('x'), {
      'word/media/image1.png': Buffer.from('a picture'),
      'word/embeddings/sheet.xlsx': Buffer.from('a workbook'),
      'word/vbaProject.bin': Buffer.from('macros'),
      'docProps/thumbnail.jpeg': Buffer.from('small'),
      'word/theme/theme1.xml': '<a:theme/>',
    })
    const extracts = await readWith(docx, bytes)
    expect(await childrenOf(extracts)).toEqual({
      'word/media/image1.png': 'a picture',
      'word/embeddings/sheet.xlsx': 'a workbook',
      'word/vbaProject.bin': 'macros',
    })
    expect(flagsOf(extracts)).toEqual(['embedded_preview', 'macros'])
  })
})

describe('docx: what is damaged or too much', () => {
  it('reads what comes before the cut and says so', async () => {
    const long = Array.from({ length: 4_000 }, (_, at) => paragraph(`line ${at} ${(at * 7_919) % 10_007}`)).join('')
    const bytes = await make(long)
    const extracts = await readWith(docx, bytes.subarray(0, Math.floor(bytes.length / 2)))
    expect(textOf(extracts).body).toMatch(/^line 0 0\nline 1 7919\n/)
    expect(gapsOf(extracts)).toContain('truncated')
  })

  it('says so when the main part is not there, or ends too early', async () => {
    const none = await makeZip({ '[Content_Types].xml': contentTypes(types) })
    expect(gapsOf(await readWith(docx, none))).toEqual(['malformed'])
    const open = await makeZip({
      '[Content_Types].xml': contentTypes(types),
      'word/document.xml': `<w:document ${w}><w:body>${paragraph('begun')}`,
    })
    const extracts = await readWith(docx, open)
    expect([textOf(extracts).body, gapsOf(extracts)]).toEqual(['begun', ['malformed']])
  })

  it('expands no entity of its own making, and stops at the limit of nesting', async () => {
    const entity = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const bytes = await makeZip({
      '[Content_Types].xml': contentTypes(types),
      'word/document.xml': entity + document(paragraph('&b;')),
    })
    expect(textOf(await readWith(docx, bytes)).body).toBe('&b;')
    const deep = await readWith(docx, await make('<w:p>'.repeat(600)))
    expect(gapsOf(deep)).toEqual(['too_deep'])
  })

  it('keeps to the limit of text and says so', async () => {
    const bytes = await make(Array.from({ length: 100 }, () => paragraph('0123456789')).join(''))
    const limits = { ...defaultLimits, textCharacters: 100, segmentCharacters: 40 }
    const extracts = await readWith(docx, bytes, limits)
    const texts = extracts.flatMap((extract) => (extract.what === 'segment' ? [extract.text] : []))
    expect(texts.join('').length).toBeLessThanOrEqual(100)
    expect(texts.every((text) => text.length <= 40)).toBe(true)
    expect(gapsOf(extracts)).toEqual(['too_large'])
  })
})
