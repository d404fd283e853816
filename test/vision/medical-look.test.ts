import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import { decodeColour } from '../../src/vision/decode.ts'
import { look } from '../../src/vision/look.ts'
import { medicalLook } from '../../src/vision/medical-look.ts'
import { drawn, head } from './drawn.ts'
import { frameOf } from './frame-of.ts'

const eye = (fill: string, behind = '#000') =>
  `<rect width="100%" height="100%" fill="${behind}"/><circle cx="300" cy="300" r="285" fill="${fill}"/>
   <circle cx="390" cy="290" r="38" fill="#f4c878"/><path d="M390 290 Q250 200 150 330 M390 290 Q280 400 170 430 M390 290 Q460 160 520 210" stroke="#7c1f10" stroke-width="7" fill="none"/>`
const slice = (rx: number, ry: number, fill = '#777') =>
  `<rect width="100%" height="100%" fill="#000"/><ellipse cx="300" cy="300" rx="${rx}" ry="${ry}" fill="#d8d8d8"/>
   <ellipse cx="300" cy="300" rx="${rx * 0.9}" ry="${ry * 0.92}" fill="${fill}"/><ellipse cx="250" cy="280" rx="40" ry="90" fill="#3c3c3c"/><ellipse cx="350" cy="280" rx="40" ry="90" fill="#3c3c3c"/>`

/** Blots of stains on bare ground, the same all over. */
function tissue(stains: readonly string[], width = 600): string {
  let seed = 7
  const next = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % most
  }
  const blots = Array.from({ length: 2_600 }, (_, at) => {
    const [x, y, r] = [next(width), next(600), 4 + next(5)]
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="${stains[at % stains.length]}"/>`
  })
  return `<rect width="100%" height="100%" fill="#f4eef2"/>${blots.join('')}`
}

const lookOf = async (content: string) => {
  const picture = await decodeColour(await drawn(600, 600, content, 'png'), 960, defaultLimits)
  return picture && medicalLook(picture)
}

describe('pictures that look medical', () => {
  test.each([
    ['the back of an eye', eye('#c8501e'), 'fundus'],
    ['a slice through a head', slice(190, 250), 'tomogram'],
    ['stained tissue', tissue(['#b06aa8', '#7a4a9a', '#d88ab8']), 'histology'],
    ['tissue in brown and blue', tissue(['#a06a3a', '#8a94c0', '#c09060']), 'histology'],
  ])('%s', async (_, content, expected) => {
    expect(await lookOf(content)).toBe(expected)
  })

  test.each([
    ['an orange on white', eye('#e07a1e', '#fff')],
    ['a blue planet', eye('#2a5a9a')],
    ['a full moon', slice(280, 280)],
    [
      'white words on black',
      '<rect width="100%" height="100%" fill="#000"/><text x="60" y="300" font-size="120" fill="#fff">WORDS</text>',
    ],
    ['confetti in one corner', `${tissue(['#b06aa8', '#7a4a9a'], 300)}`],
    ['a person in grey', head(300, 260, 260)],
    ['nothing', ''],
    ['black', '<rect width="100%" height="100%" fill="#000"/>'],
  ])('not %s', async (_, content) => {
    expect(await lookOf(content)).toBeUndefined()
  })

  test('the label stands among the others, and only where no person is', async () => {
    const seen = await look(frameOf(await drawn(600, 600, eye('#c8501e'))), { limits: defaultLimits })
    expect(seen).toMatchObject({ persons: 0, labels: { fundus: 0.8 } })
    const grey = await sharp(await drawn(600, 800, head(300, 330, 300)))
      .greyscale()
      .png()
      .toBuffer()
    expect(Object.keys((await look(frameOf(grey), { limits: defaultLimits }))?.labels ?? {})).toEqual([])
  })
})
