import { areaOf, type Box, inside } from './boxes.ts'
import { type Colour, stretchedSquare } from './decode.ts'
import { models, numbersOf, runModel } from './model.ts'
import { likeSkinOf, skinShare } from './skin.ts'

/** A person, where it is, and the part of it that clothes would cover. */
export interface Torso {
  readonly person: Box
  readonly torso: Box
  readonly face: Box | undefined
}

/** Where clothes begin and end, in heights of the face's box (brows to chin) below it, and half their width in its widths. */
const chest = { from: 0.6, to: 3.2, half: 1 }
/** Heights of the face that must be seen of it: with less, the picture is a portrait, and bare shoulders tell nothing. */
const leastChest = 1
/** The middle of a body whose face is not seen, as a share of its width: beside it stands the background. */
const middle = 0.7
/** Share of the picture that a person takes who is judged, and how many are: the largest. */
const leastPerson = 0.04
const mostPersons = 3

/** Share of the torso that has a colour of skin, from which on the classifier is asked at all. */
const leastSkin = 0.65
/** Share of the torso that has the colour of this person's face, where it is seen. */
const leastLikeFace = 0.25
/** The picture's edges may have the colour of skin up to this share of the torso's: else it is the light. */
const mostTint = 0.5
/** What the classifier must make of the person, and of the whole picture: porn, hentai and sexy together, 0…1. */
const leastOfPerson = 0.85
const leastOfWhole = 0.75

/**
 * How surely a person in the picture is naked, 0…1, where the share of skin, the part of the body and the classifier
 * agree; undefined where they do not, which proves nothing. Never evidence by itself.
 * @param faces boxes of the faces that were found
 * @param bodies boxes of the persons that were found, as far as bodies were looked for
 */
export async function seekNudity(
  picture: Colour,
  faces: readonly Box[],
  bodies: readonly Box[],
): Promise<number | undefined> {
  const bare = torsosOf(picture, faces, bodies).filter((one) => isBare(picture, one))
  if (bare.length === 0) return undefined
  const whole = await unclothed(picture, [0, 0, picture.width, picture.height])
  if (whole < leastOfWhole) return undefined
  const scores: number[] = []
  for (const { person } of bare) scores.push(await unclothed(picture, person))
  const best = Math.max(...scores)
  return best >= leastOfPerson ? (best + whole) / 2 : undefined
}

/** The torsos of the largest persons: below each face, or the middle of a body whose face is not seen. */
export function torsosOf({ width, height }: Colour, faces: readonly Box[], bodies: readonly Box[]): readonly Torso[] {
  const cut = ([left, top, right, bottom]: Box): Box => [
    Math.max(0, left),
    Math.max(0, top),
    Math.min(width, right),
    Math.min(height, bottom),
  ]
  const isOf = (face: Box, body: Box) => inside(face, body) > 0.6
  const persons = [
    ...bodies.map((body) => ({ person: body, face: faces.find((face) => isOf(face, body)) })),
    ...faces.filter((face) => !bodies.some((body) => isOf(face, body))).map((face) => ({ person: below(face), face })),
  ]
  return persons
    .map(({ person, face }) => ({
      person: cut(person),
      face,
      torso: cut(face ? chestOf(face, person) : middleOf(person)),
    }))
    .filter(({ person }) => areaOf(person) >= leastPerson * width * height)
    .filter(({ torso, face }) => !face || torso[3] - torso[1] >= leastChest * (face[3] - face[1]))
    .toSorted((a, b) => areaOf(b.person) - areaOf(a.person))
    .slice(0, mostPersons)
}

/** Around and below a face whose body was not looked for. */
function below([left, top, right, bottom]: Box): Box {
  const [width, height] = [right - left, bottom - top]
  return [left - width, top - height / 2, right + width, bottom + chest.to * height]
}

function chestOf([left, top, right, bottom]: Box, person: Box): Box {
  const [width, height, x] = [right - left, bottom - top, (left + right) / 2]
  const end = Math.min(person[3], bottom + chest.to * height)
  return [x - chest.half * width, bottom + chest.from * height, x + chest.half * width, end]
}

function middleOf([left, top, right, bottom]: Box): Box {
  const [half, x] = [(middle * (right - left)) / 2, (left + right) / 2]
  return [x - half, top, x + half, bottom]
}

function isBare(picture: Colour, { torso, face }: Torso): boolean {
  const skin = skinShare(picture, torso)
  if (skin < leastSkin || edgeShare(picture) > mostTint * skin) return false
  return !face || likeSkinOf(picture, face, torso) >= leastLikeFace
}

/** Width of the strips at the upper edge and at the sides, as a share of the shorter side, and how far down they reach. */
const strip = 0.06
const stripEnd = 0.6

/** Share of the picture's edges that has a colour of skin: of walls, sand and light. */
function edgeShare(picture: Colour): number {
  const { width, height } = picture
  const thick = Math.max(1, strip * Math.min(width, height))
  const strips: readonly Box[] = [
    [0, 0, width, thick],
    [0, 0, thick, stripEnd * height],
    [width - thick, 0, width, stripEnd * height],
  ]
  const area = strips.reduce((sum, one) => sum + areaOf(one), 0)
  return strips.reduce((sum, one) => sum + areaOf(one) * skinShare(picture, one), 0) / area
}

/** The classifier's classes: drawing, hentai, neutral, porn, sexy. */
const unclothedClasses = [1, 3, 4]

async function unclothed(picture: Colour, part: Box): Promise<number> {
  const outputs = await runModel('nudity', await stretchedSquare(picture, part, models.nudity.side))
  if (!outputs) return 0
  const classes = numbersOf(outputs, 'classes')
  return unclothedClasses.reduce((sum, at) => sum + (classes[at] ?? 0), 0)
}
