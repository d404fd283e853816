import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import PdfKit from 'pdfkit'
import { type About, type Block, isNumeric } from './blocks.ts'

/** What a PDF has beyond its pages. */
export interface PdfExtras {
  readonly attachment?: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly type: string
    readonly description: string
  }
  /** An XMP packet. */
  readonly xmp?: string
  /** Locks the file; it is then not compressed. */
  readonly password?: string
  /** Leaves streams as they are, for a file to be cut in the middle. */
  readonly plain?: boolean
}

type Doc = PDFKit.PDFDocument
const left = 56
const width = 483

/** A PDF with a text layer. Times and ids follow from `about`: equal input gives equal bytes. */
export async function makePdf(about: About, blocks: readonly Block[], extras: PdfExtras = {}): Promise<Uint8Array> {
  const created = new Date(about.created)
  const doc = new PdfKit({
    size: 'A4',
    margins: { top: 54, bottom: 60, left, right: 56 },
    compress: false,
    lang: about.language,
    ...(extras.password
      ? { userPassword: extras.password, ownerPassword: `${extras.password}-owner`, pdfVersion: '1.4' }
      : {}),
    info: {
      Title: about.title,
      ...(about.author ? { Author: about.author } : {}),
      ...(about.keywords ? { Keywords: about.keywords } : {}),
      Creator: 'CabinetPro 7.2',
      Producer: 'PDFKit',
      CreationDate: created,
      ModDate: created,
    },
  })
  if (extras.attachment) {
    const { name, bytes, type, description } = extras.attachment
    const options = {
      name,
      type,
      description,
      relationship: 'Alternative',
      creationDate: created,
      modifiedDate: created,
    }
    doc.file(Buffer.from(bytes), options)
  }
  for (const block of blocks) draw(doc, block, about.color ?? '#333333')
  const bytes = await finish(doc)
  return extras.password || extras.plain ? bytes : tighten(bytes, extras.xmp)
}

/** A PDF whose only page is a picture (JPEG). */
export async function pictureOnlyPdf(about: About, jpeg: Uint8Array): Promise<Uint8Array> {
  const created = new Date(about.created)
  const doc = new PdfKit({
    size: 'A4',
    margin: 0,
    compress: false,
    info: {
      Title: about.title,
      Creator: 'ScanStation MFP-451',
      Producer: 'PDFKit',
      CreationDate: created,
      ModDate: created,
    },
  })
  doc.image(Buffer.from(jpeg), 0, 0, { width: 595.28, height: 841.89 })
  return tighten(await finish(doc))
}

/** A form whose entries are form fields, not page text. */
export async function withFormFields(
  bytes: Uint8Array,
  fields: readonly {
    readonly name: string
    readonly value: string
    readonly x: number
    readonly y: number
    readonly width: number
  }[],
): Promise<Uint8Array> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const page = doc.getPage(0)
  const form = doc.getForm()
  for (const { name, value, x, y, width } of fields) {
    const field = form.createTextField(name)
    field.setText(value)
    field.addToPage(page, { x, y, width, height: 17, borderWidth: 0.5 })
    field.setFontSize(10)
  }
  return doc.save()
}

function finish(doc: Doc): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.end()
  })
}

/**
 * Compresses the streams as real files have them. pdf-lib packs with a deflate written in JavaScript, which gives the same
 * bytes everywhere; zlib's differ between machines.
 */
async function tighten(bytes: Uint8Array, xmp?: string): Promise<Uint8Array> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context } = doc
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.has(PDFName.of('Filter'))) continue
    const packed = context.flateStream(object.contents)
    for (const [key, value] of object.dict.entries()) if (key !== PDFName.of('Length')) packed.dict.set(key, value)
    context.assign(ref, packed)
  }
  if (xmp) {
    const stream = context.stream(Buffer.from(xmp), { Type: 'Metadata', Subtype: 'XML' })
    doc.catalog.set(PDFName.of('Metadata'), context.register(stream))
  }
  return doc.save({ useObjectStreams: true })
}

function draw(doc: Doc, block: Block, color: string): void {
  if ('letterhead' in block) letterhead(doc, block.letterhead, color)
  else if ('to' in block) address(doc, block.to)
  else if ('title' in block)
    doc.font('Helvetica-Bold').fontSize(15).fillColor(color).text(block.title, left).moveDown(0.5)
  else if ('heading' in block)
    doc.font('Helvetica-Bold').fontSize(10.5).fillColor(color).text(block.heading, left).moveDown(0.25)
  else if ('text' in block) body(doc).text(block.text, left, undefined, { width, lineGap: 1.5 }).moveDown(0.6)
  else if ('list' in block) list(doc, block.list)
  else if ('pairs' in block) pairs(doc, block.pairs)
  else if ('head' in block) table(doc, block, color)
  else if ('totals' in block) totals(doc, block.totals)
  else if ('sign' in block) signature(doc, block.sign)
  else if ('foot' in block) foot(doc, block.foot)
  else doc.addPage()
}

