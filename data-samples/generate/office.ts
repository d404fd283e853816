import type { About, Block } from './blocks.ts'
import { packageRelations, part, properties } from './docx.ts'
import { escapeXml } from './html.ts'
import { makeZip } from './zip.ts'

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number)[])[]
}

const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const sheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook (ECMA-376) with its strings in the shared table, as Excel writes them. */
export function makeXlsx(about: About, sheets: readonly Sheet[]): Uint8Array {
  const strings = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string')))]
  const places = new Map(strings.map((text, at) => [text, at]))
  const cell = (value: string | number, row: number, column: number) => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
    return value === '' ? '' : `<c r="${place}" t="s"><v>${places.get(value)}</v></c>`
  }
  const sheetXml = ({ rows }: Sheet) =>
    `${prolog}<worksheet xmlns="${sheetNamespace}"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at, column)).join('')}</row>`).join('')}</sheetData></worksheet>`
  const overrides = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )
  return makeZip([
    part(
      '[Content_Types].xml',
      `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${overrides.join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`,
    ),
    part('_rels/.rels', packageRelations('xl/workbook.xml')),
    part(
      'xl/workbook.xml',
      `${prolog}<workbook xmlns="${sheetNamespace}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    ...sheets.map((sheet, at) => part(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))),
    part(
      'xl/sharedStrings.xml',
      `${prolog}<sst xmlns="${sheetNamespace}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ),
    ...properties(about, 'Microsoft Excel'),
  ])
}

/** An OpenDocument text (ISO/IEC 26300). */
export function makeOdt(about: About, blocks: readonly Block[]): Uint8Array {
  const names = ['office', 'text', 'table', 'meta'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const spaces = `${names.join(' ')} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"`
  const content = `${prolog}<office:document-content ${spaces}><office:body><office:text>${blocks.map(odtBlock).join('')}</office:text></office:body></office:document-content>`
  const meta = `${prolog}<office:document-meta ${spaces}><office:meta><meta:generator>LibreOffice/6.3.2.2$Windows_X86_64</meta:generator><dc:title>${escapeXml(about.title)}</dc:title><meta:initial-creator>${escapeXml(about.author ?? '')}</meta:initial-creator><dc:creator>${escapeXml(about.lastModifiedBy ?? about.author ?? '')}</dc:creator><meta:creation-date>${about.created}</meta:creation-date><dc:language>${about.language}</dc:language></office:meta></office:document-meta>`
  const mime = 'application/vnd.oasis.opendocument.text'
  const entries = [
    ['/', mime],
    ['content.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
  ]
  const manifest = `${prolog}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">${entries.map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`).join('')}</manifest:manifest>`
  return makeZip([
    { name: 'mimetype', bytes: Buffer.from(mime), stored: true },
    part('content.xml', content),
    part('meta.xml', meta),
    part('META-INF/manifest.xml', manifest),
  ])
}

function odtBlock(block: Block): string {
  const lines = (all: readonly string[]) => all.map((line) => `<text:p>${escapeXml(line)}</text:p>`).join('')
  const rows = (all: readonly (readonly string[])[]) =>
    `<table:table>${all.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${lines([cell])}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`
  if ('letterhead' in block) return lines(block.letterhead)
  if ('to' in block) return lines(block.to)
  if ('title' in block) return `<text:h text:outline-level="1">${escapeXml(block.title)}</text:h>`
  if ('heading' in block) return `<text:h text:outline-level="2">${escapeXml(block.heading)}</text:h>`
  if ('text' in block) return lines(block.text.split('\n'))
  if ('list' in block)
    return `<text:list>${block.list.map((item) => `<text:list-item>${lines([item])}</text:list-item>`).join('')}</text:list>`
  if ('pairs' in block) return rows(block.pairs)
  if ('head' in block) return rows([block.head, ...block.rows])
  if ('totals' in block) return rows(block.totals)
  if ('sign' in block) return lines(block.sign)
  if ('foot' in block) return lines([block.foot])
  return '<text:p/>'
}

/** Rich text (RTF 1.9) in Windows-1252, other signs as \u escapes. */
export function makeRtf(about: About, blocks: readonly Block[]): Uint8Array {
  const info = `{\\info{\\title ${rtfText(about.title)}}{\\author ${rtfText(about.author ?? '')}}{\\operator ${rtfText(about.lastModifiedBy ?? '')}}{\\*\\company ${rtfText(about.company ?? '')}}}`
  const head = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}${info}\\f0\\fs20\n`
  return Buffer.from(`${head}${blocks.map(rtfBlock).join('')}}`, 'latin1')
}

function rtfBlock(block: Block): string {
  const lines = (all: readonly string[], look = '') =>
    all.map((line) => `{\\pard ${look}${rtfText(line)}\\par}\n`).join('')
  const rows = (all: readonly (readonly string[])[]) =>
    all
      .map((row) => {
        const edges = row.map((_, at) => `\\cellx${(at + 1) * 2_600}`).join('')
        return `{\\trowd${edges}\\pard\\intbl ${row.map(rtfText).join('\\cell ')}\\cell\\row}\n`
      })
      .join('')
  if ('letterhead' in block) return lines(block.letterhead, '\\qc\\b ')
  if ('to' in block) return lines(block.to)
  if ('title' in block) return lines([block.title], '\\b\\fs30 ')
  if ('heading' in block) return lines([block.heading], '\\b ')
  if ('text' in block) return lines(block.text.split('\n'))
  if ('list' in block) return lines(block.list.map((item) => `- ${item}`))
  if ('pairs' in block) return rows(block.pairs)
  if ('head' in block) return rows([block.head, ...block.rows])
  if ('totals' in block) return rows(block.totals)
  if ('sign' in block) return lines(block.sign, '\\qr ')
  if ('foot' in block) return lines([block.foot], '\\qc\\fs16 ')
  return '\\page\n'
}

function rtfText(text: string): string {
  return text.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (sign) => {
    const code = sign.charCodeAt(0)
    return code >= 0xa0 && code <= 0xff ? `\\'${code.toString(16)}` : `\\u${code > 32_767 ? code - 65_536 : code}?`
  })
}
