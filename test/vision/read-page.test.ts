import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { ItemError } from '../../src/core/problem.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { languageOf } from '../../src/records/language.ts'
import { decodeGrey } from '../../src/vision/decode.ts'
import { type ReadOptions, readPage } from '../../src/vision/read-page.ts'

const options: ReadOptions = { limits: defaultLimits, mode: 'auto', languageOf }
const sample = (path: string): Uint8Array => readFileSync(new URL(`../../data-samples/dump/${path}`, import.meta.url))
const frameOf = (bytes: Uint8Array): Frame => ({
  what: 'frame',
  place: { unit: 'text', offset: 0 },
  source: { kind: 'encoded', reader: bytesReader(bytes) },
})

describe('reading pages', { timeout: 120_000 }, () => {
  test('a passport: its machine-readable lines come out to the letter', async () => {
    const read = await readPage(frameOf(sample('london/clients/Whitcombe, E (P)/passport.jpg')), options)
    expect(read?.text).toContain('1352763449GBR7909032F2611309')
    expect(read?.confidence).toBeGreaterThan(0.6)
  })

  test('a scanned French invoice: words with their accents', async () => {
    const read = await readPage(frameOf(sample('nice/a_trier/scan0007.jpg')), options)
    expect(read?.text).toMatch(/Facture/i)
    expect(languageOf(read?.text ?? '')).toBe('fr')
    expect(read?.text).toMatch(/[éèêàç]/)
  })

  test('the same pixels give the same text, whatever was read between', async () => {
    const passport = frameOf(sample('london/clients/Whitcombe, E (P)/passport.jpg'))
    const first = await readPage(passport, options)
    await readPage(frameOf(sample('nice/a_trier/scan0007.jpg')), options)
    expect(await readPage(passport, options)).toEqual(first)
  })

  test('a portrait is not read, unless everything is', async () => {
    const page = frameOf(sample('nice/a_trier/scan0007.jpg'))
    expect(await readPage(page, { ...options, isPortrait: true })).toBeUndefined()
    expect((await readPage(page, { ...options, isPortrait: true, mode: 'all' }))?.text).toMatch(/Facture/i)
  })

  test('a photo of a landscape is not read', async () => {
    expect(await readPage(frameOf(sample('nice/marketing/terrasse.jpg')), options)).toBeUndefined()
  })

  test('a drawn page of a document is read without a look, at the resolution asked for', async () => {
    const grey = await decodeGrey(sample('nice/a_trier/scan0007.jpg'), 1_600, defaultLimits)
    const asked: number[] = []
    const draw = (longest: number) => {
      asked.push(longest)
      return grey ?? { width: 1, height: 1, data: new Uint8Array(1) }
    }
    const read = await readPage(
      { what: 'frame', place: { unit: 'page', page: 1, offset: 0 }, source: { kind: 'page', draw } },
      options,
    )
    expect(read?.text).toMatch(/Facture/i)
    expect(asked).toEqual([2_339])
  })

  test('a page that cannot be drawn is a fault of the input', async () => {
    const draw = () => {
      throw new ItemError('malformed', 'the page can not be drawn')
    }
    const frame: Frame = { what: 'frame', place: { unit: 'page', page: 1, offset: 0 }, source: { kind: 'page', draw } }
    await expect(readPage(frame, options)).rejects.toThrow(ItemError)
  })

  test('an empty page holds no text', async () => {
    const blank = await sharp({ create: { width: 800, height: 1_100, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    expect(await readPage(frameOf(blank), { ...options, mode: 'all' })).toBeUndefined()
  })
})

describe('decoding', () => {
  const red = () => sharp({ create: { width: 300, height: 200, channels: 3, background: '#f00' } })

  test.each<[string, () => Promise<Buffer>]>([
    ['JPEG', () => red().jpeg().toBuffer()],
    ['JPEG in CMYK', () => red().toColourspace('cmyk').jpeg().toBuffer()],
    ['progressive JPEG', () => red().jpeg({ progressive: true }).toBuffer()],
    ['PNG of 16 bits', () => red().toColourspace('rgb16').png().toBuffer()],
    ['WebP', () => red().webp().toBuffer()],
    ['TIFF', () => red().tiff().toBuffer()],
    ['GIF', () => red().gif().toBuffer()],
    ['AVIF', () => red().avif().toBuffer()],
  ])('%s gives grey pixels of the asked size', async (_, encode) => {
    const grey = await decodeGrey(await encode(), 150, defaultLimits)
    expect(grey).toMatchObject({ width: 150, height: 100 })
    expect(grey?.data.length).toBe(150 * 100)
  })

  test('turns a picture upright by its own word', async () => {
    expect(
      await decodeGrey(await red().withMetadata({ orientation: 6 }).jpeg().toBuffer(), 300, defaultLimits),
    ).toMatchObject({ width: 200, height: 300 })
  })

  test('a truncated picture is decoded as far as it goes; noise and what is too large are not', async () => {
    const jpeg = await red().jpeg().toBuffer()
    expect(await decodeGrey(jpeg.subarray(0, Math.floor(jpeg.length * 0.8)), 300, defaultLimits)).toMatchObject({
      width: 300,
    })
    expect(await decodeGrey(Buffer.from('no picture at all'), 300, defaultLimits)).toBeUndefined()
    expect(await decodeGrey(jpeg, 300, { ...defaultLimits, picturePixels: 1_000 })).toBeUndefined()
  })
})
