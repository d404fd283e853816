import type { Frame, Grey } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { type Colour, decodeGrey, enlarged } from './decode.ts'
import { looksLettered, strokesOf } from './lettering.ts'
import { inkOnWhite, underEvenLight } from './light.ts'
import { withMachineLines } from './machine-lines.ts'
import { lettersInRows, lieOf, marksOf, quarterTurnedMark, upsideDownMark } from './marks.ts'
import { cutOut, missedRows, movedTo } from './missed.ts'
import { glance, glancePixels, looksLikePage } from './page-look.ts'
import { combined, type Legible, meanConfidence, pageOf } from './page-words.ts'
import { greyOf, smallGrey } from './pixels.ts'
import { joined, prepared } from './prepare.ts'
import { shownBytes } from './shown.ts'
import { type Arrangement, type OcrLanguage, ocrLanguages, type Recognised, recognise } from './tesseract.ts'
import { upsideDown } from './turn.ts'
import { unwritten } from './unwritten.ts'
import { viewOf } from './view.ts'

/** How a frame is read. */
export interface ReadOptions {
  readonly limits: Limits
  /** `auto` reads pictures that look like pages, `all` every picture. */
  readonly mode: 'auto' | 'all'
  /** ISO 639-1 codes to expect; those without a model are passed over. */
  readonly languages?: readonly string[]
  /** ISO 639-1 of what was read before on other pages of the same item. */
  readonly likely?: string
  /** Whether a face fills the picture: then it is no page and no card, and nothing is read unless everything is. */
  readonly isPortrait?: boolean
  /** ISO 639-1 of a text, from the records room: which language a first reading turned out to be in. */
  languageOf(text: string): string | undefined
}

/** Text read from pixels. */
export interface OcrText {
  readonly text: string
  /** The engine's mean confidence in its letters, 0…1. */
  readonly confidence: number
  /** How sure each word is, in the order of the text. */
  readonly words: readonly Legible[]
  /** Whether the time for a page was up before all of it was read. */
  readonly isCut: boolean
}

/** Pixels of a page's longer side that it is read at: 200 dots an inch of an A4. */
const pagePixels = 2_339
/** In pictures smaller than this nothing is legible. */
const leastPixels = 100
/** Mean confidence below which a reading is taken for the wrong script, or for one that stands on its head. */
const doubtful = 0.6
/** Mean confidence below which words may be scattered over a card or a form. */
const scatteredBelow = 0.6
/** Mean confidence below which small print may be faint or broken. */
const faintBelow = 0.72
/** Pages with fewer letters are cards, tickets and labels, whose words stand anywhere. */
const lettersOfCard = 330
/** Mean confidence below which what was read is no text at all. */
const hopeless = 0.3
const leastOfCard = 0.45
/** Mean confidence from which on a row that was passed over counts. */
const leastOfRow = 0.6
/** Blocks of such rows are numbered from here. */
const blocksOfRows = 20_000
/** Letters and digits in sure words that a reading must have to count as text. */
const leastCharacters = 9

/**
 * The text of a page or of a picture that looks like one; undefined where it looks like none, can't be decoded, or
 * nothing legible is on it.
 * @throws ItemError where a page can't be drawn
 */
export async function readPage(frame: Frame, options: ReadOptions): Promise<OcrText | undefined> {
  const sight = await sightOf(frame, options)
  if (!sight || Math.max(sight.grey.width, sight.grey.height) < leastPixels) return undefined
  const reading = new Reading(options)
  const read = await (frame.isLettered ? reading.readLetters(sight.grey) : reading.read(sight))
  const confidence = sureness(read)
  const isText = confidence >= (sight.isCard ? leastOfCard : hopeless) && legible(read) >= leastCharacters
  return isText ? { ...pageOf(withMachineLines(read.words)), confidence, isCut: read.isCut } : undefined
}

