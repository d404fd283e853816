import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Grey } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { isInside, sheetCorners, straightened } from '../../src/vision/corners.ts'
import { underEvenLight, withoutDarkEdges } from '../../src/vision/light.ts'
import { lettersInRows, lieOf, marksOf } from '../../src/vision/marks.ts'
import { combined, meanConfidence, pageOf, type Word } from '../../src/vision/page-words.ts'
import { readPage } from '../../src/vision/read-page.ts'
import { quarterTurned, tilted, upsideDown } from '../../src/vision/turn.ts'

function painted(width: number, height: number, shade: (x: number, y: number) => number): Grey {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data[y * width + x] = shade(x, y)
  return { width, height, data }
}

/** White paper with lines of dark blocks as large as letters. */
const lines = painted(600, 400, (x, y) =>
  x > 40 && x < 560 && y > 40 && y < 360 && y % 30 < 14 && x % 14 < 9 ? 20 : 250,
)
const at = (grey: Grey, x: number, y: number) => grey.data[y * grey.width + x]

describe('the light of a page', () => {
  test('a shadow goes, print stays', () => {
    const shadow = painted(600, 400, (x, y) => ((lines.data[y * 600 + x] ?? 0) * (40 + (60 * x) / 600)) / 100)
    const even = underEvenLight(shadow)
    expect(at(even, 20, 20)).toBeGreaterThan(230)
    expect(at(even, 580, 380)).toBeGreaterThan(230)
    expect(at(even, 60, 68)).toBeLessThan(60)
  })

  test('white paper stays as it is', () => {
    expect(underEvenLight(painted(64, 64, () => 250))).toEqual(painted(64, 64, () => 250))
  })

  test('dark ground around the sheet goes, a dark card stays', () => {
    const sheet = painted(100, 100, (x, y) => (x > 10 && x < 90 && y > 10 && y < 90 ? 240 : 5))
    expect(at(withoutDarkEdges(sheet), 2, 2)).toBe(255)
    const dark = painted(100, 100, () => 30)
    expect(withoutDarkEdges(dark)).toBe(dark)
  })
})

describe('how print lies', () => {
  const lie = (grey: Grey) => lieOf(marksOf(grey, 128), grey.width, grey.height)

  test('level lines of letters', () => {
    const { skew, isUpended, letters, height } = lie(lines)
    expect([skew, isUpended, height]).toEqual([0, false, 14])
    expect(letters.length).toBeGreaterThan(300)
  })

  test.each([-8, -3, 2, 6])('turned by %i°', (degrees) => {
    expect(Math.abs(lie(tilted(lines, degrees)).skew - degrees)).toBeLessThan(0.6)
  })

  test('lines that run down the page', () => {
    const down = painted(400, 600, (x, y) =>
      y > 40 && y < 560 && x > 40 && x < 360 && x % 40 < 12 && y % 13 < 9 ? 20 : 250,
    )
    expect(lie(down).isUpended).toBe(true)
    expect(lie(quarterTurned(down)).isUpended).toBe(false)
  })

  test('letters in rows are told from scattered marks', () => {
    expect(lettersInRows(marksOf(lines, 128))).toBeGreaterThan(200)
    const scattered = painted(600, 400, (x, y) => (((x >> 4) * 7919 + (y >> 4) * 104_729) % 17 === 0 ? 20 : 250))
    expect(lettersInRows(marksOf(scattered, 128))).toBeLessThan(7)
  })

  test('turning twice is no turn', () => {
    expect(upsideDown(upsideDown(lines))).toEqual(lines)
    expect(quarterTurned(quarterTurned(quarterTurned(quarterTurned(lines))))).toEqual(lines)
  })
})

describe('a sheet in a photo', () => {
  const corners = [
    [40, 30],
    [260, 50],
    [280, 210],
    [20, 190],
  ] as const
  const photo = painted(320, 240, (x, y) => (isInside(corners, [x, y]) ? 230 : 40))

  test('is found by its corners', () => {
    const found = sheetCorners(photo, 128)
    expect(found).toBeDefined()
    found?.forEach(([x, y], index) => {
      expect(Math.hypot(x - (corners[index]?.[0] ?? 0), y - (corners[index]?.[1] ?? 0))).toBeLessThan(4)
    })
  })

  test('is seen from above: nothing of the ground is left', () => {
    const { data, width, height } = straightened(photo, corners)
    const dark = data.filter((shade) => shade < 128).length
    expect(dark / (width * height)).toBeLessThan(0.02)
  })

  test.each<[string, Grey]>([
    ['a sheet that fills the picture', painted(320, 240, () => 230)],
    ['a round plate', painted(320, 240, (x, y) => ((x - 160) ** 2 + (y - 120) ** 2 < 10_000 ? 230 : 40))],
    ['a note on a table', painted(320, 240, (x, y) => (x > 100 && x < 160 && y > 100 && y < 150 ? 230 : 40))],
  ])('%s is not cut out', (_, grey) => {
    expect(sheetCorners(grey, 128)).toBeUndefined()
  })
})

