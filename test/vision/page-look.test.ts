import { describe, expect, test } from 'vitest'
import type { Grey } from '../../src/core/content.ts'
import { glance, looksLikePage } from '../../src/vision/page-look.ts'

/** A picture painted dot by dot. */
function painted(width: number, height: number, shade: (x: number, y: number) => number): Grey {
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data[y * width + x] = shade(x, y)
  return { width, height, data }
}

/** Paper with lines of dark strokes, `pitch` pixels apart. */
const page = (pitch: number, ink = 30) =>
  painted(452, 640, (x, y) =>
    x > 40 && x < 410 && y > 40 && y < 600 && y % pitch < pitch / 3 && x % 7 < 3 ? ink : 245,
  )

describe('a picture that looks like a page', () => {
  test.each<[string, Grey]>([
    ['a page of text', page(14)],
    ['a page with few lines', page(40)],
    ['a page of pale print', page(14, 180)],
  ])('%s', (_, grey) => {
    expect(looksLikePage(glance(grey))).toBe(true)
  })

  test.each<[string, Grey]>([
    ['blank paper', painted(452, 640, () => 250)],
    ['a soft gradient', painted(640, 480, (x, y) => ((x + y) % 256) & 0xf8)],
    ['noise', painted(640, 480, (x, y) => (x * 7919 + y * 104_729 + x * y * 31) % 256)],
    ['a dark disc on light ground', painted(640, 640, (x, y) => ((x - 320) ** 2 + (y - 320) ** 2 < 40_000 ? 60 : 200))],
    ['upright bars', painted(640, 480, (x) => (x % 40 < 20 ? 20 : 230))],
  ])('not %s', (_, grey) => {
    expect(looksLikePage(glance(grey))).toBe(false)
  })

  test('counts lines of text', () => {
    expect(glance(page(20)).lines).toBe(28)
    expect(glance(painted(10, 10, () => 0))).toMatchObject({ lines: 0, strokes: 0, paper: 1 })
  })
})