/** What is read, and whether it has but few words, as a card has, anywhere on it. */
interface Sight {
  readonly grey: Grey
  readonly isCard: boolean
}

async function sightOf(frame: Frame, { limits, mode, isPortrait }: ReadOptions): Promise<Sight | undefined> {
  const { source } = frame
  if (source.kind === 'page') {
    const { draw, written } = source
    const grey = await (written ? unwritten(draw, written, pagePixels) : draw(pagePixels))
    return grey && { grey, isCard: false }
  }
  if (source.kind === 'clip') return undefined
  // A portrait is no page either.
  if (mode === 'auto' && isPortrait && !frame.isLettered) return undefined
  const view = await viewOf(frame, limits)
  // Where next to nothing has an edge there is no text, and no need for a finer look.
  const isAsked = mode === 'all' || frame.isLettered
  const isSmooth = view && !isAsked && glance(smallGrey(view.picture, glancePixels)).strokes < leastStrokes / 2
  if (isSmooth) return undefined
  const seen = view && glance(await greyOf(view.picture, glancePixels))
  const isPage = seen !== undefined && looksLikePage(seen)
  if (mode === 'auto' && !isPage) {
    const mayHold = frame.isLettered || (seen?.strokes ?? 0) >= leastStrokes
    if (!view || !mayHold || !(await hasLetters(view.picture, frame))) return undefined
  }
  const bytes = await shownBytes(frame, limits)
  const grey = bytes && (await decodeGrey(bytes, pagePixels, limits))
  if (!grey) return undefined
  if (frame.isLettered) return { grey: await enlarged(strokesOf(grey), letteredPixels), isCard: false }
  return { grey, isCard: mode === 'auto' && !isPage }
}

/** Pixels of the longer side to which a picture with letters drawn into it is enlarged, three times at most. */
const letteredPixels = 2_400
/** Letters in rows from which on a picture that looks like no page may be a card with few words. */
const leastInRows = 7

/** Strokes at a glance without which there is no use in seeking letters: cards with the fewest words had 0.0097. */
const leastStrokes = 0.004

/** Whether a picture that looks like no page has letters drawn into it, or in rows, as cards have on their patterned grounds. */
async function hasLetters(picture: Colour, { isLettered }: Frame): Promise<boolean> {
  const grey = await greyOf(picture, Math.max(picture.width, picture.height))
  if (isLettered) return looksLettered(grey)
  const even = underEvenLight(grey)
  const { letters, isUpended } = lieOf(marksOf(even, inkOnWhite), even.width, even.height)
  if (!isUpended) return lettersInRows(letters) >= leastInRows
  const turned = letters.map(quarterTurnedMark)
  // Letters of a script are level below, not above: of a page on its side it is not known where that is.
  return Math.max(lettersInRows(turned), lettersInRows(turned.map(upsideDownMark))) >= leastInRows
}

/** The tries that are made at one page, as long as its time lasts. */
class Reading {
  readonly #options: ReadOptions
  readonly #deadline: number
  readonly #expected: readonly OcrLanguage[]

  constructor(options: ReadOptions) {
    this.#options = options
    this.#deadline = performance.now() + 1_000 * options.limits.ocrPageSeconds
    this.#expected = (options.languages ?? []).filter(isModelled)
  }

