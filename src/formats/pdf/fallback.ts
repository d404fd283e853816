import type { Extract } from '../../core/content.ts'
import { type Allowance, flagOnce, gapOnce, pageSegment } from './allowance.ts'
import type { Glyph } from './glyphs.ts'
import { pageText } from './page-text.ts'

/**
 * The text of a document that the first library cannot open, by PDF.js, which rebuilds more of what is broken.
 * Only text: such files are rare, and what else they may hold is told as a gap.
 * @param bytes taken away: the library moves them out of their buffer
 * @returns whether this library could open it, or would with a password
 */
export async function* readByPdfJs(bytes: Uint8Array, allowance: Allowance): AsyncGenerator<Extract, boolean> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: bytes,
    // What it prints may quote the document.
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    maxImageSize: 0,
  })
  try {
    const document = await opened(task.promise)
    if (document === 'malformed') return false
    if (document === 'encrypted') {
      yield* flagOnce(allowance, 'encrypted', 'a password is needed')
      yield* gapOnce(allowance, 'encrypted', 'a password is needed to open it')
      return true
    }
    const pages = Math.min(document.numPages, allowance.limits.pages)
    let failed = 0
    let hasText = false
    for (let number = 1; number <= pages && performance.now() < allowance.deadline; number += 1) {
      const text = await textOf(document, number)
      if (text === undefined) failed += 1
      hasText ||= text !== undefined && text !== ''
      yield* pageSegment(allowance, text ?? '', number)
    }
    if (document.numPages > pages) yield* gapOnce(allowance, 'too_many', `more than ${pages} pages`)
    if (failed > 0) yield* gapOnce(allowance, 'malformed', `${failed} of ${pages} pages cannot be opened`)
    if (!hasText) yield* gapOnce(allowance, 'no_text', 'no page holds any text')
    yield* gapOnce(allowance, 'malformed', 'the structure is broken: only text was read')
    return true
  } finally {
    await task.destroy()
  }
}

type Task = ReturnType<typeof import('pdfjs-dist/legacy/build/pdf.mjs')['getDocument']>
type Document = Awaited<Task['promise']>
type Items = Awaited<ReturnType<Awaited<ReturnType<Document['getPage']>>['getTextContent']>>['items']

async function opened(document: Promise<Document>): Promise<Document | 'encrypted' | 'malformed'> {
  try {
    return await document
  } catch (error) {
    // A second try on a file known to be broken: whatever the library says, the fault is the file's.
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'malformed'
  }
}

async function textOf(document: Document, number: number): Promise<string | undefined> {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return pageText(glyphsOf(items))
  } catch {
    // As above: the caller counts the page as one that cannot be opened.
    return undefined
  }
}

/** Pieces of text in place of single characters: lines are made of them the same way. */
function glyphsOf(items: Items): Glyph[] {
  const glyphs: Glyph[] = []
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [cosine = 1, sine = 0, , , x = 0, y = 0] = item.transform.map(Number)
    const angle = (Math.round((Math.atan2(sine, cosine) * 180) / Math.PI) + 360) % 360
    const { width, height } = item
    const isUpended = angle === 90 || angle === 270
    const box = isUpended ? { right: x + height, top: y + width } : { right: x + width, top: y + height }
    glyphs.push({ text: item.str.toWellFormed(), x, y, left: x, bottom: y, ...box, angle })
  }
  return glyphs
}
