import { describe, expect, it } from 'vitest'
import { odf, ods } from '../../../src/formats/office/odf.ts'
import { formatContract } from '../../contracts/format-contract.ts'
import { childrenOf, flagsOf, gapsOf, makeZip, metadataOf, readWith, textOf } from './fixtures.ts'

const open = 'application/vnd.oasis.opendocument.'
const content = (body: string, styles = '') =>
  `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`
const p = (text: string) => `<text:p>${text}</text:p>`

function make(kind: string, body: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  return makeZip({ mimetype: open + kind, 'content.xml': content(body), ...others })
}

async function textIn(body: string): Promise<string | undefined> {
  return textOf(await readWith(odf, await make('text', `<office:text>${body}</office:text>`))).body
}

const letter = await make('text', `<office:text>${p('Dear Zora Quill')}${p('your plan costs 120')}</office:text>`, {
  'meta.xml':
    '<office:document-meta><office:meta><meta:initial-creator>Abel Tern</meta:initial-creator></office:meta></office:document-meta>',
  'Pictures/1.png': 'a picture',
})
const list = await make(
  'spreadsheet',
  `<office:spreadsheet><table:table table:name="One"><table:table-row><table:table-cell>${p('Zora')}</table:table-cell></table:table-row></table:table></office:spreadsheet>`,
)

formatContract(odf, [{ name: 'a letter with a picture', bytes: letter, mediaType: `${open}text` }])
formatContract(ods, [{ name: 'a sheet', bytes: list, mediaType: `${open}spreadsheet` }])

describe('odf: what kind of file it is', () => {
  it('goes by the label, or by the manifest where that is lost', async () => {
    const manifest = `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${open}presentation"/></manifest:manifest>`
    const lost = await makeZip({ 'content.xml': content(p('still here')), 'META-INF/manifest.xml': manifest })
    expect(textOf(await readWith(odf, lost)).body).toBe('still here')
  })

  it('leaves e-books and the other kind of document alone', async () => {
    const book = await makeZip({ mimetype: 'application/epub+zip', 'content.xml': content(p('x')) })
    await expect(readWith(odf, book)).rejects.toThrow('not recognised')
    await expect(readWith(odf, list)).rejects.toThrow('not recognised')
    await expect(readWith(ods, letter)).rejects.toThrow('not recognised')
  })
})

