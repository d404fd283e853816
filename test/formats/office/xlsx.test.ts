import { describe, expect, it } from 'vitest'
import { defaultLimits } from '../../../src/core/limits.ts'
import { xlsx } from '../../../src/formats/office/xlsx.ts'
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
const mediaType = `${open}spreadsheetml.sheet`
const types = {
  'xl/workbook.xml': `${open}spreadsheetml.sheet.main+xml`,
  'xl/worksheets/a.xml': `${open}spreadsheetml.worksheet+xml`,
  'xl/worksheets/b.xml': `${open}spreadsheetml.worksheet+xml`,
  'xl/sharedStrings.xml': `${open}spreadsheetml.sharedStrings+xml`,
  'xl/styles.xml': `${open}spreadsheetml.styles+xml`,
  'xl/comments1.xml': `${open}spreadsheetml.comments+xml`,
  'xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
  'xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
  'xl/drawings/drawing1.xml': `${open}drawing+xml`,
  'xl/pivotCache/pivotCacheDefinition1.xml': `${open}spreadsheetml.pivotCacheDefinition+xml`,
  'xl/externalLinks/externalLink1.xml': `${open}spreadsheetml.externalLink+xml`,
  'xl/connections.xml': `${open}spreadsheetml.connections+xml`,
}
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const workbook =
  '<workbook><sheets><sheet name="Patients" sheetId="7" r:id="rId2"/><sheet name="Old" sheetId="3" state="hidden" r:id="rId1"/></sheets></workbook>'
const links = relationships([
  ['rId1', 'worksheet', 'worksheets/a.xml'],
  ['rId2', 'worksheet', '/xl/worksheets/b.xml'],
])
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="000\\-00\\-0000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
const strings =
  '<sst><si><t>Name</t></si><si><r><t>Zora </t></r><r><t>Quill</t></r><rPh><t>reading</t></rPh></si></sst>'

function make(rows: string, others: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Buffer> {
  return makeZip({
    '[Content_Types].xml': contentTypes(types),
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': links,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': strings,
    'xl/worksheets/a.xml': sheet('<row><c t="inlineStr"><is><t>second</t></is></c></row>'),
    'xl/worksheets/b.xml': sheet(rows),
    ...others,
  })
}

async function sheetOf(rows: string): Promise<string | undefined> {
  return textOf(await readWith(xlsx, await make(rows)))['sheet 1']
}

formatContract(xlsx, [
  { name: 'a workbook of two sheets', bytes: await make('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'), mediaType },
])

describe('xlsx: cells', () => {
  it('reads sheets in the order of the workbook, a row a line', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"/>' +
      '<row r="3"><c r="A3"><v>12.5</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" t="str"><f>A1&amp;B1</f><v>NameZora</v></c></row>'
    const extracts = await readWith(xlsx, await make(rows))
    const text = textOf(extracts)
    expect(text['sheet 1']).toBe('Name\tZora Quill\n12.5\tTRUE\tNameZora')
    expect(text['sheet 2']).toBe('second')
    expect(text['sheet names']).toBe('Patients\nOld')
    expect(flagsOf(extracts)).toEqual(['hidden_sheet'])
    const origins = extracts.flatMap((extract) => (extract.what === 'segment' ? [extract.origin] : []))
    expect(origins).toEqual(['text', 'table', 'table'])
  })

  it('keeps cells in their columns', async () => {
    expect(await sheetOf('<row><c r="B1"><v>1</v></c><c r="E1"><v>2</v></c></row>')).toBe('\t1\t\t\t2')
    expect(await sheetOf('<row><c><v>1</v></c><c/><c><v>3</v></c></row>')).toBe('1\t\t3')
    expect(await sheetOf('<row><c r="XFD1"><v>1</v></c></row>')).toBe(`${'\t'.repeat(64)}1`)
  })

  it('reads days as ISO 8601 and fills patterns', async () => {
    expect(
      await sheetOf('<row><c s="1"><v>45417</v></c><c s="2"><v>102056789</v></c><c s="0"><v>45417</v></c></row>'),
    ).toBe('2024-05-05\t102-05-6789\t45417')
  })

  it('keeps a cell in one line', async () => {
    expect(await sheetOf('<row><c t="str"><v>12 High St&#10;London</v></c><c><v>1</v></c></row>')).toBe(
      '12 High St London\t1',
    )
  })

  it('reads what has no cell: links of formulas, printed headers, hidden rows', async () => {
    const bytes = await make('', {
      'xl/worksheets/b.xml':
        '<worksheet><sheetData><row hidden="1"><c t="str"><f>HYPERLINK("mailto:zora@example.org","mail")</f><v>mail</v></c></row></sheetData>' +
        '<headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Clinic Lindenhof&amp;RPage &amp;P</oddHeader></headerFooter></worksheet>',
    })
    const extracts = await readWith(xlsx, bytes)
    expect(textOf(extracts)['sheet 1']).toMatch(/^mail\n\s*Clinic Lindenhof\s+Page\s*$/)
    expect(textOf(extracts).links).toBe('mailto:zora@example.org')
    expect(flagsOf(extracts)).toContain('hidden_cells')
  })
})

