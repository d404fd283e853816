import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Frame, Grey } from '../../src/core/content.ts'
import { defaultLimits } from '../../src/core/limits.ts'
import { bytesReader } from '../../src/core/reader.ts'
import { languageOf } from '../../src/records/language.ts'
import { Cover } from '../../src/vision/cover.ts'
import { cutOut, missedRows, movedTo } from '../../src/vision/missed.ts'
import { readPage } from '../../src/vision/read-page.ts'
import { unwritten } from '../../src/vision/unwritten.ts'

function painted(width: number, height: number, shade: (x: number, y: number) => number): Grey {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data[y * width + x] = shade(x, y)
  return { width, height, data }
}

/** Two rows of ten blocks as large as letters, at 40 and 140 pixels from the top. */
const rows = painted(300, 200, (x, y) =>
  (Math.abs(y - 47) < 7 || Math.abs(y - 147) < 7) && x >= 40 && x < 180 && x % 14 < 9 ? 20 : 250,
)
const word = (top: number) => ({
  ...{ text: 'letters', confidence: 0.9, block: 1, line: '1', left: 36, top, width: 160, height: 14 },
})

describe('what has been read of a page', () => {
  test('are the middles of marks within its boxes', () => {
    const cover = new Cover(100, 60, [{ left: 20, top: 20, right: 60, bottom: 40 }])
    expect(cover.has({ left: 30, top: 22, right: 38, bottom: 34 })).toBe(true)
    expect(cover.has({ left: 70, top: 22, right: 78, bottom: 34 })).toBe(false)
    expect(cover.has({ left: 30, top: 44, right: 38, bottom: 56 })).toBe(false)
  })

  test('boxes beyond the picture do no harm', () => {
    const cover = new Cover(40, 40, [{ left: -50, top: -50, right: 900, bottom: 10 }])
    expect(cover.has({ left: 10, top: 0, right: 14, bottom: 8 })).toBe(true)
    expect(cover.has({ left: 10, top: 20, right: 14, bottom: 28 })).toBe(false)
  })
})

describe('rows that were passed over', () => {
  test('are those without a word', () => {
    expect(missedRows(rows, [word(140), word(40)])).toEqual([])
    const [row, ...others] = missedRows(rows, [word(140)])
    expect(others).toEqual([])
    expect(row?.top).toBeGreaterThan(30)
    expect(row?.bottom).toBeLessThan(65)
    expect(missedRows(rows, [])).toHaveLength(2)
  })

  test('words of a piece stand where they stand on the page', () => {
    const [row] = missedRows(rows, [word(140)])
    if (!row) throw new Error('no row')
    const piece = cutOut(rows, row)
    const left = piece.data.findIndex((shade) => shade < 100)
    const own = { ...word(0), left: left % piece.width, top: Math.floor(left / piece.width) }
    expect(movedTo(row, [own], 7)).toMatchObject([{ left: 42, top: 41, block: 7 }])
  })

  test('a number in a dashed frame is read', { timeout: 60_000 }, async () => {
    const lines = Array.from(
      { length: 14 },
      (_, at) =>
        `<text x="80" y="${420 + at * 52}" font-size="24">Line ${at} of the bill for the treatment that was agreed upon</text>`,
    )
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1300"><rect width="100%" height="100%" fill="#fff"/><g font-family="DejaVu Sans, Liberation Sans, Arial" fill="#1b1b1b"><text x="80" y="120" font-size="40">Invoice</text><rect x="800" y="70" width="370" height="56" fill="none" stroke="#444" stroke-width="2" stroke-dasharray="6 4"/><text x="812" y="106" font-size="22">Invoice No : BLM20151000</text>${lines.join('')}</g></svg>`
    const reader = bytesReader(await sharp(Buffer.from(svg)).png().toBuffer())
    const frame: Frame = { what: 'frame', place: { unit: 'text', offset: 0 }, source: { kind: 'encoded', reader } }
    const read = await readPage(frame, { limits: defaultLimits, mode: 'auto', languageOf })
    expect(read?.text).toContain('BLM20151000')
  })
})

describe('a page that has text of its own', () => {
  const page = (longest: number): Grey =>
    painted(longest / 2, longest, (x, y) => {
      const [across, down] = [Math.round((x / longest) * 1_400), Math.round((y / longest) * 1_400)]
      return across > 60 && across < 640 && down % 40 < 14 && across % 14 < 9 ? 20 : 250
    })
  /** Boxes over all rows of letters between two heights, as shares. */
  const over = (from: number, to: number) => {
    const boxes: number[] = []
    for (let y = from; y < to; y += 40)
      for (let x = 56; x < 640; x += 14) boxes.push(x / 700, y / 1_400, (x + 9) / 700, (y + 14) / 1_400)
    return Float32Array.from(boxes)
  }

  test('is not read again where its pictures show no letters', async () => {
    expect(await unwritten(page, over(0, 1_400), 700)).toBeUndefined()
  })

  test('is read without its own text where they do', async () => {
    const rest = await unwritten(page, over(0, 720), 1_400)
    expect(rest).toMatchObject({ width: 700, height: 1_400 })
    const dark = (from: number, to: number) => rest?.data.subarray(from * 700, to * 700).some((shade) => shade < 100)
    expect([dark(100, 680), dark(760, 1_400)]).toEqual([false, true])
  })

  test('is read whole where its text is not what is shown', async () => {
    const beside = over(0, 1_400).map((share, at) => (at % 2 === 1 ? share + 18 / 1_400 : share))
    expect(await unwritten(page, beside, 700)).toEqual(page(700))
  })
})