describe('odf: text', () => {
  it('keeps white space as the format means it', async () => {
    expect(
      await textIn('<text:p>\n  Zora<text:s/><text:s text:c="2"/>Quill<text:tab/>a \n b<text:line-break/>c</text:p>'),
    ).toBe('Zora   Quill\ta b\nc')
  })

  it('reads tables, lists and headings', async () => {
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`
    const table = `<table:table><table:table-row>${cell('Name')}<table:covered-table-cell/>${cell('Price')}</table:table-row></table:table>`
    expect(
      await textIn(`<text:h>Plan</text:h>${table}<text:list><text:list-item>${p('one')}</text:list-item></text:list>`),
    ).toBe('Plan\nName\t\tPrice\none')
  })

  it('puts notes and text boxes after their paragraph, comments apart, and tells who wrote them', async () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('a note')}</text:note-body></text:note>`
    const box = `<draw:frame><draw:text-box>${p('boxed')}</draw:text-box><svg:desc>Zora at the lake</svg:desc></draw:frame>`
    const comment = `<office:annotation><dc:creator>Abel Tern</dc:creator><dc:date>2024-01-01</dc:date>${p('call her')}</office:annotation>`
    const bytes = await make(
      'text',
      `<office:text>${p(`one${note} two${box}${comment} three`)}${p('end')}</office:text>`,
    )
    const extracts = await readWith(odf, bytes)
    expect(textOf(extracts)).toEqual({
      body: 'one two three\na note\nboxed\nZora at the lake\nend',
      comments: 'call her',
    })
    expect(metadataOf(extracts)).toEqual([['CommentAuthor', 'Abel Tern']])
  })

  it('reads what was deleted, what is hidden and where links lead, and flags it', async () => {
    const changes =
      '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Abel Tern</dc:creator></office:change-info>' +
      `${p('old name')}</text:deletion></text:changed-region></text:tracked-changes>`
    const styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    const body = `<office:text>${changes}${p('<text:span text:style-name="T1">secret</text:span> <text:a xlink:href="mailto:zora@example.org">mail</text:a>')}</office:text>`
    const bytes = await makeZip({ mimetype: `${open}text`, 'content.xml': content(body, styles) })
    const extracts = await readWith(odf, bytes)
    expect(textOf(extracts)).toEqual({ body: 'old name\nsecret mail', links: 'mailto:zora@example.org' })
    expect(flagsOf(extracts)).toEqual(['tracked_changes', 'hidden_text'])
    expect(metadataOf(extracts)).toEqual([['RevisionAuthor', 'Abel Tern']])
  })

  it('reads headers and footers from the styles, embedded objects and macros', async () => {
    const styles = `<office:document-styles><style:master-page><style:header>${p('Clinic Lindenhof')}</style:header><style:footer>${p('page 1')}</style:footer></style:master-page></office:document-styles>`
    const bytes = await make('text', `<office:text>${p('body')}</office:text>`, {
      'styles.xml': styles,
      'Object 1/content.xml': content(`<office:chart>${p('Visits')}</office:chart>`),
      'Basic/Standard/Module1.xml': '<script:module>Sub Main</script:module>',
      'Thumbnails/thumbnail.png': 'small',
    })
    const extracts = await readWith(odf, bytes)
    expect(textOf(extracts)).toEqual({
      header: 'Clinic Lindenhof',
      footer: 'page 1',
      body: 'body',
      'object 1': 'Visits',
      'macro 1': 'Sub Main',
    })
    expect(flagsOf(extracts)).toEqual(['embedded_preview', 'macros'])
  })

  it('gives each slide and its notes a place', async () => {
    const page = (text: string, notes: string) =>
      `<draw:page draw:style-name="dp1"><draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame><presentation:notes>${p(notes)}</presentation:notes></draw:page>`
    const styles =
      '<style:style style:name="dp1"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    const bytes = await makeZip({
      mimetype: `${open}presentation`,
      'content.xml': content(
        `<office:presentation>${page('first', 'say hello')}${page('second', '')}</office:presentation>`,
        styles,
      ),
    })
    const extracts = await readWith(odf, bytes)
    expect(textOf(extracts)).toEqual({ 'slide 1': 'first', 'notes 1': 'say hello', 'slide 2': 'second' })
    expect(flagsOf(extracts)).toEqual(['hidden_slide'])
  })
})

describe('ods: cells', () => {
  it('reads rows as lines with cells in their columns, as shown or more exactly', async () => {
    const cell = (attributes: string, text = '') =>
      `<table:table-cell ${attributes}>${text && p(text)}</table:table-cell>`
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const rows =
      row(cell('office:value-type="string"', 'Name'), cell('table:number-columns-repeated="2"'), cell('', 'Price')) +
      row(
        cell('office:value-type="date" office:date-value="2024-05-05"', '05/05/24'),
        cell('office:value-type="float" office:value="4111111111111111"', '4.11E+15'),
      ) +
      row(cell('table:number-columns-repeated="1024"')) +
      row(
        cell('office:value-type="float" office:value="7" table:number-columns-repeated="2"', '7'),
        `<table:table-cell>${p('12 High St')}${p('London')}</table:table-cell>`,
      )
    const styles = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    const table = (name: string, style: string, body: string) =>
      `<table:table table:name="${name}" table:style-name="${style}">${body}</table:table>`
    const body = `<office:spreadsheet>${table('Patients', 'ta1', rows)}${table('Old', 'ta2', row(cell('', 'x')))}</office:spreadsheet>`
    const bytes = await makeZip({ mimetype: `${open}spreadsheet`, 'content.xml': content(body, styles) })
    const extracts = await readWith(ods, bytes)
    expect(textOf(extracts)).toEqual({
      'sheet names': 'Patients\nOld',
      'sheet 1': 'Name\t\t\tPrice\n2024-05-05\t4111111111111111\n7\t7\t12 High St London',
      'sheet 2': 'x',
    })
    expect(flagsOf(extracts)).toEqual(['hidden_sheet'])
  })
})

