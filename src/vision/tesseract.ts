import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Grey } from '../core/content.ts'
import type { Word } from './page-words.ts'

/** Languages with a model, ISO 639-1 to Tesseract's own codes. */
export const ocrLanguages = Object.freeze({
  en: 'eng',
  fr: 'fra',
  de: 'deu',
  es: 'spa',
  it: 'ita',
  pt: 'por',
  nl: 'nld',
  ar: 'ara',
} as const)
export type OcrLanguage = keyof typeof ocrLanguages

/** How the engine looks for text: in blocks and columns; anywhere, one word here and one there; or on a single line. */
export type Arrangement = 'blocks' | 'scattered' | 'line'

/** What was read, in the engine's order. */
export interface Recognised {
  readonly words: readonly Word[]
  /** Whether the time was up before all of it was read. */
  readonly isCut: boolean
}

/** What we call of Tesseract's WebAssembly build. */
interface Engine {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void }
  readonly TessBaseAPI: new () => Recogniser
  _malloc(bytes: number): number
  setValue(address: number, value: number, type: 'i32'): void
}
interface Recogniser {
  Init(path: null, language: string, mode: number): number
  SetVariable(name: string, value: string): boolean
  SetPageSegMode(mode: number): void
  SetImageFile(exif: number, angle: number, upscale: number): number
  SetSourceResolution(dpi: number): void
  Recognize(monitor: number): number
  GetTSVText(page: number): string
  Clear(): void
}
type EngineFactory = (options: {
  readonly wasmBinary: Uint8Array
  print(line: string): void
  printErr(line: string): void
}) => Promise<Engine>

const require = createRequire(import.meta.url)
/** LSTM only (Tesseract's OEM 1). */
const lstmOnly = 1
/** Tesseract's page segmentation modes: automatic, sparse text, and a single line. */
const segmentation: Readonly<Record<Arrangement, number>> = { blocks: 3, scattered: 11, line: 7 }

let loading: Promise<{ readonly engine: Engine; readonly monitor: number }> | undefined
const recognisers = new Map<OcrLanguage, Recogniser>()

/**
 * Reads words in one language from grey pixels, in this thread. The engine and each language load once.
 * A wasm fault leaves no engine behind: the next call starts a new one.
 * @param milliseconds after which the engine stops between two words
 */
export async function recognise(
  grey: Grey,
  language: OcrLanguage,
  arrangement: Arrangement,
  milliseconds: number,
): Promise<Recognised> {
  loading ??= load()
  const { engine, monitor } = await loading
  try {
    const recogniser = recogniserFor(engine, language)
    engine.FS.writeFile(inputFile, pgm(grey))
    recogniser.SetPageSegMode(segmentation[arrangement])
    recogniser.SetImageFile(1, 0, 1)
    recogniser.SetSourceResolution(assumedDpi)
    const deadline = performance.now() + milliseconds
    setDeadline(engine, monitor, deadline)
    recogniser.Recognize(monitor)
    const words = wordsOf(recogniser.GetTSVText(0))
    recogniser.Clear()
    engine.FS.unlink(inputFile)
    return { words, isCut: performance.now() > deadline }
  } catch (error) {
    loading = undefined
    recognisers.clear()
    throw error
  }
}

/** The one name that this build reads its picture from, in its own memory. */
const inputFile = '/input'

/** Files have no say on their resolution: a wrong one makes the engine look for letters of a wrong size. */
const assumedDpi = 200

function recogniserFor(engine: Engine, language: OcrLanguage): Recogniser {
  const known = recognisers.get(language)
  if (known) return known
  const code = ocrLanguages[language]
  engine.FS.writeFile(
    `${code}.traineddata`,
    gunzipSync(readFileSync(require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`))),
  )
  const recogniser = new engine.TessBaseAPI()
  if (recogniser.Init(null, code, lstmOnly) !== 0) throw new Error(`Tesseract has no model for ${code}`)
  recognisers.set(language, recogniser)
  return recogniser
}

async function load() {
  const factory: EngineFactory = require('tesseract.js-core/tesseract-core-simd-lstm.js')
  const wasmBinary = readFileSync(require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm'))
  // What the engine prints speaks of the page it reads.
  const engine = await factory({ wasmBinary, print() {}, printErr() {} })
  const monitor = engine._malloc(monitorBytes)
  for (let at = 0; at < monitorBytes; at += 4) engine.setValue(monitor + at, 0, 'i32')
  return { engine, monitor }
}

// Tesseract's ETEXT_DESC (ocrclass.h) as 32-bit WebAssembly lays it out: counters, four pointers, which stay empty, and
// the time at which to stop, in nanoseconds of the clock behind performance.now(). The build offers no setter.
const monitorBytes = 40
const endTimeAt = 24

function setDeadline(engine: Engine, monitor: number, deadline: number): void {
  const nanoseconds = Math.ceil(deadline * 1e6)
  engine.setValue(monitor + endTimeAt, (nanoseconds % 2 ** 32) | 0, 'i32')
  engine.setValue(monitor + endTimeAt + 4, Math.floor(nanoseconds / 2 ** 32), 'i32')
}

/** Columns of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const wordLevel = 5

function wordsOf(table: string): Word[] {
  const words: Word[] = []
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level = 0, , block = 0, paragraph = 0, line = 0, , left = 0, top = 0, width = 0, height = 0, sure = 0] =
      cells.slice(0, 11).map(Number)
    const text = cells.slice(11).join(' ').trim()
    if (level !== wordLevel || text === '') continue
    const confidence = Math.min(1, Math.max(0, sure / 100))
    words.push({ text, confidence, block, line: `${block}.${paragraph}.${line}`, left, top, width, height })
  }
  return words
}

/** Portable grey map: the plainest thing that the engine reads. */
function pgm({ width, height, data }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
