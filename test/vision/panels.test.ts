import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import { showsBeforeAfter } from '../../src/vision/before-after.ts'
import { drawn, head } from './drawn.ts'
import { frameOf } from './frame-of.ts'

const shows = async (bytes: Uint8Array) => showsBeforeAfter(frameOf(bytes), defaultLimits)

/** A head before a wall, in light from one side, with a lamp and a shelf; `later` has it a little elsewhere, in other light. */
const scene = (x: number, y: number, height: number) =>
  drawn(
    360,
    480,
    `<linearGradient id="wall"><stop offset="0" stop-color="#5f6f7a"/><stop offset="1" stop-color="#c4d0d6"/></linearGradient>
     <rect width="360" height="480" fill="url(#wall)"/><circle cx="60" cy="60" r="40" fill="#ffe9a0"/><rect x="250" y="40" width="110" height="26" fill="#4a3524"/>${head(x, y, height)}`,
    'png',
  )
const before = scene(180, 220, 180)
const later = async () =>
  sharp(await scene(186, 214, 188))
    .linear(1.06, -4)
    .toBuffer()

async function joined(width: number, height: number, parts: readonly (readonly [Uint8Array, number, number])[]) {
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(parts.map(([input, left, top]) => ({ input: Buffer.from(input), left, top })))
    .jpeg({ quality: 85 })
    .toBuffer()
}

describe('before and after', () => {
  test.each<[string, () => Promise<Uint8Array>]>([
    [
      'side by side',
      async () =>
        joined(720, 480, [
          [await before, 0, 0],
          [await later(), 360, 0],
        ]),
    ],
    [
      'with a bar between',
      async () =>
        joined(732, 480, [
          [await before, 0, 0],
          [await later(), 372, 0],
        ]),
    ],
    [
      'one above the other',
      async () =>
        joined(360, 966, [
          [await before, 0, 0],
          [await later(), 0, 486],
        ]),
    ],
    [
      'three times',
      async () =>
        joined(1_080, 480, [
          [await before, 0, 0],
          [await later(), 360, 0],
          [await before, 720, 0],
        ]),
    ],
    [
      'in a grid',
      async () =>
        joined(728, 968, [
          [await before, 0, 0],
          [await later(), 368, 0],
          [await later(), 0, 488],
          [await before, 368, 488],
        ]),
    ],
  ])('the same scene %s is told', async (_, made) => {
    expect(await shows(await made())).toBe(true)
  })

  test.each<[string, () => Promise<Uint8Array>]>([
    ['one picture', async () => before],
    [
      'two different scenes',
      async () =>
        joined(720, 480, [
          [await before, 0, 0],
          [
            await drawn(
              360,
              480,
              '<rect x="20" y="200" width="90" height="260" fill="#821"/><circle cx="270" cy="380" r="70" fill="#eee"/>',
              'png',
            ),
            360,
            0,
          ],
        ]),
    ],
    [
      'the very same picture twice',
      async () =>
        joined(720, 480, [
          [await before, 0, 0],
          [await before, 360, 0],
        ]),
    ],
    [
      'a horizon',
      () =>
        drawn(
          600,
          600,
          '<rect y="300" width="600" height="300" fill="#dcc9a0"/><rect y="200" width="600" height="100" fill="#2a7a8a"/>',
        ),
    ],
    ['two people before one wall', () => drawn(800, 500, head(210, 230, 180) + head(590, 240, 190))],
    [
      'stripes',
      () =>
        drawn(
          600,
          400,
          Array.from({ length: 12 }, (_, at) => `<rect x="${at * 50}" width="25" height="400" fill="#222"/>`).join(''),
        ),
    ],
    ['nothing', () => drawn(600, 400, '')],
    ['a picture of a few pixels', () => drawn(60, 40, head(30, 20, 20))],
    ['what is no picture', async () => new Uint8Array(100)],
  ])('%s is not', async (_, made) => {
    expect(await shows(await made())).toBe(false)
  })
})
