import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Grey } from '../../src/core/content.ts'
import { looksLettered, strokesOf } from '../../src/vision/lettering.ts'

async function drawn(inside: string, background = 0): Promise<Grey> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">${inside}</svg>`
  const { data, info } = await sharp({
    create: { width: 400, height: 300, channels: 3, background: { r: background, g: background, b: background } },
  })
    .composite([{ input: Buffer.from(picture) }])
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = data.filter((_, at) => at % info.channels === 0)
  return { width: info.width, height: info.height, data: grey }
}

const words = (colour: string) =>
  `<text x="10" y="20" font-family="monospace" font-size="14" fill="${colour}">ROE JANE 1961-02-04 F</text>`
const tissue = '<circle cx="200" cy="180" r="90" fill="#777"/><circle cx="220" cy="190" r="40" fill="#ccc"/>'

describe('letters drawn into a picture', () => {
  test('are seen beside what the picture shows', async () => {
    expect(looksLettered(await drawn(`${tissue}${words('#fff')}`))).toBe(true)
    expect(looksLettered(await drawn(words('#000'), 220))).toBe(true)
  })

  test('are not seen in tissue, in noise, or in nothing', async () => {
    expect(looksLettered(await drawn(tissue))).toBe(false)
    expect(looksLettered(await drawn(''))).toBe(false)
    const noise = Uint8Array.from({ length: 400 * 300 }, (_, at) => (Math.imul(at, 2_654_435_761) >>> 24) & 255)
    expect(looksLettered({ width: 400, height: 300, data: noise })).toBe(false)
  })
})

describe('strokes', () => {
  test('stay dark on white, and areas go, in dark pictures and in bright ones', async () => {
    for (const [colour, background] of [
      ['#fff', 0],
      ['#000', 220],
    ] as const) {
      const { width, data } = strokesOf(await drawn(`${tissue}${words(colour)}`, background))
      const line = data.subarray(width * 8, width * 22)
      expect(Math.min(...line)).toBeLessThan(80)
      // In the middle of the lighter circle.
      expect(data[190 * width + 220]).toBeGreaterThan(240)
    }
  })
})
