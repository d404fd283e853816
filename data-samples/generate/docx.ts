import type { About, Block } from './blocks.ts'
import { isNumeric } from './blocks.ts'
import { escapeXml } from './html.ts'
import { makeZip, type ZipMember } from './zip.ts'

/** Things a document holds beside its page. */
export interface DocxExtras {
  /** A remark in the margin, with its writer. */
  readonly comment?: { readonly author: string; readonly text: string }
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const links = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document (ECMA-376): letterhead in the page header, tables as tables. */
export function makeDocx(about: About, blocks: readonly Block[], extras: DocxExtras = {}): Uint8Array {
  const head = blocks.flatMap((block) => ('letterhead' in block ? block.letterhead : []))
  const rest = blocks.filter((block) => !('letterhead' in block))
  const mark = about.rightToLeft ? '<w:bidi/>' : ''
  const comment = extras.comment
  const remark = comment ? '<w:r><w:commentReference w:id="0"/></w:r>' : ''
  const document = `${prolog}<w:document ${word} ${links}><w:body>${rest.map((block) => blockXml(block, mark)).join('')}<w:p>${remark}</w:p><w:sectPr><w:headerReference w:type="default" r:id="rId1"/>${mark}</w:sectPr></w:body></w:document>`
  const header = `${prolog}<w:hdr ${word}>${head.map((line, at) => paragraph(line, mark, at === 0 ? '<w:b/><w:sz w:val="32"/>' : '<w:sz w:val="17"/>')).join('')}</w:hdr>`
  return makeZip([
    part('[Content_Types].xml', contentTypes(comment !== undefined)),
    part('_rels/.rels', packageRelations('word/document.xml')),
    part('word/_rels/document.xml.rels', documentRelations(comment !== undefined)),
    part('word/document.xml', document),
    part('word/header1.xml', header),
    ...(comment
      ? [
          part(
            'word/comments.xml',
            `${prolog}<w:comments ${word}><w:comment w:id="0" w:author="${escapeXml(comment.author)}" w:date="${about.created}">${paragraph(comment.text, mark)}</w:comment></w:comments>`,
          ),
        ]
      : []),
    ...properties(about, 'Microsoft Office Word'),
  ])
}

/** The two property parts that every Office Open XML file has. */
export function properties(about: About, application: string): ZipMember[] {
  const core = `${prolog}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(about.title)}</dc:title><dc:creator>${escapeXml(about.author ?? '')}</dc:creator><cp:lastModifiedBy>${escapeXml(about.lastModifiedBy ?? about.author ?? '')}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${about.created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${about.created}</dcterms:modified></cp:coreProperties>`
  const app = `${prolog}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${application}</Application><Company>${escapeXml(about.company ?? '')}</Company></Properties>`
  return [part('docProps/core.xml', core), part('docProps/app.xml', app)]
}

/** A member of text. */
export function part(name: string, text: string): ZipMember {
  return { name, bytes: Buffer.from(text) }
}

/** The relationships of a package whose main part is `main`. */
export function packageRelations(main: string): string {
  return `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="${main}"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="${relations}/extended-properties" Target="docProps/app.xml"/></Relationships>`
}

function documentRelations(hasComment: boolean): string {
  const remark = hasComment ? `<Relationship Id="rId2" Type="${relations}/comments" Target="comments.xml"/>` : ''
  return `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/header" Target="header1.xml"/>${remark}</Relationships>`
}

function contentTypes(hasComment: boolean): string {
  const remark = hasComment ? `<Override PartName="/word/comments.xml" ContentType="${types}.comments+xml"/>` : ''
  return `${prolog}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${types}.header+xml"/>${remark}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`
}

function paragraph(text: string, mark: string, look = '', align = ''): string {
  const run = `${look}${mark ? '<w:rtl/>' : ''}`
  const set = `${mark}${align ? `<w:jc w:val="${align}"/>` : ''}`
  return `<w:p>${set ? `<w:pPr>${set}</w:pPr>` : ''}<w:r>${run ? `<w:rPr>${run}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`
}

function blockXml(block: Block, mark: string): string {
  if ('letterhead' in block) return ''
  if ('to' in block) return block.to.map((line) => paragraph(line, mark)).join('')
  if ('title' in block) return paragraph(block.title, mark, '<w:b/><w:sz w:val="30"/>')
  if ('heading' in block) return paragraph(block.heading, mark, '<w:b/>')
  if ('text' in block)
    return block.text
      .split('\n')
      .map((line) => paragraph(line, mark))
      .join('')
  if ('list' in block) return block.list.map((item) => paragraph(`• ${item}`, mark)).join('')
  if ('pairs' in block) return tableXml(block.pairs, mark)
  if ('head' in block) return tableXml([block.head, ...block.rows], mark)
  if ('totals' in block) return tableXml(block.totals, mark)
  if ('sign' in block) return block.sign.map((line) => paragraph(line, mark, '', 'right')).join('')
  if ('foot' in block) return paragraph(block.foot, mark, '<w:sz w:val="15"/>', 'center')
  return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
}

function tableXml(rows: readonly (readonly string[])[], mark: string): string {
  const cell = (text: string, at: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(text, mark, '', at > 0 && isNumeric(text) ? 'right' : '')}</w:tc>`
  const visual = mark ? '<w:bidiVisual/>' : ''
  return `<w:tbl><w:tblPr>${visual}<w:tblW w:w="5000" w:type="pct"/></w:tblPr>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl><w:p/>`
}
