import { describe, expect, test } from 'vitest'
import { smallGrey } from '../../src/vision/pixels.ts'

const plain = (width: number, height: number, colour: readonly number[]) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3] ?? 0),
})

describe('a small grey picture', () => {
  test.each([
    ['white', [255, 255, 255], 255],
    ['red', [255, 0, 0], 76],
    ['green', [0, 255, 0], 150],
    ['blue', [0, 0, 255], 29],
  ])('of %s has the brightness that eyes see', (_, colour, grey) => {
    expect([...new Set(smallGrey(plain(50, 40, colour), 10).data)]).toEqual([grey])
  })

  test('keeps its shape, and is never larger', () => {
    expect(smallGrey(plain(300, 100, [1, 2, 3]), 30)).toMatchObject({ width: 30, height: 10 })
    expect(smallGrey(plain(20, 10, [1, 2, 3]), 30)).toMatchObject({ width: 20, height: 10 })
    expect(smallGrey(plain(900, 1, [1, 2, 3]), 30)).toMatchObject({ width: 30, height: 1 })
  })

  test('keeps places: left black, right white', () => {
    const half = { width: 8, height: 4, data: Uint8Array.from({ length: 96 }, (_, at) => (at % 24 < 12 ? 0 : 255)) }
    expect([...smallGrey(half, 4).data.subarray(0, 4)]).toEqual([0, 0, 255, 255])
  })
})
