import type { Extract, Format, ReadContext } from '../core/content.ts'
import { ItemError } from '../core/problem.ts'
import { type Reader, readAll } from '../core/reader.ts'
import { type Allowance, flagOnce, gapOnce, newAllowance } from './pdf/allowance.ts'
import { child, copied, readAttachments } from './pdf/attachments.ts'
import { readBookmarks } from './pdf/bookmarks.ts'
import { closeDocument, libraryBytes, type OpenFailure, openDocument, type PdfDocument } from './pdf/document.ts'
import { type Engine, readString, releaseEngine, takeEngine } from './pdf/engine.ts'
import { readByPdfJs } from './pdf/fallback.ts'
import { readMetadata } from './pdf/metadata.ts'
import { readPages } from './pdf/pages.ts'
import { withNewEnd } from './pdf/salvage.ts'

const mediaType = 'application/pdf'

/**
 * PDF (ISO 32000): the text of each page in reading order, form values, annotations, bookmarks, what the document says
 * of itself, and attached files as items. Read by PDFium; what PDFium cannot open is tried once more with PDF.js.
 */
export const pdf: Format = Object.freeze<Format>({
  id: 'pdf',
  title: 'PDF document',
  medium: 'document',
  mediaTypes: { [mediaType]: ['pdf', 'ai'] },
  recognizes({ bytes }) {
    return isPdf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ? mediaType : undefined
  },
  read,
})

/** Readers allow anything before the header within the first kilobyte (ISO 32000-1, annex H, note 13). */
function isPdf(head: Buffer): boolean {
  const at = head.subarray(0, 1_024).indexOf('%PDF-')
  if (at <= 0) return at === 0
  // Behind something else it may be a member of an archive, or a text that speaks of PDF.
  return (
    !archives.some(([offset, mark]) => head.toString('latin1', offset, offset + mark.length) === mark) &&
    head.includes(' obj')
  )
}

/** Marks of containers that may hold a PDF uncompressed from their first kilobyte on, with their offsets. */
const archives: readonly (readonly [number, string])[] = [
  [0, 'PK\x03\x04'],
  [0, 'Rar!'],
  [0, "7z\xbc\xaf'\x1c"],
  [0, '!<arch>'],
  [0, '07070'],
  [257, 'ustar'],
]

async function* read(reader: Reader, { limits, passwords }: ReadContext): AsyncGenerator<Extract> {
  const allowance = newAllowance(limits, passwords)
  if (yield* readByPdfium(reader, allowance)) return
  const bytes = await readAll(reader, limits.expandedBytes)
  const isWhole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('%%EOF')
  // The library takes the bytes it is given away.
  if (yield* readByPdfJs(Uint8Array.from(bytes), allowance)) return
  for await (const mended of withNewEnd(reader, limits)) {
    if (yield* readByPdfium(mended, allowance)) {
      yield* gapOnce(
        allowance,
        isWhole ? 'malformed' : 'truncated',
        'only what could be gathered from the pieces was read',
      )
      return
    }
  }
  throw isWhole
    ? new ItemError('malformed', 'no reader can open it')
    : new ItemError('truncated', 'the end of the file is missing, and without it nothing can be read')
}

/** Reads what PDFium can open. @returns whether it could, or would with a password */
async function* readByPdfium(reader: Reader, allowance: Allowance): AsyncGenerator<Extract, boolean> {
  const { limits } = allowance
  const engine = await takeEngine(libraryBytes(reader, limits))
  let document: PdfDocument | OpenFailure | undefined
  try {
    document = await openDocument(engine, reader, limits, allowance.passwords)
    if (document === 'encrypted') yield* encrypted(allowance)
    if (typeof document === 'string') return document === 'encrypted'
    const pages = engine.call.FPDF_GetPageCount(document.handle)
    if (pages > 0) yield* alive(engine, readDocument(document, pages, allowance))
    return pages > 0
  } catch (error) {
    throw engine.faultOf(error)
  } finally {
    if (typeof document === 'object') closeDocument(document)
    releaseEngine(engine)
  }
}

