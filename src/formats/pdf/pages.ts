import type { Extract } from '../../core/content.ts'
import { type Allowance, flagOnce, gapOnce, pageSegment } from './allowance.ts'
import { newTold, readAnnotations, type Told } from './annotations.ts'
import type { PdfDocument } from './document.ts'
import { readGlyphs } from './glyphs.ts'
import { countObjects, objectKinds, piecesOf } from './objects.ts'
import { pageText } from './page-text.ts'

/** Pages by what keeps their content from being read as text. */
interface Tally {
  read: number
  withText: number
  pictures: number
  drawings: number
  unknown: number
  failed: number
  skipped: number
}

// Fewer characters than this on a page that a picture covers are a stamp on a scan, not its text.
const stampCharacters = 40
const coveringShare = 0.5
/** Drawn objects from which a page without a character is taken for text turned into outlines. */
const outlinesAtLeast = 50

/** The text, form values and annotations of each page in turn, and at the end what could not be read as text. */
export function* readPages(document: PdfDocument, pages: number, allowance: Allowance): Generator<Extract> {
  const { limits } = allowance
  const tally: Tally = { read: 0, withText: 0, pictures: 0, drawings: 0, unknown: 0, failed: 0, skipped: 0 }
  const told = newTold()
  for (let index = 0; index < Math.min(pages, limits.pages); index += 1) {
    if (allowance.characters <= 0) break
    if (performance.now() > allowance.deadline) {
      yield* gapOnce(allowance, 'time_limit', `${pages - index} of ${pages} pages were not read in time`)
      break
    }
    yield* readPage(document, index, tally, told, allowance)
  }
  if (told.hasLaunch) yield* flagOnce(allowance, 'launch_action')
  if (pages > limits.pages) yield* gapOnce(allowance, 'too_many', `more than ${limits.pages} pages`)
  yield* conclude(tally, pages, allowance)
}

function* readPage(
  document: PdfDocument,
  index: number,
  tally: Tally,
  told: Told,
  allowance: Allowance,
): Generator<Extract> {
  const { call } = document.engine
  const page = call.FPDF_LoadPage(document.handle, index)
  tally.read += 1
  if (page === 0) {
    tally.failed += 1
    return
  }
  try {
    yield* readText(document, page, index + 1, tally, allowance)
    yield* readAnnotations(document, page, told, allowance)
  } catch (error) {
    throw document.engine.faultOf(error)
  } finally {
    if (!document.engine.isLost()) call.FPDF_ClosePage(page)
  }
}

function* readText(
  document: PdfDocument,
  page: number,
  number: number,
  tally: Tally,
  allowance: Allowance,
): Generator<Extract> {
  const { call } = document.engine
  const { pagePieces } = allowance.limits
  if (piecesOf(document.engine, page, pagePieces) > pagePieces) {
    tally.skipped += 1
    yield* gapOnce(allowance, 'too_many', `a page drawn from more than ${pagePieces} pieces of text`)
    return
  }
  const textPage = call.FPDFText_LoadPage(page)
  if (textPage === 0) {
    tally.failed += 1
    return
  }
  try {
    const most = Math.min(allowance.limits.segmentCharacters, allowance.characters)
    const { glyphs, unknown, isCut } = readGlyphs(document.engine, textPage, most)
    const text = pageText(glyphs)
    if (unknown > glyphs.length / 2) tally.unknown += 1
    else count(tally, contentOf(document, page, glyphs.length, allowance))
    if (text !== '') tally.withText += 1
    yield* pageSegment(allowance, text, number)
    if (isCut) yield* gapOnce(allowance, 'too_large', 'a page holds more characters than are read')
  } catch (error) {
    throw document.engine.faultOf(error)
  } finally {
    if (!document.engine.isLost()) call.FPDFText_ClosePage(textPage)
  }
}

type Content = 'pictures' | 'drawings' | undefined

function count(tally: Tally, content: Content): void {
  if (content !== undefined) tally[content] += 1
}

/** What a page holds in place of text. Looked at only where there is little text or none. */
function contentOf(document: PdfDocument, page: number, characters: number, allowance: Allowance): Content {
  if (characters >= stampCharacters) return undefined
  const { call } = document.engine
  const objects = Math.min(call.FPDFPage_CountObjects(page), allowance.limits.pagePieces)
  const area = call.FPDF_GetPageWidthF(page) * call.FPDF_GetPageHeightF(page)
  let covered = 0
  for (let index = 0; index < objects; index += 1) {
    const object = call.FPDFPage_GetObject(page, index)
    if (!isPicture(document, object)) continue
    if (characters === 0) return 'pictures'
    covered = Math.max(covered, areaOf(document, object))
  }
  if (covered > coveringShare * area) return 'pictures'
  return characters === 0 && objects >= outlinesAtLeast ? 'drawings' : undefined
}

function isPicture({ engine }: PdfDocument, object: number): boolean {
  return countObjects(engine, object, objectKinds.image, 1, 0) > 0
}

function areaOf({ engine }: PdfDocument, object: number): number {
  const { call, scratch } = engine
  if (call.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return 0
  const bytes = engine.bytes()
  const view = new DataView(bytes.buffer, bytes.byteOffset + scratch, 16)
  const [left, bottom, right, top] = [0, 4, 8, 12].map((at) => view.getFloat32(at, true))
  return Math.abs(((right ?? 0) - (left ?? 0)) * ((top ?? 0) - (bottom ?? 0)))
}

/** Says what of the pages is not in the text. A document without any text is never passed over in silence. */
function* conclude(tally: Tally, pages: number, allowance: Allowance): Generator<Extract> {
  const { pictures, drawings, unknown, failed, skipped, withText, read } = tally
  if (failed > 0) yield* gapOnce(allowance, 'malformed', `${failed} of ${pages} pages cannot be opened`)
  const without = pictures + drawings + unknown
  if (without > 0) {
    const kinds = `${pictures} with pictures, ${drawings} with outlines, ${unknown} in fonts without meaning`
    yield* gapOnce(allowance, 'no_text', `${without} of ${pages} pages have no readable text: ${kinds}`)
  } else if (withText === 0 && read > failed + skipped) yield* gapOnce(allowance, 'no_text', 'no page holds any text')
}
