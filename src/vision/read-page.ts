import type { Frame, Grey } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { type Colour, decodeGrey, encodedBytes, enlarged, greyOf } from './decode.ts'
import { looksLettered, strokesOf } from './lettering.ts'
import { glance, glancePixels, looksLikePage } from './page-look.ts'
import { type OcrLanguage, type OcrText, ocrLanguages, recognise } from './tesseract.ts'
import { viewOf } from './view.ts'

/** How a frame is read. */
export interface ReadOptions {
  readonly limits: Limits
  /** `auto` reads pictures that look like pages, `all` every picture. */
  readonly mode: 'auto' | 'all'
  /** ISO 639-1 codes to expect; those without a model are passed over. */
  readonly languages?: readonly string[]
  /** ISO 639-1 of a text, from the records room: which language a first reading turned out to be in. */
  languageOf(text: string): string | undefined
}

/** Pixels of a page's longer side that it is read at: 200 dots an inch of an A4. */
const pagePixels = 2_339
/** Pictures smaller than this are drawn larger first by the engine; below it nothing is legible. */
const leastPixels = 100
/** Mean confidence below which a reading is taken for the wrong script. */
const doubtful = 0.6
/** Mean confidence below which what was read is no text at all. */
const hopeless = 0.3
/** Letters and digits that a reading must have to count as text. */
const leastCharacters = 12

/**
 * The text of a page or of a picture that looks like one; undefined where it looks like none, can't be decoded, or
 * nothing legible is on it.
 * @throws ItemError where a page can't be drawn
 */
export async function readPage(frame: Frame, options: ReadOptions): Promise<OcrText | undefined> {
  const grey = await pixelsOf(frame, options)
  if (!grey || Math.max(grey.width, grey.height) < leastPixels) return undefined
  const read = await readIn(grey, options, frame.isLettered ?? false)
  const isText = read.confidence >= hopeless && read.text.replace(/[^\p{L}\p{N}]/gu, '').length >= leastCharacters
  return isText ? read : undefined
}

async function pixelsOf(frame: Frame, { limits, mode }: ReadOptions): Promise<Grey | undefined> {
  const { source } = frame
  if (source.kind === 'page') return source.draw(pagePixels)
  if (mode === 'auto') {
    const view = await viewOf(frame, limits)
    if (!view) return undefined
    const isPage = looksLikePage(glance(await greyOf(view.picture, glancePixels)))
    if (!isPage && !(frame.isLettered && (await isLettered(view.picture)))) return undefined
  }
  const bytes = await encodedBytes(source.reader, limits)
  const grey = bytes && (await decodeGrey(bytes, pagePixels, limits))
  return grey && frame.isLettered ? enlarged(strokesOf(grey), letteredPixels) : grey
}

/** Pixels of the longer side to which a picture with letters drawn into it is enlarged, three times at most. */
const letteredPixels = 2_400

async function isLettered(picture: Colour): Promise<boolean> {
  return looksLettered(await greyOf(picture, Math.max(picture.width, picture.height)))
}

/** Reads in the likeliest language first; in the one that the text turns out to be in, or in Arabic script, after that: a page that can't be read well may be, letters in a picture are doubtful anyway. */
async function readIn(grey: Grey, options: ReadOptions, isLettered: boolean): Promise<OcrText> {
  const expected = modelled(options.languages)
  const first = await recognise(grey, expected[0] ?? 'en')
  if (expected.length === 1) return first
  const told = first.confidence < doubtful && !isLettered ? 'ar' : options.languageOf(first.text)
  if (!isModelled(told) || told === (expected[0] ?? 'en') || (expected.length > 0 && !expected.includes(told)))
    return first
  const second = await recognise(grey, told)
  return second.confidence >= first.confidence ? second : first
}

function modelled(languages: readonly string[] | undefined): readonly OcrLanguage[] {
  return (languages ?? []).filter(isModelled)
}

function isModelled(language: string | undefined): language is OcrLanguage {
  return language !== undefined && Object.hasOwn(ocrLanguages, language)
}
