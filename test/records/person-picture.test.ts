import { describe, expect, test } from 'vitest'
import type { Flag, Medium } from '../../src/core/content.ts'
import type { Picture } from '../../src/core/outcome.ts'
import type { Sample } from '../../src/core/record.ts'
import { classify } from '../../src/records/classify.ts'
import { kinds } from '../../src/records/registry.ts'
import { makeSample } from '../../src/records/sample.ts'

type Box = readonly [number, number, number, number]

function picture(faces: readonly Box[], persons: number): Picture {
  const seen = faces.map((box) => ({ box, score: 0.9 }))
  return { frameAt: null, width: 1_200, height: 900, faces: seen, persons, exposure: null, labels: {}, hash: null }
}

function sample(seen: readonly Picture[], flags: readonly Flag[] = [], medium: Medium = 'image', text = ''): Sample {
  const read = { what: 'segment', text, place: { unit: 'text', offset: 0 }, origin: 'ocr' } as const
  const nothing = { segments: text === '' ? [] : [read], metadata: [], fields: [], findings: [], pictures: [] }
  return makeSample({ uri: 'a.jpg', mediaType: 'image/jpeg', medium, language: undefined, ...nothing, flags, seen })
}

const portrait: Box = [0.35, 0.25, 0.6, 0.6]
const farAway: Box = [0.48, 0.1, 0.52, 0.17]

describe('pictures of persons', () => {
  test.each([
    ['a large face', [picture([portrait], 1)], 'face_image'],
    ['a small face above a body', [picture([farAway], 1)], 'body_image'],
    ['a large face before a small one', [picture([farAway, portrait], 2)], 'face_image'],
    ['a person without a face', [picture([], 1)], 'body_image'],
    ['nobody', [picture([], 0)], 'other'],
    ['nothing, for nobody looked', [], 'other'],
  ] as const)('%s', (_, seen, kind) => {
    expect(classify(sample(seen), kinds).kind).toBe(kind)
  })

  test.each([
    ['many words are a page with a portrait', 'lorem ipsum dolor amet '.repeat(10), 'other'],
    ['few are a sign beside a person', 'SUMMER SALE', 'face_image'],
  ])('%s', (_, text, kind) => {
    const page: Flag = { what: 'flag', name: 'document_page' }
    expect(classify(sample([picture([portrait], 1)], [page], 'image', text), kinds).kind).toBe(kind)
  })

  test('a face in a frame of something else than a picture says nothing of its kind', () => {
    expect(classify(sample([picture([portrait], 1)], [], 'document'), kinds).kind).toBe('other')
  })

  test('reasons are counts and shares', () => {
    const { because, confidence } = classify(sample([picture([portrait], 2)]), kinds)
    expect(because).toEqual(["a face, 35 % of the picture's height", '2 persons'])
    expect(confidence).toBeGreaterThan(0.85)
  })
})