describe('words of a page', () => {
  let made = 0
  const word = (text: string, left: number, top: number, block = 1, line = `${top}`): Word => {
    made += 1
    return { text, confidence: 0.9, block, line: `${block}.${line}`, left, top, width: text.length * 10, height: 20 }
  }

  test('lines of two blocks that stand beside each other are one', () => {
    const words = [word('Total', 0, 0, 1), word('Tax', 0, 30, 1), word('12.00', 300, 2, 2), word('2.00', 300, 31, 2)]
    expect(pageOf(words).text).toBe('Total        12.00\nTax        2.00')
    expect(made).toBe(4)
  })

  test('columns of running text are read one after the other', () => {
    const prose = (left: number, block: number, said: string) =>
      [0, 30, 60, 90].flatMap((top) =>
        [...Array(5).keys()].map((at) => word(`${said}${at}`, left + at * 40, top, block, `${top}`)),
      )
    const { text } = pageOf([...prose(0, 1, 'a'), ...prose(400, 2, 'b')])
    expect(text.indexOf('b0')).toBeGreaterThan(text.lastIndexOf('a4'))
  })

  test('Arabic rows go from right to left', () => {
    const words = [word('المبلغ', 300, 0, 1), word('120', 0, 0, 2)]
    expect(pageOf(words).text).toBe('المبلغ        120')
  })

  test('each word has its place and how sure it is', () => {
    const { text, words } = pageOf([word('one', 0, 0), word('two', 40, 0)])
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['one', 'two'])
    expect(meanConfidence([word('one', 0, 0)])).toBeCloseTo(0.9)
    expect(pageOf([])).toEqual({ text: '', words: [] })
  })

  test('another reading adds only what the first has not', () => {
    const both = combined([word('one', 0, 0)], [word('0ne', 2, 1), word('two', 200, 0)])
    expect(both.map(({ text }) => text)).toEqual(['one', 'two'])
  })
})

describe('reading pages as they lie', { timeout: 120_000 }, () => {
  const sentences = [
    'The quick brown fox jumps over the lazy dog near the river',
    'Consultation and X-ray of the left knee, two sessions planned',
    'Please transfer the amount within thirty days of this letter',
    'Our practice is closed on public holidays and in late August',
    'Questions about your treatment are answered every morning',
    'Bring your insurance card and the results of the laboratory',
  ]
  const page = async (): Promise<Buffer> => {
    const rows = sentences.map((text, row) => `<text x="90" y="${140 + row * 60}" font-size="30">${text}</text>`)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="620"><rect width="100%" height="100%" fill="#fff"/><g font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif">${rows.join('')}</g></svg>`
    return sharp(Buffer.from(svg)).png().toBuffer()
  }
  const accuracy = async (bytes: Buffer): Promise<number> => {
    const reader = { size: bytes.length, read: async (from: number, to: number) => bytes.subarray(from, from + to) }
    const source = { kind: 'encoded' as const, reader }
    const options = { limits: defaultLimits, mode: 'all' as const, languageOf: () => 'en' }
    const read = await readPage({ what: 'frame', place: { unit: 'text', offset: 0 }, source }, options)
    const words = sentences.join(' ').split(' ')
    return words.filter((word) => read?.text.includes(word)).length / words.length
  }

  test.each<[string, (bytes: Buffer) => Promise<Buffer>]>([
    ['as it is', async (bytes) => bytes],
    ['turned by 90°', (bytes) => sharp(bytes).rotate(90).png().toBuffer()],
    ['turned by 180°', (bytes) => sharp(bytes).rotate(180).png().toBuffer()],
    ['turned by 270°', (bytes) => sharp(bytes).rotate(270).png().toBuffer()],
    ['skewed', (bytes) => sharp(bytes).rotate(6, { background: '#fff' }).png().toBuffer()],
    ['small', (bytes) => sharp(bytes).resize({ width: 560 }).png().toBuffer()],
    [
      'on a dark desk',
      (bytes) =>
        sharp(bytes)
          .rotate(4, { background: '#333' })
          .extend({ top: 120, bottom: 90, left: 100, right: 160, background: '#333' })
          .png()
          .toBuffer(),
    ],
  ])('%s: nine words in ten', async (_, change) => {
    expect(await accuracy(await change(await page()))).toBeGreaterThan(0.9)
  })
})
