import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/core/limits.ts'
import type { Box } from '../../src/vision/boxes.ts'
import { type Colour, decodeColour } from '../../src/vision/decode.ts'
import { look } from '../../src/vision/look.ts'
import { seekNudity, torsosOf } from '../../src/vision/nudity.ts'
import { likeSkinOf } from '../../src/vision/skin.ts'
import { drawn, head } from './drawn.ts'
import { frameOf } from './frame-of.ts'

const size = { width: 400, height: 600, data: new Uint8Array() }
const face: Box = [150, 100, 250, 200]

async function picture(content: string, width = 400, height = 600): Promise<Colour> {
  const decoded = await decodeColour(await drawn(width, height, content, 'png'), 960, defaultLimits)
  if (!decoded) throw new Error('not decoded')
  return decoded
}

/** A head of the height of {@link face} on a body of one colour, with a trace of shape. */
const figure = (body: string, behind = '') =>
  `${behind}<path d="M90 600 L70 330 Q70 250 170 235 L230 235 Q330 250 330 330 L310 600 Z" fill="${body}"/>
   <path d="M175 190 L175 245 L225 245 L225 190 Z" fill="url(#skin)"/>${head(200, 160, 130)}
   <path d="M90 600 L70 330 Q70 250 170 235 L230 235 Q330 250 330 330 L310 600 Z" fill="${body}"/>`

describe('where clothes would be', () => {
  test('is below the face, as wide as two faces', () => {
    expect(torsosOf(size, [face], [])).toEqual([{ person: [50, 50, 350, 520], face, torso: [100, 260, 300, 520] }])
  })

  test('ends where the person does', () => {
    const [one] = torsosOf(size, [face], [[100, 80, 320, 400]])
    expect(one?.torso).toEqual([100, 260, 300, 400])
  })

  test('is the middle of a body whose face is not seen', () => {
    expect(torsosOf(size, [], [[100, 0, 300, 500]])[0]?.torso).toEqual([130, 0, 270, 500])
  })

  test.each<[string, readonly Box[], readonly Box[]]>([
    ['a portrait that ends at the shoulders', [[100, 380, 300, 580]], []],
    ['a person far away', [], [[0, 0, 40, 90]]],
    ['nobody', [], []],
  ])('is nowhere in the picture of %s', (_, faces, bodies) => {
    expect(torsosOf(size, faces, bodies)).toEqual([])
  })

  test('is asked of three persons at most, the largest first', () => {
    const bodies = [10, 30, 20, 40].map((by, at): Box => [at * 100, 0, at * 100 + 60 + by, 600])
    expect(torsosOf({ ...size, width: 500 }, [], bodies).map(({ person }) => person[0])).toEqual([300, 100, 200])
  })
})

describe('the colour of a face', () => {
  test('is found in what has it, and in nothing else', async () => {
    const bare = await picture(figure('#d9a583'))
    const dressed = await picture(figure('#b08a3a'))
    expect(likeSkinOf(bare, face, [120, 300, 280, 560])).toBeGreaterThan(0.9)
    expect(likeSkinOf(dressed, face, [120, 300, 280, 560])).toBeLessThan(0.1)
  })
})

describe('suspected nudity', { timeout: 120_000 }, () => {
  test.each([
    ['a dressed person', figure('#3b4a66')],
    ['a person in a beige dress', figure('#d2b48c')],
    ['a person in the light of a red lamp', figure('#d9a583', '<rect width="100%" height="100%" fill="#d8a58a"/>')],
  ])('is not told of %s', async (_, content) => {
    expect(await seekNudity(await picture(content), [face], [])).toBeUndefined()
    const seen = await look(frameOf(await drawn(400, 600, content)), { limits: defaultLimits })
    expect(seen?.labels).not.toHaveProperty('nudity')
  })

  test('is not asked for where nobody is seen', async () => {
    expect(await seekNudity(await picture('<rect width="400" height="600" fill="#d9a583"/>'), [], [])).toBeUndefined()
  })
})