function* encrypted(allowance: Allowance): Generator<Extract> {
  yield* flagOnce(allowance, 'encrypted', 'a password is needed')
  yield* gapOnce(allowance, 'encrypted', 'a password is needed to open it')
}

/** Hands parts on. An item inside may be a PDF too, and take the engine with it when it breaks. */
function* alive(engine: Engine, parts: Generator<Extract>): Generator<Extract> {
  for (const part of parts) {
    yield part
    if (engine.isLost()) throw new ItemError('crashed', 'the PDF library broke off on an item inside')
  }
}

function* readDocument(document: PdfDocument, pages: number, allowance: Allowance): Generator<Extract> {
  const refusals = document.engine.refusals()
  yield* readFlags(document, allowance)
  yield* readMetadata(document, pages, allowance)
  yield* readPages(document, pages, allowance)
  yield* readBookmarks(document, allowance)
  yield* readFormData(document, allowance)
  yield* readAttachments(document, allowance)
  yield* readEnd(document, allowance)
  if (document.engine.refusals() > refusals) {
    yield* gapOnce(allowance, 'memory_limit', 'parts need more memory than one item may take')
  }
}

function* readFlags(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  const { engine, handle, isEncrypted, isUnlocked } = document
  const { call } = engine
  const file = document.file()
  // Names in compressed objects are not seen: a hint for filters, not a proof of absence.
  const hasScript = file.includes('/JavaScript')
  const hasLaunch = file.includes('/Launch')
  if (isEncrypted) {
    yield* flagOnce(allowance, 'encrypted', isUnlocked ? 'opened with a password' : 'owner password only')
  }
  if (hasScript || call.FPDFDoc_GetJavaScriptActionCount(handle) > 0) yield* flagOnce(allowance, 'javascript')
  if (hasLaunch) yield* flagOnce(allowance, 'launch_action')
  if (call.FPDFDoc_GetAttachmentCount(handle) > 0) yield* flagOnce(allowance, 'embedded_files')
  if (call.FPDF_GetXFAPacketCount(handle) > 0) yield* flagOnce(allowance, 'xfa')
  if (call.FPDF_GetSignatureCount(handle) > 0) yield* flagOnce(allowance, 'signed')
}

/** XFA keeps the values of a form as XML beside the pages. */
function* readFormData(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  const { engine, handle } = document
  const { call } = engine
  const count = Math.min(call.FPDF_GetXFAPacketCount(handle), allowance.limits.children)
  for (let index = 0; index < count; index += 1) {
    const write = (buffer: number, length: number) => call.FPDF_GetXFAPacketName(handle, index, buffer, length)
    if (readString(engine, write, 64, 'utf8') !== 'datasets' || allowance.children <= 0) continue
    const bytes = copied(engine, allowance.limits.expandedBytes, (buffer, length, out) =>
      call.FPDF_GetXFAPacketContent(handle, index, buffer, length, out),
    )
    if (bytes === 'malformed') continue
    if (bytes === 'too_large')
      yield* gapOnce(allowance, 'too_large', 'form data of more bytes than an item may expand to')
    else {
      allowance.children -= 1
      yield child('xfa-datasets.xml', null, bytes)
    }
  }
}

/** A file that stops within its last part, or whose index had to be made up, may have lost anything. */
function* readEnd(document: PdfDocument, allowance: Allowance): Generator<Extract> {
  const file = document.file()
  const end = file.lastIndexOf('%%EOF')
  if (end < 0 || file.includes(' obj', end)) yield* gapOnce(allowance, 'truncated', 'the end of the file is missing')
  else if (document.engine.call.FPDF_DocumentHasValidCrossReferenceTable(document.handle) === 0) {
    yield* flagOnce(allowance, 'rebuilt_index')
  }
}