describe('xlsx: parts beside the sheets', () => {
  it('reads comments, text boxes, and the copies that pivots and links keep', async () => {
    const bytes = await make('', {
      'xl/comments1.xml':
        '<comments><authors><author>Abel Tern</author></authors><commentList><comment ref="A1"><text><r><t>Abel: </t></r><r><t>call</t></r></text></comment></commentList></comments>',
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments><threadedComment><text>later</text></threadedComment></ThreadedComments>',
      'xl/persons/person.xml': '<personList><person displayName="Zora Quill" userId="zora@example.org"/></personList>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>box</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
      'xl/pivotCache/pivotCacheDefinition1.xml':
        '<pivotCacheDefinition refreshedBy="office"><cacheFields><cacheField name="Who"><sharedItems><s v="Ida Moor"/><n v="7"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><externalBook><sheetNames><sheetName val="Staff"/></sheetNames><cell><v>Ben Oak</v></cell></externalBook></externalLink>',
      'xl/connections.xml':
        '<connections><connection><dbPr connection="Server=db;Password=made-up" command="select 1"/></connection></connections>',
      'xl/media/image1.png': 'picture',
    })
    const extracts = await readWith(xlsx, bytes)
    expect(textOf(extracts)).toMatchObject({
      comments: 'Abel: call',
      thread: 'later',
      people: 'zora@example.org',
      drawing: 'box',
      pivot: 'Who\nIda Moor\n7',
      external: 'Staff\nBen Oak',
      connections: 'Server=db;Password=made-up\nselect 1',
    })
    expect(metadataOf(extracts)).toEqual([
      ['CommentAuthor', 'Abel Tern'],
      ['CommentAuthor', 'Zora Quill'],
      ['LastModifiedBy', 'office'],
    ])
    expect(await childrenOf(extracts)).toEqual({ 'xl/media/image1.png': 'picture' })
  })

  it('says that cells of binary workbooks are not read', async () => {
    const bytes = await makeZip({
      '[Content_Types].xml': contentTypes({
        'xl/workbook.bin': 'application/vnd.ms-excel.sheet.binary.macroEnabled.main',
      }),
      'xl/workbook.bin': 'x',
      'xl/worksheets/sheet1.bin': 'x',
    })
    expect(gapsOf(await readWith(xlsx, bytes))).toEqual(['unsupported_type'])
  })
})

describe('xlsx: large sheets', () => {
  it('streams rows in segments, whole rows each', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `<row r="${at}"><c t="s"><v>1</v></c><c><v>${at * 7_919}</v></c></row>`,
    )
    const extracts = await readWith(xlsx, await make(rows.join('')))
    const segments = extracts.flatMap((extract) =>
      extract.what === 'segment' && extract.origin === 'table' ? [extract.text] : [],
    )
    expect(segments.length).toBeGreaterThan(1)
    const lines = textOf(extracts)['sheet 1']?.split('\n') ?? []
    expect([lines.length, lines[59_999]]).toEqual([60_000, `Zora Quill\t${59_999 * 7_919}`])
    expect(segments.slice(0, -2).every((text) => text.endsWith('\n'))).toBe(true)
  })

  it('bounds the table of strings and says so', async () => {
    const many = `<sst>${'<si><t>abcdefgh</t></si>'.repeat(1_000)}</sst>`
    const bytes = await make('<row><c t="s"><v>0</v></c><c t="s"><v>999</v></c></row>', {
      'xl/sharedStrings.xml': many,
    })
    const extracts = await readWith(xlsx, bytes, { ...defaultLimits, textCharacters: 10_000 })
    expect(textOf(extracts)['sheet 1']).toBe('abcdefgh')
    expect(gapsOf(extracts)).toEqual(['too_large'])
  })
})

describe('xlsx: sheets that are tables', () => {
  const cell = (text: string) => `<c t="str"><v>${text}</v></c>`
  const row = (...cells: readonly string[]) => `<row>${cells.map(cell).join('')}</row>`

  it('gives the rows of one, by the name of its sheet, and the other sheets as text', async () => {
    const rows = [row('name', 'birth date'), row('Zora Quill', '1970-07-14'), row('Ida Moor', '1981-02-03')]
    const extracts = await readWith(xlsx, await make(rows.join('')))
    expect(extracts.filter(({ what }) => what === 'rows')).toEqual([
      {
        what: 'rows',
        table: 'Patients',
        isNamed: true,
        columns: ['name', 'birth date'],
        rows: [
          ['Zora Quill', '1970-07-14'],
          ['Ida Moor', '1981-02-03'],
        ],
      },
    ])
    expect(textOf(extracts)).toEqual({ 'sheet names': 'Patients\nOld', 'sheet 2': 'second' })
  })

  it('gives an invoice as text', async () => {
    const lines = [row('Clinic Lindenhof', '', 'INVOICE'), row('Item', 'Qty', 'Total'), row('Crown', '1', '400')]
    const extracts = await readWith(xlsx, await make(lines.join('')))
    expect(extracts.filter(({ what }) => what === 'rows')).toEqual([])
    expect(textOf(extracts)['sheet 1']).toContain('INVOICE')
  })
})
