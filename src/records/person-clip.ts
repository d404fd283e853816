import type { Picture } from '../core/outcome.ts'
import type { Match, Sample } from '../core/record.ts'
import { bodyLikelihood } from './person-picture.ts'

/** How sure it is that a frame shows a person: of one that was barely found, and of a hand as its share of the score. */
const leastOfPerson = 0.45
const shareOfHand = 0.6
const leastConfidence = 0.2

/** Whether the frames of a clip, or of an animated picture, rather show faces or bodies, where they show a person at all. */
export function matchPersonInClip({ seen, medium }: Sample, subject: 'face' | 'body'): Match | undefined {
  const frames = framesOf(seen ?? [], medium)
  const shown = frames.filter(({ persons }) => (persons ?? 0) > 0)
  if (shown.length === 0) return undefined
  const isPerson = 1 - shown.reduce((doubt, frame) => doubt * (1 - sureness(frame)), 1)
  const faces = shown.filter(({ faces }) => (faces?.length ?? 0) > 0)
  // A face that is turned away in some frames is the subject all the same.
  const bodyShare = mean((faces.length * 2 >= shown.length ? faces : shown).map(bodyLikelihood))
  const confidence = isPerson * (subject === 'body' ? bodyShare : 1 - bodyShare)
  if (confidence < leastConfidence) return undefined
  return { confidence: Math.round(confidence * 1_000) / 1_000, because: reasons(frames.length, shown.length, faces) }
}

/** Stills of an image count with its frames, where it has frames. */
function framesOf(seen: readonly Picture[], medium: Sample['medium']): readonly Picture[] {
  const hasFrames = seen.some(({ frameAt }) => frameAt !== null)
  return hasFrames && (medium === 'video' || medium === 'image') ? seen : []
}

/** A person without a face counts by its score, from a likely one on; a hand alone is easily seen in anything round. */
function sureness({ faces, labels }: Picture): number {
  const body = labels?.person === undefined ? 0 : leastOfPerson + (1 - leastOfPerson) * labels.person
  const hand = shareOfHand * (labels?.hand ?? 0)
  return Math.max(body, hand, ...(faces ?? []).map(({ score }) => score))
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
}

function reasons(frames: number, shown: number, faces: readonly Picture[]): readonly string[] {
  return [`a person in ${shown} of ${frames} frames`, faces.length === 0 ? 'no face' : `a face in ${faces.length}`]
}
