import { areaOf, type Box, type Found, inside, overlap, surest } from './boxes.ts'
import { type Colour, type Square, squareOf } from './decode.ts'
import { findFaces } from './faces.ts'
import { models } from './model.ts'
import { type Turn, turned, unturned } from './turn.ts'

const { side } = models.faces

/** Below this score nothing is even looked at again. */
const leastCandidate = 0.3
/** From this score on a face needs no second look. */
const certain = 0.85
/** Candidates that are looked at again in one picture: clutter may have dozens. */
const mostCandidates = 24
/** How much larger than the box the crops of the second look are: a face holds at all distances, a likeness at some. */
const distances = [1.6, 2.2, 3.2]
/** Crops show the same face where they overlap this much. */
const sameFace = 0.25

/** A face that may be one: its first score, and the scores of the second looks where it got them. */
export interface Candidate extends Found {
  readonly again: readonly number[] | undefined
}

/**
 * Everything in the part that may be a face, in pixels of the picture. Undefined where no model can run.
 * @param square the part as the model takes it, where it is there already
 */
export async function seekFaces(
  picture: Colour,
  part: Box,
  square?: Square,
): Promise<readonly Candidate[] | undefined> {
  square ??= await squareOf(picture, part, side)
  const found = await findFaces(square.pixels, leastCandidate)
  if (!found) return undefined
  const candidates: Candidate[] = []
  for (const { box, score } of found.slice(0, mostCandidates)) {
    const placed = square.place(box)
    const again = score >= certain ? undefined : await lookAgain(picture, placed)
    candidates.push({ box: placed, score, again })
  }
  return candidates
}

/** Faces that lie on their side or upside down. */
export async function seekTurnedFaces(picture: Colour, square: Square): Promise<readonly Candidate[]> {
  const candidates: Candidate[] = []
  for (const turn of [1, 3, 2] satisfies Turn[]) {
    const found = await findFaces(turned(square.pixels, side, turn), leastTurned)
    for (const { box, score } of (found ?? []).slice(0, mostTurned)) {
      const placed = square.place(unturned(box, side, turn))
      candidates.push({ box: placed, score, again: await lookAgain(picture, placed, turn) })
    }
  }
  return surest(candidates, sameFace)
}

/** Pictures without a face far outnumber those with one on its side: it must be a likely one. */
const leastTurned = 0.75
const mostTurned = 4

async function lookAgain(picture: Colour, box: Box, turn?: Turn): Promise<readonly number[]> {
  const scores: number[] = []
  for (const distance of distances) {
    const square = await squareOf(picture, around(box, distance), side)
    const pixels = turn === undefined ? square.pixels : turned(square.pixels, side, turn)
    const found = (await findFaces(pixels, leastSeen)) ?? []
    const same = found.filter((one) => {
      const upright = turn === undefined ? one.box : unturned(one.box, side, turn)
      return overlap(square.place(upright), box) > sameFace
    })
    scores.push(Math.max(0, ...same.map(({ score }) => score)))
  }
  return scores
}

const leastSeen = 0.05

/** A square around a box's middle. */
function around([left, top, right, bottom]: Box, times: number): Box {
  const half = (Math.max(right - left, bottom - top) * times) / 2
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return [x - half, y - half, x + half, y + half]
}

/** How sure a candidate is after all looks, 0…1: what it is told with. */
export function sureness({ score, again }: Candidate): number {
  return again ? (score + again.reduce((sum, one) => sum + one, 0)) / (again.length + 1) : score
}

/** Whether anything that is seen around a candidate could make it a face. */
export function mayBeFace(candidate: Candidate): boolean {
  return sureness(candidate) >= 0.5
}

/**
 * Whether a candidate is a face. Tuned on 136 pictures with known faces, 84 of them without any: a face is found again at
 * each distance; knobs, cells and noise are not. A weak one counts where a person is seen around it.
 */
export function isFace(candidate: Candidate, persons: readonly Box[]): boolean {
  const { score, again, box } = candidate
  if (!again) return true
  const mean = again.reduce((sum, one) => sum + one, 0) / again.length
  if (sureness(candidate) >= 0.72) return true
  const isOfPerson = persons.some((person) => inside(box, person) > 0.7 && areaOf(person) > 2 * areaOf(box))
  if (!isOfPerson) return false
  return score >= 0.7 ? mean >= 0.6 : mean >= 0.7 && Math.min(...again) >= 0.6
}
