import { describe, expect, test } from 'vitest'
import type { Colour } from '../../src/vision/decode.ts'
import { seekHand } from '../../src/vision/hands.ts'
import { isGrey, skinShare } from '../../src/vision/skin.ts'

type Pixel = readonly [number, number, number]

function plain(left: Pixel, right: Pixel): Colour {
  const data = new Uint8Array(120 * 120 * 3)
  for (let at = 0; at < 120 * 120; at += 1) data.set(at % 120 < 60 ? left : right, at * 3)
  return { width: 120, height: 120, data }
}

const blue: Pixel = [40, 60, 160]

describe('colours of skin', () => {
  test.each([
    ['light', [241, 208, 184], true],
    ['tan', [198, 134, 98], true],
    ['brown', [141, 85, 54], true],
    ['dark', [84, 52, 38], true],
    ['very dark', [58, 49, 42], true],
    ['darkest', [41, 36, 32], true],
    ['dark, in the shade', [38, 26, 21], true],
    ['black', [12, 10, 10], false],
    ['dark grey', [60, 60, 60], false],
    ['dark green', [30, 45, 30], false],
    ['navy', [20, 25, 50], false],
    ['white', [255, 255, 255], false],
    ['grey', [128, 128, 128], false],
    ['grass', [80, 140, 50], false],
    ['sky', [120, 170, 230], false],
    ['signal red', [230, 10, 20], false],
  ] as const)('%s', (_, colour, isSkin) => {
    expect(skinShare(plain(colour, colour), [0, 0, 120, 120])).toBe(isSkin ? 1 : 0)
  })

  test('are counted in the part that was asked for, also beyond the edge', () => {
    const half = plain([198, 134, 98], blue)
    expect(skinShare(half, [0, 0, 120, 120])).toBeCloseTo(0.5, 1)
    expect(skinShare(half, [-40, -40, 50, 50])).toBe(1)
    expect(skinShare(half, [70, 0, 300, 300])).toBe(0)
    expect(skinShare(half, [500, 500, 600, 600])).toBe(0)
  })
})

describe('a picture without colours', () => {
  const grey: Pixel = [90, 90, 90]

  test.each([
    ['greys', plain(grey, [200, 200, 200]), true],
    ['greys as JPEG leaves them', plain([90, 92, 89], [200, 199, 202]), true],
    ['half of it blue', plain(grey, blue), false],
    ['a brown print', plain([120, 90, 60], [200, 170, 140]), false],
  ])('%s', (_, picture, expected) => {
    expect(isGrey(picture)).toBe(expected)
  })
})

describe('hands', () => {
  test('are not seen in plain colours, of skin or not', async () => {
    expect(await seekHand(plain([198, 134, 98], [198, 134, 98]))).toBeUndefined()
    expect(await seekHand(plain([198, 134, 98], blue))).toBeUndefined()
    expect(await seekHand(plain(blue, blue))).toBeUndefined()
  })
})
