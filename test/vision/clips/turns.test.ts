import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/core/outcome.ts'
import { isPanorama, isTurntable } from '../../../src/vision/clips/turns.ts'
import type { Colour } from '../../../src/vision/decode.ts'

async function pixels(width: number, height: number, svg: string): Promise<Colour> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`
  return { width, height, data: await sharp(Buffer.from(picture)).removeAlpha().raw().toBuffer() }
}

/** A landscape all around: hills whose left and right ends meet, a plain sky and a plain floor. */
function allAround(width: number, height: number, phase: number): Promise<Colour> {
  const hills = Array.from({ length: width / 8 + 1 }, (_, index) => {
    const turn = (index * 8 * 2 * Math.PI) / width
    return `L ${index * 8} ${height * (0.5 + 0.1 * Math.sin(turn + phase) + 0.05 * Math.sin(3 * turn))}`
  })
  const trees = [0.22, 0.45, 0.7].map(
    (x) =>
      `<rect x="${x * width}" y="${0.4 * height}" width="${0.1 * width}" height="${0.3 * height}" fill="#203818"/>`,
  )
  const floor = `<rect y="${0.9 * height}" width="100%" height="10%" fill="#555"/>`
  return pixels(
    width,
    height,
    `<rect width="100%" height="100%" fill="#9cc4f0"/><path d="M 0 ${height} ${hills.join(' ')} L ${width} ${height} Z" fill="#4a6b2f"/>${trees.join('')}${floor}`,
  )
}

describe('panoramas', () => {
  test('frames twice as wide as high whose sides meet are one', async () => {
    expect(isPanorama([await allAround(1_024, 512, 0), await allAround(1_024, 512, 1)])).toBe(true)
  })

  test('a wide picture whose sides do not meet is none', async () => {
    const wide = '<rect width="50%" height="100%" fill="#222"/><rect x="50%" width="50%" height="100%" fill="#ddd"/>'
    expect(isPanorama([await pixels(1_024, 512, wide)])).toBe(false)
  })

  test('a picture of another shape, and one of a single colour, are none', async () => {
    expect(isPanorama([await allAround(960, 540, 0)])).toBe(false)
    expect(isPanorama([await pixels(1_024, 512, '<rect width="100%" height="100%" fill="#777"/>')])).toBe(false)
    expect(isPanorama([])).toBe(false)
  })
})

const room =
  '<rect width="100%" height="100%" fill="#b8c0c8"/><rect x="20" y="20" width="60" height="90" fill="#807060"/>'
/** A head before a wall, from the front or from behind. */
const turned = (view: 'front' | 'side' | 'back') =>
  pixels(
    320,
    240,
    `${room}<ellipse cx="160" cy="130" rx="70" ry="90" fill="${{ front: '#e0b090', side: '#a07858', back: '#302018' }[view]}"/>`,
  )
const seen = (isFace: boolean, persons = 1): Picture => ({
  frameAt: 0,
  width: 320,
  height: 240,
  faces: isFace ? [{ box: [0.35, 0.2, 0.65, 0.8], score: 0.9 }] : [],
  persons,
  exposure: null,
  hash: null,
  labels: null,
})

describe('turntables', async () => {
  const views = [
    await turned('front'),
    await turned('side'),
    await turned('back'),
    await turned('side'),
    await turned('front'),
  ]
  const faces = [true, true, false, false, true]

  test('one person who turns before a wall is one', () => {
    expect(
      isTurntable(
        views,
        faces.map((isFace) => seen(isFace)),
      ),
    ).toBe(true)
  })

  test.each([
    ['a face that is always seen', faces.map(() => seen(true))],
    ['a face that is never seen', faces.map(() => seen(false))],
    ['two persons', faces.map((isFace) => seen(isFace, 2))],
    ['nobody in some frames', faces.map((isFace, index) => seen(isFace, index === 2 ? 0 : 1))],
  ])('%s is none', (_, pictures) => {
    expect(isTurntable(views, pictures)).toBe(false)
  })

  test('what does not move, and a camera that does, are none', async () => {
    const still = await turned('front')
    const pictures = faces.map((isFace) => seen(isFace))
    expect(
      isTurntable(
        views.map(() => still),
        pictures,
      ),
    ).toBe(false)
    const rooms = ['#ffffff', '#000000', '#ffffff', '#000000', '#ffffff'].map((fill) =>
      pixels(320, 240, `<rect width="100%" height="100%" fill="${fill}"/>`),
    )
    expect(isTurntable(await Promise.all(rooms), pictures)).toBe(false)
  })
})