describe('ods: sheets that are tables', () => {
  const cell = (text: string) => `<table:table-cell>${text && p(text)}</table:table-cell>`
  const row = (cells: readonly string[], times = 1) =>
    `<table:table-row table:number-rows-repeated="${times}">${cells.map(cell).join('')}</table:table-row>`
  const read = async (...rows: readonly string[]) => {
    const body = `<office:spreadsheet><table:table table:name="Patients">${rows.join('')}</table:table></office:spreadsheet>`
    const extracts = await readWith(
      ods,
      await makeZip({ mimetype: `${open}spreadsheet`, 'content.xml': content(body) }),
    )
    const tables = extracts.flatMap((extract) => (extract.what === 'rows' ? [extract] : []))
    return { extracts, tables, rows: tables.flatMap((table) => table.rows) }
  }

  it('gives their rows, those that stand for several as often as they do', async () => {
    const { extracts, tables, rows } = await read(
      row(['id', 'name']),
      row(['1', 'Zora Quill']),
      row(['2', 'Ida Moor'], 3),
      row(['', ''], 1_048_000),
    )
    expect(tables[0]).toMatchObject({ table: 'Patients', columns: ['id', 'name'], isNamed: true })
    expect(rows.map(([id]) => id)).toEqual(['1', '2', '2', '2'])
    expect(textOf(extracts)).toEqual({ 'sheet names': 'Patients' })
  })

  it('gives no more repeated rows than a sheet may have, and tells that', async () => {
    const { extracts, rows } = await read(row(['id', 'name']), row(['1', 'Zora'], 2 ** 20), row(['2', 'Ida'], 2 ** 20))
    expect(gapsOf(extracts)).toEqual(['too_large'])
    expect(rows).toHaveLength(2 ** 20 + 2)
  })
})

describe('odf: properties, children, encryption', () => {
  it('tells properties under the names of other formats', async () => {
    const meta =
      '<office:document-meta><office:meta><dc:title>Plan</dc:title><meta:initial-creator>Abel Tern</meta:initial-creator><dc:creator>office</dc:creator>' +
      '<meta:creation-date>2024-01-02T03:04:05</meta:creation-date><meta:document-statistic meta:page-count="2"/><meta:user-defined meta:name="Patient">Zora Quill</meta:user-defined></office:meta></office:document-meta>'
    const extracts = await readWith(
      odf,
      await make('text', '', { 'meta.xml': meta, 'Pictures/1.png': 'a', 'Configurations2/x.png': 'b' }),
    )
    expect(metadataOf(extracts)).toEqual([
      ['Title', 'Plan'],
      ['Creator', 'Abel Tern'],
      ['LastModifiedBy', 'office'],
      ['CreateDate', '2024-01-02T03:04:05'],
      ['Pages', '2'],
      ['CustomProperty', 'Patient: Zora Quill'],
    ])
    expect(await childrenOf(extracts)).toEqual({ 'Pictures/1.png': 'a' })
  })

  it('says that an encrypted document is encrypted, and reads none of its noise', async () => {
    const entry = (path: string) =>
      `<manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data/></manifest:file-entry>`
    const manifest = `<manifest:manifest>${entry('content.xml')}${entry('Pictures/1.png')}</manifest:manifest>`
    const bytes = await make('text', p('noise'), { 'META-INF/manifest.xml': manifest, 'Pictures/1.png': 'noise' })
    const extracts = await readWith(odf, bytes)
    expect([flagsOf(extracts), gapsOf(extracts), textOf(extracts)]).toEqual([['encrypted'], ['encrypted'], {}])
    expect(await childrenOf(extracts)).toEqual({})
  })
})
