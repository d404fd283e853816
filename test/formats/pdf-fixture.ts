import PdfKit from 'pdfkit'
import type { Extract, Gap, Segment } from '../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import { ItemError } from '../../src/core/problem.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { openHead } from '../../src/formats/head.ts'
import { pdf } from '../../src/formats/pdf.ts'

/** Objects of a PDF by number: dictionaries as text, streams as dictionary and bytes. */
export type Objects = Readonly<Record<number, string | readonly [dictionary: string, bytes: Uint8Array | string]>>

/** Writes a PDF by hand, with a cross-reference table. Object 1 is the catalog. */
export function writePdf(objects: Objects, trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets = new Map<number, number>()
  let length = chunks[0]?.length ?? 0
  const push = (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
  }
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number(number), length)
    push(Buffer.from(`${number} 0 obj\n`))
    if (typeof object === 'string') push(Buffer.from(object, 'latin1'))
    else {
      const bytes = Buffer.from(object[1] as string, 'latin1')
      push(Buffer.from(`<</Length ${bytes.length} ${object[0]}>>\nstream\n`))
      push(bytes)
      push(Buffer.from('\nendstream'))
    }
    push(Buffer.from('\nendobj\n'))
  }
  const size = Math.max(...offsets.keys()) + 1
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = length
  push(Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n<</Size ${size} /Root 1 0 R ${trailer}>>\n`))
  push(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(chunks)
}

/** A document of pages with these contents, all in Helvetica as F1 of 612 by 792 points. */
export function contentPdf(contents: readonly string[], more: Objects = {}, page = '', catalog = ''): Uint8Array {
  const objects: Record<number, Objects[number]> = {
    1: `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
    2: `<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, at) => `${10 + at * 2} 0 R`).join(' ')}]>>`,
    3: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...more,
  }
  contents.forEach((content, at) => {
    objects[10 + at * 2] =
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents ${11 + at * 2} 0 R` +
      `/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</I 5 0 R>>>> ${page}>>`
    objects[11 + at * 2] = ['', content]
  })
  return writePdf(objects)
}

/** Shows a text with the font F1 of 10 points, its baseline beginning at a point. */
export function show(x: number, y: number, text: string, font = 'F1', size = 10): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`
}

/** A font as object 4 whose codes from 'A' on mean these characters. */
export function mappedFont(characters: string): Objects {
  const codes = [...characters]
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const map = codes.map((sign, at) => `<${(0x41 + at).toString(16)}> <${hex(sign)}>`).join('\n')
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n' +
    `1 begincodespacerange <00> <ff> endcodespacerange ${codes.length} beginbfchar\n${map}\nendbfchar\n` +
    'endcmap CMapName currentdict /CMap defineresource pop end end'
  const widths = codes.map(() => '500').join(' ')
  return {
    4:
      '<</Type/Font/Subtype/TrueType/BaseFont/Made/ToUnicode 6 0 R/Encoding/WinAnsiEncoding' +
      `/FirstChar 65/LastChar ${64 + codes.length}/Widths[${widths}]/FontDescriptor 7 0 R>>`,
    6: ['', cmap],
    7: '<</Type/FontDescriptor/FontName/Made/Flags 32/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200/ItalicAngle 0/CapHeight 700/StemV 80>>',
  }
}

/** Codes of a {@link mappedFont} for a text of its characters. */
export function codesFor(characters: string, text: string): string {
  return [...text].map((sign) => String.fromCharCode(0x41 + [...characters].indexOf(sign))).join('')
}

/** A PDF by pdfkit. */
export async function kitPdf(
  options: PDFKit.PDFDocumentOptions,
  draw: (document: PDFKit.PDFDocument) => void,
): Promise<Uint8Array> {
  const document = new PdfKit(options)
  const chunks: Buffer[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', resolve)
    document.on('error', reject)
  })
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** Everything that reading gives, and the fault it ended with. */
export interface Reading {
  readonly extracts: readonly Extract[]
  readonly error: ItemError | undefined
}

export async function readPdf(
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
  passwords: readonly string[] = [],
): Promise<Reading> {
  const reader = bytesReader(bytes)
  const context = {
    limits: { ...defaultLimits, ...limits },
    mediaType: 'application/pdf',
    head: await openHead(reader),
    passwords,
  }
  const extracts: Extract[] = []
  try {
    for await (const extract of pdf.read(reader, context)) extracts.push(extract)
  } catch (error) {
    if (!(error instanceof ItemError)) throw error
    return { extracts, error }
  }
  return { extracts, error: undefined }
}

export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { extracts } = await readPdf(bytes)
  return segments(extracts, 'page').map(({ text }) => text)
}

export function segments(extracts: readonly Extract[], unit: 'page' | 'part'): Segment[] {
  return extracts.filter((extract) => extract.what === 'segment').filter(({ place }) => place.unit === unit)
}

export function partText(extracts: readonly Extract[], part: string): string {
  return segments(extracts, 'part')
    .filter(({ place }) => place.unit === 'part' && place.part === part)
    .map(({ text }) => text)
    .join('')
}

export function gaps(extracts: readonly Extract[]): Gap[] {
  return extracts.filter((extract) => extract.what === 'gap')
}

export function flags(extracts: readonly Extract[]): string[] {
  return extracts.flatMap((extract) => (extract.what === 'flag' ? [extract.name] : []))
}

export function metadata(extracts: readonly Extract[]): Record<string, string> {
  return Object.fromEntries(
    extracts.flatMap((extract) => (extract.what === 'metadata' ? [[extract.name, extract.value]] : [])),
  )
}
