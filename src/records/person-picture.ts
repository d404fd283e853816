import type { Segment } from '../core/content.ts'
import type { Picture } from '../core/outcome.ts'
import type { Match, Sample } from '../core/record.ts'

/**
 * How many times a face fits between its brows and the lower edge of the picture, from which on the picture rather shows
 * a body: that many boxes, from the brows to the chin, reach from the head to the knees.
 */
const boxesToTheKnees = 7.4
const steepness = 1.2
/** How sure it is that a picture shows a person, by what was found in it. */
const confidenceOfPerson = 0.8
/** How much of that is left where the picture is of a page or a card that shows one. */
const shareOfPages = 0.45
/** From so many words on, what is written in a picture of a person makes it a page: a sign or a shirt has fewer. */
const wordsOfPages = 12

/** Whether a still rather shows a face or a body, where it shows a person at all. */
export function matchPerson({ seen, medium, flags, segments }: Sample, subject: 'face' | 'body'): Match | undefined {
  // What moves is a clip.
  if (medium !== 'image' || seen?.some(({ frameAt }) => frameAt !== null)) return undefined
  const still = seen?.find(({ frameAt }) => frameAt === null)
  if (!still || (still.persons ?? 0) === 0) return undefined
  const isPage = flags.some(({ name }) => name === 'document_page') && wordsRead(segments) >= wordsOfPages
  const best = Math.max(0, ...(still.faces ?? []).map(({ score }) => score))
  const isPerson = Math.max(confidenceOfPerson, best) * (isPage ? shareOfPages : 1)
  const bodyShare = bodyLikelihood(still)
  const confidence = isPerson * (subject === 'body' ? bodyShare : 1 - bodyShare)
  if (confidence < leastConfidence) return undefined
  return { confidence: Math.round(confidence * 1_000) / 1_000, because: reasons(still, isPage) }
}

const leastConfidence = 0.2

/** Words read from the picture, as far as they decide. */
function wordsRead(segments: readonly Segment[]): number {
  let words = 0
  for (const { origin, text } of segments) {
    if (origin !== 'ocr') continue
    for (const _ of text.slice(0, charactersRead).matchAll(/\p{L}{3,40}/gu)) words += 1
  }
  return words
}

const charactersRead = 2_000

/** 0…1, by the largest face: the farther the picture reaches below it, the more of the body there is to see. */
export function bodyLikelihood({ faces }: Picture): number {
  const largest = (faces ?? []).toSorted((a, b) => heightOf(b.box) - heightOf(a.box))[0]
  if (!largest) return 1
  const room = (1 - largest.box[1]) / Math.max(heightOf(largest.box), 0.001)
  return 1 / (1 + Math.exp(-steepness * (room - boxesToTheKnees)))
}

function heightOf([, top, , bottom]: readonly [number, number, number, number]): number {
  return bottom - top
}

function reasons({ faces, persons }: Picture, isPage: boolean): readonly string[] {
  const count = faces?.length ?? 0
  const largest = Math.max(0, ...(faces ?? []).map(({ box }) => heightOf(box)))
  return [
    count === 0
      ? 'no face'
      : `${count === 1 ? 'a face' : `${count} faces`}, ${Math.round(100 * largest)} % of the picture's height`,
    persons === 1 ? 'a person' : `${persons} persons`,
    ...(isPage ? ['against: a page of text'] : []),
  ]
}
