import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import { type Colour, decodeColour } from '../../src/vision/decode.ts'
import { pictureHash } from '../../src/vision/hash.ts'
import { drawn, head } from './drawn.ts'

async function hashOf(bytes: Uint8Array): Promise<string> {
  const picture = await decodeColour(bytes, 960, defaultLimits)
  const hash = picture && pictureHash(picture)
  if (!hash) throw new Error('no hash')
  return hash
}

function differing(one: string, other: string): number {
  return (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll('0', '').length
}

const scene = drawn(900, 700, `<circle cx="700" cy="150" r="90" fill="#f6e27a"/>${head(330, 330, 260)}`, 'png')

describe('the hash of a picture', () => {
  test('has 64 bits, half of them set', async () => {
    const hash = await hashOf(await scene)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(differing(hash, '0'.repeat(16))).toBe(31)
  })

  test.each<[string, (picture: Sharp) => Sharp]>([
    ['half as large', (picture) => picture.resize({ width: 450 })],
    ['a JPEG of low quality', (picture) => picture.jpeg({ quality: 30 })],
    ['brighter', (picture) => picture.linear(1.1, 12)],
    ['grey', (picture) => picture.greyscale()],
    ['cut by a hundredth', (picture) => picture.extract({ left: 5, top: 4, width: 890, height: 692 })],
  ])('is nearly the same for the picture %s', async (_, change) => {
    const changed = await change(sharp(await scene)).toBuffer()
    expect(differing(await hashOf(await scene), await hashOf(changed))).toBeLessThanOrEqual(6)
  })

  test.each<[string, () => Promise<Uint8Array>]>([
    ['another scene', () => drawn(900, 700, '<rect x="80" y="300" width="500" height="380" fill="#a33"/>')],
    ['the same head elsewhere', () => drawn(900, 700, head(620, 400, 200))],
    [
      'the picture mirrored',
      async () =>
        sharp(await scene)
          .flop()
          .toBuffer(),
    ],
    [
      'the picture turned',
      async () =>
        sharp(await scene)
          .rotate(90)
          .toBuffer(),
    ],
  ])('is another for %s', async (_, other) => {
    expect(differing(await hashOf(await scene), await hashOf(await other()))).toBeGreaterThan(6)
  })

  test('is none for a picture of one shade', () => {
    const plain: Colour = { width: 50, height: 40, data: new Uint8Array(50 * 40 * 3).fill(200) }
    expect(pictureHash(plain)).toBeNull()
  })
})
