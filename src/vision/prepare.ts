import type { Grey } from '../core/content.ts'
import { isInside, type Point, sheetCorners, straightened } from './corners.ts'
import { resized, softened } from './decode.ts'
import { inked, inkOnWhite, inkThreshold, underEvenLight, withoutDarkEdges } from './light.ts'
import { type Lie, lieOf, type Mark, marksOf } from './marks.ts'
import { quarterTurned, tilted } from './turn.ts'

/** A page made ready for the engine. */
export interface Prepared {
  readonly grey: Grey
  /** Whether its lines ran up or down: it may now stand on its head. */
  readonly wasUpended: boolean
  /** Whether its letters were smaller than the engine likes, or broken. */
  readonly isSmall: boolean
  /** Marks on it that are as large as letters. */
  readonly letters: number
}

/** Pixels of the longer side at which the edges of a sheet are looked for. */
const cornerPixels = 320
/** Degrees from which on a page is turned level: the engine copes with less. */
const leastSkew = 0.4
/** Pixels of a small letter that the engine reads best, and the range in which it reads as well. */
const wantedHeight = 21
const smallest = 14
const tallest = 44
const mostEnlarged = 3
/** Pixels of the longer side that a page should have: letters of a small picture have soft edges. */
const leastSide = 1_400
/** Pixels that a page is enlarged to at the most. */
const mostPixels = 16_000_000
/** Specks for each letter from which on a page is noisy. */
const noisy = 6
const marksOfNoise = 4_000
/** Print is darker than this where it was blurred. */
const blurredInk = 215

/** A sheet cut out and straightened, its light made even, its lines level, its letters as large as the engine likes. */
export async function prepared(raw: Grey): Promise<Prepared> {
  let page = lookAt(underEvenLight(raw))
  const sheet = await sheetOf(raw, page)
  if (sheet) page = lookAt(underEvenLight(sheet))
  if (isNoisy(page)) page = lookAt(underEvenLight(await softened(page.grey, 'specks')))
  const wasUpended = page.lie.isUpended
  if (wasUpended) page = lookAt(quarterTurned(page.grey))
  const { lie } = page
  let grey = withoutDarkEdges(page.grey)
  if (Math.abs(lie.skew) >= leastSkew) grey = tilted(grey, -lie.skew)
  const scale = scaleFor(lie, grey)
  const made = { wasUpended, isSmall: lie.height < smallest, letters: lie.letters.length }
  return { ...made, grey: scale === 1 ? grey : await resized(grey, scale) }
}

/** A page with strokes that are faint or made of dots joined to whole ones, and made black. */
export async function joined(page: Grey): Promise<Grey> {
  const soft = lookAt(await softened(page, 'gaps'), blurredInk)
  return inked(soft.grey, inkOf(soft))
}

/** A page, its marks, and how those that are letters lie. */
interface Page {
  readonly grey: Grey
  readonly marks: readonly Mark[]
  readonly lie: Lie
}

function lookAt(grey: Grey, ink = inkOnWhite): Page {
  const marks = marksOf(grey, ink)
  return { grey, marks, lie: lieOf(marks, grey.width, grey.height) }
}

function isNoisy({ lie: { letters }, marks }: Page): boolean {
  return letters.length > 0 && marks.length > noisy * letters.length && marks.length > marksOfNoise
}

/** How much larger or smaller the page should be. */
function scaleFor({ height, letters }: Lie, { width, height: high }: Grey): number {
  if (letters.length === 0) return 1
  const forLetters = height >= smallest && height <= tallest ? 1 : wantedHeight / height
  const forSize = height <= tallest ? leastSide / Math.max(width, high) : forLetters
  const wanted = Math.min(mostEnlarged, Math.max(forLetters, forSize))
  return Math.min(wanted, Math.sqrt(mostPixels / (width * high)))
}

const lettersAsked = 600

/** The grey of the print: the darkest pixel of its letters, in the middle. */
function inkOf({ grey: { width, data }, lie: { letters } }: Page): number {
  const step = Math.max(1, Math.floor(letters.length / lettersAsked))
  const darkest: number[] = []
  for (let at = 0; at < letters.length; at += step) {
    const { left = 0, right = 0, top = 0, bottom = 0 } = letters[at] ?? {}
    let dark = 255
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) dark = Math.min(dark, data[y * width + x] ?? 255)
    }
    darkest.push(dark)
  }
  return darkest.sort((a, b) => a - b)[darkest.length >> 1] ?? 0
}

/** Share of the letters that must lie on a sheet for it to be cut out. */
const onSheet = 0.95

/** The sheet of paper or the card in a photo, seen from straight above; undefined where no edges show. */
async function sheetOf(raw: Grey, { lie: { letters } }: Page): Promise<Grey | undefined> {
  const scale = Math.min(1, cornerPixels / Math.max(raw.width, raw.height))
  const small = await resized(raw, scale)
  const corners = sheetCorners(small, inkThreshold(small))
  if (!corners) return undefined
  const inside = letters.filter(({ left, top }) => isInside(corners, [left * scale, top * scale])).length
  if (inside < onSheet * letters.length) return undefined
  const times = ([x, y]: Point): Point => [(x + 0.5) / scale - 0.5, (y + 0.5) / scale - 0.5]
  const [a, b, c, d] = corners
  return straightened(raw, [times(a), times(b), times(c), times(d)])
}
