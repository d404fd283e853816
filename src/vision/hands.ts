import type { Box } from './boxes.ts'
import { type Colour, squareOf } from './decode.ts'
import { models, numbersOf, runModel } from './model.ts'
import { skinShare } from './skin.ts'
import { type Turn, turned, unturned } from './turn.ts'

const { side } = models.hands
/** Places a side of the model's maps. */
const maps = [40, 20, 10, 5, 3]
/** Anchors at each place, and classes of each: none, hand, fist, pinch, point, face, tip of a finger, pinching tips. */
const anchors = 6
const classes = 8
/** Open hands, pinches and pointing: what the model takes for fists and tips is often just round. */
const shapes = [1, 3, 4]

/** Below this share of skin there is no hand worth a model's time. */
const leastSkin = 0.02
const leastScore = 0.4
/** A hand that points to the side or down must be likelier: three looks more are three chances more to be wrong. */
const leastTurned = 0.72
/** Skin around the place of the best score: a square of so much of the longer side. */
const spot = 0.12
const leastSkinAtSpot = 0.7
/** Sides of the crops of the second look, as shares of the longer side. */
const closer = [0.6, 0.8]

/**
 * How surely a hand is the subject of a picture in which no person was found, 0…1; undefined where none is. Its shape must
 * be seen twice, at two scales, and where it is seen there must be skin. It may point up, to a side or down.
 */
export async function seekHand(picture: Colour): Promise<number | undefined> {
  const whole: Box = [0, 0, picture.width, picture.height]
  if (skinShare(picture, whole) < leastSkin) return undefined
  const upright = await seekOne(picture, whole)
  if (upright !== undefined) return upright
  for (const turn of [1, 3, 2] satisfies Turn[]) {
    const sure = await seekOne(picture, whole, turn)
    if (sure !== undefined && sure >= leastTurned) return sure
  }
  return undefined
}

async function seekOne(picture: Colour, whole: Box, turn?: Turn): Promise<number | undefined> {
  const { width, height } = picture
  const first = await likeliest(picture, whole, turn)
  if (!first || first.score < leastScore) return undefined
  const longest = Math.max(width, height)
  if (skinShare(picture, around(first.x, first.y, spot * longest)) < leastSkinAtSpot) return undefined
  let again = 0
  for (const share of closer) {
    const second = await likeliest(picture, around(first.x, first.y, share * longest), turn)
    again = Math.max(again, second?.score ?? 0)
  }
  return again >= leastScore ? (first.score + again) / 2 : undefined
}

function around(x: number, y: number, width: number): Box {
  return [x - width / 2, y - width / 2, x + width / 2, y + width / 2]
}

interface Place {
  readonly score: number
  /** In pixels of the picture. */
  readonly x: number
  readonly y: number
}

async function likeliest(picture: Colour, part: Box, turn?: Turn): Promise<Place | undefined> {
  const square = await squareOf(picture, part, side)
  const outputs = await runModel('hands', turn === undefined ? square.pixels : turned(square.pixels, side, turn))
  if (!outputs) return undefined
  let best = { logit: Number.NEGATIVE_INFINITY, x: 0, y: 0 }
  for (const places of maps) {
    const logits = numbersOf(outputs, `logits_${places}`)
    for (let anchor = 0; anchor < anchors; anchor += 1) {
      for (const shape of shapes) {
        const start = (anchor * classes + shape) * places * places
        for (let at = 0; at < places * places; at += 1) {
          const logit = logits[start + at] ?? best.logit
          if (logit <= best.logit) continue
          const [column, row] = [at % places, Math.floor(at / places)]
          best = { logit, x: ((column + 0.5) * side) / places, y: ((row + 0.5) * side) / places }
        }
      }
    }
  }
  const spotted: Box = [best.x, best.y, best.x, best.y]
  const [x, y] = square.place(turn === undefined ? spotted : unturned(spotted, side, turn))
  return { score: 1 / (1 + Math.exp(-best.logit)), x, y }
}
