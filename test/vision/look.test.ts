import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../src/core/content.ts'
import { defaultLimits, type Limits } from '../../src/core/limits.ts'
import type { Picture } from '../../src/core/outcome.ts'
import { look } from '../../src/vision/look.ts'
import { drawn, head } from './drawn.ts'
import { frameOf } from './frame-of.ts'

const seen = (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<Picture | undefined> =>
  look(frameOf(bytes), { limits: { ...defaultLimits, ...limits } })

/** Middles of the faces' boxes, as shares of width and height. */
function middles(picture: Picture | undefined): readonly (readonly [number, number])[] {
  return (picture?.faces ?? []).map(({ box: [left, top, right, bottom] }) => [(left + right) / 2, (top + bottom) / 2])
}

function expectAt(picture: Picture | undefined, wanted: readonly (readonly [number, number])[]): void {
  const found = middles(picture)
  expect(found).toHaveLength(wanted.length)
  for (const [x, y] of wanted) {
    expect(found.some((one) => Math.abs(one[0] - x) < 0.08 && Math.abs(one[1] - y) < 0.08)).toBe(true)
  }
}

const portrait = drawn(640, 800, head(320, 330, 300))

describe('looking at stills', { timeout: 120_000 }, () => {
  test('a face is found where it is', async () => {
    const picture = await seen(await portrait)
    expectAt(picture, [[0.5, 0.46]])
    expect(picture).toMatchObject({ frameAt: null, width: 640, height: 800, persons: 1 })
    expect(picture?.exposure).toBeGreaterThan(0.05)
    expect(picture?.exposure).toBeLessThan(0.8)
  })

  test('several faces are counted', async () => {
    const three = head(300, 400, 260) + head(800, 420, 220) + head(1300, 400, 260)
    const picture = await seen(await drawn(1600, 900, three))
    expectAt(picture, [
      [0.19, 0.5],
      [0.5, 0.5],
      [0.81, 0.5],
    ])
    expect(picture?.persons).toBe(3)
  })

  test('a face of 70 pixels is found in a picture of 3,000', async () => {
    expectAt(await seen(await drawn(3_000, 2_000, head(1_500, 900, 70))), [[0.5, 0.45]])
  })

  test.each([
    [90, 0.54, 0.5],
    [180, 0.5, 0.54],
    [270, 0.46, 0.5],
  ])('a face turned by %i° without a word about it is found', async (angle, x, y) => {
    const turned = await sharp(await portrait)
      .rotate(angle)
      .jpeg()
      .toBuffer()
    expectAt(await seen(turned), [[x, y]])
  })

  test('orientation is obeyed: size and boxes are upright', async () => {
    const turned = await sharp(await portrait)
      .rotate(270)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const picture = await seen(turned)
    expect(picture).toMatchObject({ width: 640, height: 800 })
    expectAt(picture, [[0.5, 0.46]])
  })

  test.each([
    [
      'CMYK',
      async () =>
        sharp(await portrait)
          .toColourspace('cmyk')
          .jpeg()
          .toBuffer(),
    ],
    [
      'grey',
      async () =>
        sharp(await portrait)
          .greyscale()
          .png()
          .toBuffer(),
    ],
    [
      'sixteen bits',
      async () =>
        sharp(await portrait)
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
    ],
    [
      'transparent',
      async () =>
        sharp(await portrait)
          .ensureAlpha(0.9)
          .webp()
          .toBuffer(),
    ],
    [
      'progressive',
      async () =>
        sharp(await portrait)
          .jpeg({ progressive: true })
          .toBuffer(),
    ],
    [
      'TIFF',
      async () =>
        sharp(await portrait)
          .tiff()
          .toBuffer(),
    ],
    [
      'AVIF',
      async () =>
        sharp(await portrait)
          .avif({ effort: 0 })
          .toBuffer(),
    ],
    [
      'GIF',
      async () =>
        sharp(await portrait)
          .gif()
          .toBuffer(),
    ],
  ])('a face is found in a picture that is %s', async (_, made) => {
    expectAt(await seen(await made()), [[0.5, 0.46]])
  })

  test.each([
    ['nothing', ''],
    [
      'a smiley',
      '<circle cx="300" cy="300" r="200" fill="#ffd83b"/><circle cx="230" cy="250" r="25"/><circle cx="370" cy="250" r="25"/><path d="M200 360 Q300 460 400 360" stroke="#000" stroke-width="14" fill="none"/>',
    ],
    [
      'a house with windows',
      '<rect x="100" y="200" width="400" height="300" fill="#caa"/><rect x="160" y="260" width="80" height="80" fill="#335"/><rect x="360" y="260" width="80" height="80" fill="#335"/><rect x="260" y="380" width="80" height="120" fill="#532"/>',
    ],
    [
      'a page',
      Array.from({ length: 20 }, (_, line) => `<rect x="60" y="${60 + line * 24}" width="440" height="8"/>`).join(''),
    ],
  ])('no face and no person in %s', async (_, content) => {
    expect(await seen(await drawn(600, 600, content))).toMatchObject({ faces: [], persons: 0 })
  })

  test('no face in noise', async () => {
    const noise = Uint8Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 2_654_435_761) >>> 24)
    const png = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
      .png()
      .toBuffer()
    expect(await seen(png)).toMatchObject({ faces: [], persons: 0 })
  })

  test('the same picture is seen the same, whatever was seen between', async () => {
    const first = await seen(await portrait)
    await seen(await drawn(600, 600, ''))
    expect(await seen(await portrait)).toEqual(first)
  })

  test('a picture that breaks off is seen as far as it goes', async () => {
    const bytes = await portrait
    expectAt(await seen(bytes.subarray(0, Math.floor(bytes.length * 0.9))), [[0.5, 0.46]])
  })

  test('what can’t be decoded, is beyond a limit, or is a page, is not seen', async () => {
    const bytes = await portrait
    const random = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 251)
    expect(await seen(random)).toBeUndefined()
    expect(await seen(new Uint8Array())).toBeUndefined()
    expect(await seen(bytes, { pictureBytes: bytes.length - 1 })).toBeUndefined()
    expect(await seen(bytes, { pictureBytes: bytes.length })).toBeDefined()
    expect(await seen(bytes, { picturePixels: 640 * 800 - 1 })).toBeUndefined()
    const draw = () => ({ width: 1, height: 1, data: Uint8Array.of(0) })
    const page: Frame = { ...frameOf(bytes), source: { kind: 'page', draw } }
    expect(await look(page, { limits: defaultLimits })).toBeUndefined()
  })

  test.each(['png', 'jpeg'] as const)('any part of a %s ends in an answer', async (format) => {
    const bytes = await drawn(200, 200, head(100, 90, 80), format)
    for (let part = 0; part < 10; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 10))
      const picture = await seen(cut)
      expect(picture === undefined || picture.width === 200).toBe(true)
    }
  })
})

