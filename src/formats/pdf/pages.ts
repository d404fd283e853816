import type { Extract } from '../../core/content.ts'
import { type Allowance, flagOnce, gapOnce, pageSegment } from './allowance.ts'
import { newTold, readAnnotations, type Told } from './annotations.ts'
import type { PdfDocument } from './document.ts'
import { drawPage, placesOf } from './draw.ts'
import { looksEnciphered } from './enciphered.ts'
import { readGlyphs } from './glyphs.ts'
import { countObjects, objectKinds, piecesOf } from './objects.ts'
import { pageText } from './page-text.ts'

/** What became of the pages. */
interface Tally {
  read: number
  withText: number
  /** Pages that are handed over to be read from their pixels. */
  shown: number
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
  const tally: Tally = { read: 0, withText: 0, shown: 0, failed: 0, skipped: 0 }
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
    const isMeaningless = unknown > glyphs.length / 2 || looksEnciphered(text)
    if (text !== '') tally.withText += 1
    yield* pageSegment(allowance, text, number)
    if (isCut) yield* gapOnce(allowance, 'too_large', 'a page holds more characters than are read')
    const place = { unit: 'page', page: number, offset: [...text].length } as const
    const draw = (longest: number) => drawPage(document, page, longest)
    if (isMeaningless || holdsUnread(document, page, glyphs.length, allowance)) {
      tally.shown += 1
      yield { what: 'frame', place, source: { kind: 'page', draw } }
    } else if (!isCut && hasLargePicture(document, page)) {
      const written = placesOf(document, page, glyphs)
      yield { what: 'frame', place, source: { kind: 'page', draw, written } }
    }
  } catch (error) {
    throw document.engine.faultOf(error)
  } finally {
    if (!document.engine.isLost()) call.FPDFText_ClosePage(textPage)
  }
}

/** Whether a page holds a picture or outlines in place of text. Looked at only where there is little text or none. */
function holdsUnread(document: PdfDocument, page: number, characters: number, allowance: Allowance): boolean {
  if (characters >= stampCharacters) return false
  const { call } = document.engine
  const objects = Math.min(call.FPDFPage_CountObjects(page), allowance.limits.pagePieces)
  const area = call.FPDF_GetPageWidthF(page) * call.FPDF_GetPageHeightF(page)
  let covered = 0
  for (let index = 0; index < objects; index += 1) {
    const object = call.FPDFPage_GetObject(page, index)
    if (!isPicture(document, object)) continue
    if (characters === 0) return true
    covered = Math.max(covered, areaOf(document, object))
  }
  return covered > coveringShare * area || (characters === 0 && objects >= outlinesAtLeast)
}

/** Share of a page from which on a picture may show a page of its own, a card or a letterhead. */
const largeShare = 0.12
/** Objects among which such a picture is looked for. */
const objectsAsked = 2_000

function hasLargePicture(document: PdfDocument, page: number): boolean {
  const { call } = document.engine
  const area = call.FPDF_GetPageWidthF(page) * call.FPDF_GetPageHeightF(page)
  const objects = Math.min(call.FPDFPage_CountObjects(page), objectsAsked)
  for (let index = 0; index < objects; index += 1) {
    const object = call.FPDFPage_GetObject(page, index)
    if (isPicture(document, object) && areaOf(document, object) > largeShare * area) return true
  }
  return false
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
  const { shown, failed, skipped, withText, read } = tally
  if (failed > 0) yield* gapOnce(allowance, 'malformed', `${failed} of ${pages} pages cannot be opened`)
  if (withText === 0 && shown === 0 && read > failed + skipped)
    yield* gapOnce(allowance, 'no_text', 'no page holds any text')
}