  async read({ grey: raw, isCard }: Sight): Promise<Recognised> {
    const page = await prepared(raw)
    const likely = this.#options.likely
    const first = isModelled(likely) ? likely : (this.#expected[0] ?? 'en')
    let { grey } = page
    let best = await this.#recognise(grey, first)
    if (page.wasUpended || sureness(best) < doubtful) {
      const turned = upsideDown(grey)
      const other = await this.#recognise(turned, first)
      if (legible(other) > legible(best)) [best, grey] = [other, turned]
    }
    if (page.isSmall && sureness(best) < faintBelow) {
      const clear = await joined(grey)
      const other = await this.#recognise(clear, first)
      if (legible(other) > legible(best)) [best, grey] = [other, clear]
    }
    best = await this.#inItsLanguage(grey, first, best)
    if (page.wasUpended && sureness(best) < doubtful && this.#mayBe('ar')) {
      const turned = upsideDown(grey)
      const other = await this.#recognise(turned, 'ar')
      if (legible(other) > legible(best)) [best, grey] = [other, turned]
    }
    if (!isCard && page.letters > lettersOfCard && sureness(best) >= scatteredBelow)
      return this.#withMissed(grey, first, best)
    const scattered = await this.#recognise(grey, first, 'scattered')
    const [most, rest] = legible(scattered) > legible(best) * 1.2 ? [scattered, best] : [best, scattered]
    return { words: combined(most.words, rest.words), isCut: best.isCut }
  }

  /** What was read, and the rows of letters that were passed over, each read as a line of its own. */
  async #withMissed(grey: Grey, first: OcrLanguage, read: Recognised): Promise<Recognised> {
    const told = this.#options.languageOf(pageOf(read.words).text)
    const words = [...read.words]
    for (const [at, row] of missedRows(grey, read.words).entries()) {
      const line = await this.#recognise(cutOut(grey, row), isModelled(told) ? told : first, 'line')
      if (isRow(line)) words.push(...movedTo(row, line.words, blocksOfRows + at))
    }
    return { words, isCut: read.isCut }
  }

  /** Reads letters that were drawn into a picture: they stand upright, and are doubtful anyway. */
  async readLetters(grey: Grey): Promise<Recognised> {
    const first = this.#expected[0] ?? 'en'
    const read = await this.#recognise(grey, first)
    return sureness(read) < doubtful ? read : this.#inItsLanguage(grey, first, read)
  }

  /** Reads again in the language that the text turns out to be in, or in Arabic script where nothing is legible. */
  async #inItsLanguage(grey: Grey, first: OcrLanguage, read: Recognised): Promise<Recognised> {
    const expected = this.#expected
    if (expected.length === 1) return read
    const told = sureness(read) < doubtful ? 'ar' : this.#options.languageOf(pageOf(read.words).text)
    if (!isModelled(told) || told === first || !this.#mayBe(told)) return read
    return better(read, await this.#recognise(grey, told))
  }

  #mayBe(language: OcrLanguage): boolean {
    return this.#expected.length === 0 || this.#expected.includes(language)
  }

  async #recognise(grey: Grey, language: OcrLanguage, arrangement: Arrangement = 'blocks'): Promise<Recognised> {
    const left = this.#deadline - performance.now()
    return left <= 0 ? { words: [], isCut: true } : recognise(grey, language, arrangement, left)
  }
}

function sureness({ words }: Recognised): number {
  return meanConfidence(words)
}

/** How much of a reading is surely text: letters and digits of its words, each as much as it is sure, without guesses. */
function legible({ words }: Recognised): number {
  let sum = 0
  for (const { text, confidence } of words) {
    const letters = confidence >= doubtful ? text.replace(/[^\p{L}\p{N}]/gu, '').length : 0
    if (letters > 1) sum += letters * confidence
  }
  return sum
}

function better(one: Recognised, other: Recognised): Recognised {
  return legible(other) > legible(one) ? other : one
}

/** A number of letters and digits is read without being sure of any; nothing else comes out like one. */
const code = /^#?(?=(?:[^\d]{0,20}\d){4})[\p{Lu}\d][\p{Lu}\d_./-]{6,30}$/u

/** Whether what was read of a row that was passed over is text. */
function isRow(row: Recognised): boolean {
  return (sureness(row) >= leastOfRow && legible(row) > 0) || row.words.some(({ text }) => code.test(text))
}

function isModelled(language: string | undefined): language is OcrLanguage {
  return language !== undefined && Object.hasOwn(ocrLanguages, language)
}
