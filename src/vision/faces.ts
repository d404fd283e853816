import { type Box, type Found, surest } from './boxes.ts'
import { numbersOf, runModel } from './model.ts'

/** Pixels between neighbouring anchors, anchors at each place, and places a side, of the fine and the coarse map. */
const maps = [
  { scores: 'scores_fine', boxes: 'boxes_fine', stride: 16, anchors: 2, places: 16 },
  { scores: 'scores_coarse', boxes: 'boxes_coarse', stride: 32, anchors: 6, places: 8 },
] as const
/** Numbers of one box in the model's output: centre, size, and six landmarks that are not read. */
const numbersPerBox = 16
/** Faces that overlap more than this are one. */
const mostOverlap = 0.2

/**
 * Human faces in a square of 256 × 256 RGB pixels, surest first, in these pixels.
 * @param leastScore faces below it are left out, 0…1
 * @returns undefined where no model can run
 */
export async function findFaces(square: Uint8Array, leastScore: number): Promise<readonly Found[] | undefined> {
  const outputs = await runModel('faces', square)
  if (!outputs) return undefined
  const leastLogit = Math.log(leastScore / (1 - leastScore))
  const found: Found[] = []
  for (const { scores, boxes, stride, anchors, places } of maps) {
    const logits = numbersOf(outputs, scores)
    const regressions = numbersOf(outputs, boxes)
    for (let at = 0; at < logits.length; at += 1) {
      const logit = logits[at] ?? Number.NEGATIVE_INFINITY
      if (logit < leastLogit) continue
      const cell = Math.floor(at / anchors)
      const x = ((cell % places) + 0.5) * stride
      const y = (Math.floor(cell / places) + 0.5) * stride
      found.push({ box: boxAt(regressions, at, x, y), score: 1 / (1 + Math.exp(-logit)) })
    }
  }
  return surest(found, mostOverlap)
}

function boxAt(regressions: ArrayLike<number>, at: number, x: number, y: number): Box {
  const start = at * numbersPerBox
  const centreX = x + (regressions[start] ?? 0)
  const centreY = y + (regressions[start + 1] ?? 0)
  const halfWidth = (regressions[start + 2] ?? 0) / 2
  const halfHeight = (regressions[start + 3] ?? 0) / 2
  return [centreX - halfWidth, centreY - halfHeight, centreX + halfWidth, centreY + halfHeight]
}
