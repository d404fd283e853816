import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Grey } from '../core/content.ts'

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

/** Text read from pixels, with the engine's mean confidence in its words, 0…1. */
export interface OcrText {
  readonly text: string
  readonly confidence: number
}

/** What we call of Tesseract's WebAssembly build. */
interface Engine {
  readonly FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void }
  readonly TessBaseAPI: new () => Recogniser
}
interface Recogniser {
  Init(path: null, language: string, mode: number): number
  SetVariable(name: string, value: string): boolean
  SetPageSegMode(mode: number): void
  SetImageFile(exif: number, angle: number, upscale: number): number
  SetSourceResolution(dpi: number): void
  Recognize(monitor: null): number
  GetUTF8Text(): string
  MeanTextConf(): number
  Clear(): void
}
type EngineFactory = (options: {
  readonly wasmBinary: Uint8Array
  print(line: string): void
  printErr(line: string): void
}) => Promise<Engine>

const require = createRequire(import.meta.url)
/** LSTM only (Tesseract's OEM 1); text in blocks, found automatically (PSM 3). */
const lstmOnly = 1
const automatic = 3

let loading: Promise<Engine> | undefined
const recognisers = new Map<OcrLanguage, Recogniser>()

/**
 * Reads text in one language from grey pixels, line by line, in this thread. The engine and each language load once.
 * A wasm fault leaves no engine behind: the next call starts a new one.
 */
export async function recognise(grey: Grey, language: OcrLanguage): Promise<OcrText> {
  loading ??= load()
  const engine = await loading
  try {
    const recogniser = recogniserFor(engine, language)
    engine.FS.writeFile(inputFile, pgm(grey))
    recogniser.SetImageFile(1, 0, 1)
    recogniser.SetSourceResolution(assumedDpi)
    recogniser.Recognize(null)
    const result = { text: recogniser.GetUTF8Text(), confidence: Math.max(0, recogniser.MeanTextConf()) / 100 }
    recogniser.Clear()
    engine.FS.unlink(inputFile)
    return result
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
  recogniser.SetPageSegMode(automatic)
  recognisers.set(language, recogniser)
  return recogniser
}

async function load(): Promise<Engine> {
  const factory: EngineFactory = require('tesseract.js-core/tesseract-core-simd-lstm.js')
  const wasmBinary = readFileSync(require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm'))
  // What the engine prints speaks of the page it reads.
  return factory({ wasmBinary, print() {}, printErr() {} })
}

/** Portable grey map: the plainest thing that the engine reads. */
function pgm({ width, height, data }: Grey): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}
