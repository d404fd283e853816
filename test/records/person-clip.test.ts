import { describe, expect, test } from 'vitest'
import type { Picture } from '../../src/core/outcome.ts'
import { bodyVideo } from '../../src/records/body-video.ts'
import { classify } from '../../src/records/classify.ts'
import { faceImage } from '../../src/records/face-image.ts'
import { faceVideo } from '../../src/records/face-video.ts'
import { kinds } from '../../src/records/registry.ts'
import { makeSample } from '../../src/records/sample.ts'

const blank = { width: 640, height: 480, exposure: null, hash: null }
const nobody: Picture = { ...blank, frameAt: 0, faces: [], persons: 0, labels: {} }
const close: Picture = { ...nobody, faces: [{ box: [0.3, 0.2, 0.6, 0.6], score: 0.9 }], persons: 1 }
const away: Picture = { ...nobody, persons: 1, labels: { person: 0.7 } }
const hand: Picture = { ...nobody, persons: 1, labels: { hand: 0.55 } }

function sampleOf(pictures: readonly Picture[], medium: 'video' | 'image' = 'video') {
  return makeSample({
    ...{ uri: 'a', mediaType: 'video/mp4', medium, language: undefined, segments: [], metadata: [], flags: [] },
    ...{ pictures: [], fields: [], findings: [] },
    seen: pictures.map((picture, at) => ({ ...picture, frameAt: picture.frameAt === null ? null : at })),
  })
}

describe('videos of persons', () => {
  test.each([
    ['a face in each frame', [close, close, close], 'face_video'],
    ['a face that turns away in some', [close, away, close, away], 'face_video'],
    ['a body without a face', [away, away, nobody], 'body_video'],
    ['a person in one frame', [nobody, away, nobody], 'body_video'],
    ['something round in one frame', [nobody, hand, nobody], 'other'],
    ['hands in some frames', [hand, hand, hand], 'body_video'],
    ['nobody', [nobody, nobody], 'other'],
    ['frames that nobody looked at', [{ ...nobody, faces: null, persons: null }], 'other'],
  ] as const)('%s', (_, frames, kind) => {
    expect(classify(sampleOf(frames), kinds).kind).toBe(kind)
  })

  test('say in how many frames', () => {
    expect(faceVideo.match(sampleOf([close, nobody, close]))?.because).toEqual([
      'a person in 2 of 3 frames',
      'a face in 2',
    ])
    expect(bodyVideo.match(sampleOf([nobody]))).toBeUndefined()
  })

  test('an animated picture is one of them, a still is not', () => {
    const animation = sampleOf([{ ...close, frameAt: null }, close], 'image')
    expect(classify(animation, kinds).kind).toBe('face_video')
    expect(faceImage.match(animation)).toBeUndefined()
    const still = sampleOf([{ ...close, frameAt: null }], 'image')
    expect(classify(still, kinds).kind).toBe('face_image')
  })
})
