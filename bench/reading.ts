/**
 * How fast pages are read, in one thread: from pixels beside the bare engine, from PDF beside `pdftotext` where it is
 * installed. `npm run bench:reading`, and part of `npm run bench`.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { defaultLimits } from '../src/core/limits.ts'
import { bytesReader } from '../src/core/reader.ts'
import { openHead } from '../src/formats/head.ts'
import { pdf } from '../src/formats/pdf.ts'
import { languageOf } from '../src/records/language.ts'
import { decodeGrey } from '../src/vision/decode.ts'
import { readPage } from '../src/vision/read-page.ts'
import { type OcrLanguage, ocrLanguages, recognise } from '../src/vision/tesseract.ts'
import { drawn, texts } from './pages.ts'

/** Pixels of the longer side that pages are read at. */
const pagePixels = 2_339
const rounds = 2

/** Prints how fast pages are read. */
export async function reading(): Promise<void> {
  await pixels()
  await portable()
}

/** Pages in eight languages, each full of text: all that is done to a page, beside one call of the engine that knows the language. */
async function pixels(): Promise<void> {
  const pages = await Promise.all(
    Object.entries(texts).map(async ([language, text]) => ({
      language: language as OcrLanguage,
      bytes: await drawn(`${text} `.repeat(4).trim()),
    })),
  )
  const whole = async () => {
    for (const { bytes } of pages) {
      const source = { kind: 'encoded' as const, reader: bytesReader(bytes) }
      const frame = { what: 'frame' as const, place: { unit: 'text' as const, offset: 0 }, source }
      await readPage(frame, { limits: defaultLimits, mode: 'auto', languageOf })
    }
  }
  const bare = async () => {
    for (const { bytes, language } of pages) {
      const grey = await decodeGrey(bytes, pagePixels, defaultLimits)
      if (grey) await recognise(grey, language, 'blocks', 60_000)
    }
  }
  await bare()
  const [ours, engine] = [await seconds(whole), await seconds(bare)]
  const perMinute = (time: number) => ((60 * rounds * pages.length) / time).toFixed(1)
  console.log(
    `\nOCR, one worker, pages of ${Object.keys(ocrLanguages).length} languages that are not told: ${perMinute(ours)} pages a minute; the bare engine, told the language, ${perMinute(engine)}; ratio ${(engine / ours).toFixed(2)}`,
  )
}

/** The same made-up documents through the PDF format and through `pdftotext -layout`. */
async function portable(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'leaksift-reading-'))
  try {
    for (const [name, files, pages] of [
      ['short documents', 60, 2],
      ['long documents', 2, 200],
    ] as const) {
      const bytes = await Promise.all(Array.from({ length: files }, (_, at) => madeUp(at, pages)))
      bytes.forEach((one, at) => {
        writeFileSync(join(folder, `${at}.pdf`), one)
      })
      const read = async () => {
        for (const one of bytes) await readPdf(one)
      }
      await read()
      const ours = await seconds(read)
      const theirs = await pdftotext(bytes.map((_, at) => join(folder, `${at}.pdf`)))
      const rate = (time: number) => `${Math.round((rounds * files * pages) / time).toLocaleString('en')} pages/s`
      const beside =
        theirs === undefined
          ? 'pdftotext is not installed'
          : `pdftotext -layout, a process for each, ${rate(theirs)}; ratio ${(theirs / ours).toFixed(2)}`
      console.log(`PDF text, one thread, ${files} ${name} of ${pages} pages: ${rate(ours)}; ${beside}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function readPdf(bytes: Uint8Array): Promise<number> {
  const reader = bytesReader(bytes)
  const context = { limits: defaultLimits, mediaType: 'application/pdf', head: await openHead(reader) }
  let characters = 0
  for await (const part of pdf.read(reader, context)) if (part.what === 'segment') characters += part.text.length
  return characters
}

/** An invoice with a table on each page. */
async function madeUp(number: number, pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([595, 842])
    const put = (x: number, y: number, text: string) => sheet.drawText(text, { x, y, size: 10, font })
    put(50, 790, 'Atelier Blanc SARL')
    put(380, 790, `Facture n° ${number}-${page}`)
    for (let row = 0; row < 40; row += 1) {
      put(50, 740 - row * 15, `Séance ${row + 1} : détartrage et contrôle annuel`)
      put(330, 740 - row * 15, String(1 + (row % 3)))
      put(460, 740 - row * 15, `${40 + row},${10 + ((row * 7) % 90)} EUR`)
    }
    put(50, 80, 'Total TTC')
    put(460, 80, `${number + page},00 EUR`)
  }
  return document.save()
}

async function pdftotext(files: readonly string[]): Promise<number | undefined> {
  const read = () => {
    for (const file of files) execFileSync('pdftotext', ['-layout', file, '-'], { maxBuffer: 2 ** 28 })
  }
  try {
    return await seconds(async () => read())
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Seconds that some rounds of it take. */
async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  for (let round = 0; round < rounds; round += 1) await work()
  return (performance.now() - started) / 1_000
}

if (import.meta.main) await reading()