interface Labelled {
  readonly path: string
  readonly labels: { readonly face_count?: number; readonly person_visible?: boolean; readonly clothing?: string }
}
const corpus = new URL('../../../shared/corpus/', import.meta.url)
const manifest = new URL('images/manifest.jsonl', corpus)

describe.skipIf(!existsSync(manifest))('looking at the development corpus (needs it)', { timeout: 300_000 }, () => {
  test('counts the faces of 96 % of the pictures', async () => {
    const lines = readFileSync(manifest, 'utf8').split('\n').filter(Boolean)
    const labelled = lines
      .map((line): Labelled => JSON.parse(line))
      .filter(({ labels }) => labels.face_count !== undefined)
    const wrong: string[] = []
    for (const { path, labels } of labelled) {
      const picture = await seen(readFileSync(new URL(path, corpus)))
      if (picture?.faces?.length !== labels.face_count) wrong.push(path)
    }
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(0.04 * labelled.length)
  })

  test('suspects nudity in 2 % of the clothed at most, and in some who wear little', async () => {
    const lines = readFileSync(manifest, 'utf8').split('\n').filter(Boolean)
    const suspected = { clothed: 0, swimwear: 0 }
    const pictures = { clothed: 0, swimwear: 0 }
    for (const { path, labels } of lines.map((line): Labelled => JSON.parse(line))) {
      const { clothing } = labels
      if (clothing !== 'clothed' && clothing !== 'swimwear') continue
      pictures[clothing] += 1
      const picture = await seen(readFileSync(new URL(path, corpus)))
      if (picture?.labels?.nudity !== undefined) suspected[clothing] += 1
    }
    expect(suspected.clothed).toBeLessThanOrEqual(0.02 * pictures.clothed)
    expect(suspected.swimwear).toBeGreaterThan(0)
  })
})