function body(doc: Doc): Doc {
  return doc.font('Helvetica').fontSize(9.5).fillColor('#111111')
}

function letterhead(doc: Doc, lines: readonly string[], color: string): void {
  doc
    .save()
    .circle(left + 16, 70, 16)
    .fill(color)
  doc
    .fillColor('#ffffff')
    .font('Times-Italic')
    .fontSize(20)
    .text((lines[0] ?? '').charAt(0), left + 9, 60, { lineBreak: false })
  doc.restore()
  doc
    .font('Times-Bold')
    .fontSize(16)
    .fillColor(color)
    .text(lines[0] ?? '', left + 44, 56, { width: width - 44 })
  doc
    .font('Helvetica')
    .fontSize(8.5)
    .fillColor('#444444')
    .text(lines.slice(1).join('\n'), left + 44, undefined, { width: width - 44 })
  const y = Math.max(doc.y + 6, 96)
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.8)
    .stroke(color)
  doc.x = left
  doc.y = y + 14
}

function address(doc: Doc, lines: readonly string[]): void {
  body(doc).text(lines.join('\n'), 330, doc.y, { width: 210, lineGap: 1 })
  doc.x = left
  doc.moveDown(1.6)
}

function list(doc: Doc, items: readonly string[]): void {
  for (const item of items) {
    const y = doc.y
    body(doc).text('•', left + 4, y, { lineBreak: false })
    doc.text(item, left + 18, y, { width: width - 18, lineGap: 1 }).moveDown(0.2)
  }
  doc.x = left
  doc.moveDown(0.5)
}

function pairs(doc: Doc, entries: readonly (readonly [string, string])[]): void {
  for (const [label, value] of entries) {
    const y = doc.y
    doc.font('Helvetica-Bold').fontSize(9.5).fillColor('#333333').text(label, left, y, { width: 160 })
    const afterLabel = doc.y
    body(doc).text(value, left + 165, y, { width: width - 165 })
    doc.y = Math.max(doc.y, afterLabel) + 2
  }
  doc.x = left
  doc.moveDown(0.7)
}

function table(doc: Doc, block: Extract<Block, { readonly head: readonly string[] }>, color: string): void {
  const shares = block.widths ?? block.head.map((_, at) => (at === 0 ? 3 : 1))
  const sum = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => (share / sum) * width)
  const row = (cells: readonly string[], isHead: boolean) => {
    const heights = cells.map((cell, at) => doc.heightOfString(cell, { width: (widths[at] ?? 0) - 8 }))
    const height = Math.max(...heights) + 6
    if (doc.y + height > 770) doc.addPage()
    const y = doc.y
    if (isHead) doc.rect(left, y, width, height).fill(color)
    let x = left
    for (const [at, cell] of cells.entries()) {
      const columnWidth = widths[at] ?? 0
      const align =
        at > 0 && (isHead ? block.rows.some((cells) => isNumeric(cells[at] ?? '')) : isNumeric(cell)) ? 'right' : 'left'
      doc.fillColor(isHead ? '#ffffff' : '#111111').text(cell, x + 4, y + 3, { width: columnWidth - 8, align })
      x += columnWidth
    }
    doc
      .moveTo(left, y + height)
      .lineTo(left + width, y + height)
      .lineWidth(0.4)
      .stroke('#bbbbbb')
    doc.y = y + height
  }
  doc.font('Helvetica-Bold').fontSize(9)
  row(block.head, true)
  doc.font('Helvetica').fontSize(9)
  for (const cells of block.rows) row(cells, false)
  doc.x = left
  doc.moveDown(0.8)
}

function totals(doc: Doc, entries: readonly (readonly [string, string])[]): void {
  for (const [at, [label, value]] of entries.entries()) {
    const y = doc.y
    doc
      .font(at === entries.length - 1 ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(10)
      .fillColor('#111111')
    doc.text(label, 300, y, { width: 140, align: 'right' })
    doc.text(value, 444, y, { width: 95, align: 'right' })
    doc.y = y + 15
  }
  doc.x = left
  doc.moveDown(0.8)
}

function signature(doc: Doc, lines: readonly string[]): void {
  body(doc).text(lines.join('\n'), 320, doc.y + 8, { width: 220, lineGap: 1 })
  const y = doc.y + 26
  doc.moveTo(330, y).bezierCurveTo(350, y - 30, 362, y + 18, 380, y - 12)
  doc.bezierCurveTo(392, y - 26, 402, y + 10, 420, y - 6).bezierCurveTo(430, y - 14, 440, y + 4, 462, y - 10)
  doc.lineWidth(1).stroke('#1c2f7c')
  doc.x = left
  doc.y = y + 18
}

function foot(doc: Doc, line: string): void {
  doc.font('Helvetica').fontSize(7.5).fillColor('#666666')
  doc.text(line, left, 770, { width, align: 'center', height: 24, lineGap: 0 })
  doc.x = left
}
