import type { Grey } from '../core/content.ts'
import { Cover } from './cover.ts'
import { inkOnWhite, underEvenLight } from './light.ts'
import { lettersInRows, lettersOf, type Mark, marksOf } from './marks.ts'

/** Pixels of the longer side of a page that is looked at: small letters are then five pixels high. */
const lookPixels = 1_400
/** Letters in rows, beside the text that a page has, from which on its pictures are worth reading. */
const leastLetters = 60
/** Share of the signs of the page's text that must lie on ink, for that text to be what is shown. */
const leastShown = 0.8

/**
 * A page that has text and a large picture, with its text wiped away, where the picture shows more letters; the whole
 * page where its text is not what is shown. Undefined where there is nothing more to read.
 * @param written left, top, right and bottom of each sign of the text, as shares of the page
 * @param pixels of the longer side of the result
 */
export async function unwritten(
  draw: (longest: number) => Grey | Promise<Grey>,
  written: Float32Array,
  pixels: number,
): Promise<Grey | undefined> {
  const small = underEvenLight(await draw(lookPixels))
  const boxes = [...boxesOf(written, small)]
  const cover = new Cover(small.width, small.height, boxes)
  const letters = lettersOf(marksOf(small, inkOnWhite), small.width, small.height)
  const shown = boxes.length === 0 ? 1 : boxes.filter((box) => hasInk(small, box)).length / boxes.length
  const others = shown < leastShown ? letters : letters.filter((letter) => !cover.has(letter))
  if (lettersInRows(others) < leastLetters) return undefined
  const page = await draw(pixels)
  return shown < leastShown ? page : wiped(page, boxesOf(written, page))
}

function* boxesOf(written: Float32Array, { width, height }: Grey): Generator<Mark> {
  for (let at = 0; at + 3 < written.length; at += 4) {
    const [left = 0, top = 0, right = 0, bottom = 0] = written.subarray(at, at + 4)
    yield {
      left: Math.max(0, Math.floor(left * width)),
      top: Math.max(0, Math.floor(top * height)),
      right: Math.min(width, Math.ceil(right * width)),
      bottom: Math.min(height, Math.ceil(bottom * height)),
    }
  }
}

function hasInk({ width, data }: Grey, { left, top, right, bottom }: Mark): boolean {
  for (let y = top; y < bottom; y += 1) {
    for (let at = y * width + left; at < y * width + right; at += 1) if ((data[at] ?? 255) <= inkOnWhite) return true
  }
  return false
}

function wiped({ width, height, data }: Grey, boxes: Iterable<Mark>): Grey {
  const result = Uint8Array.from(data)
  for (const { left, top, right, bottom } of boxes) {
    for (let y = top; y < bottom; y += 1)
      result.fill(255, y * width + left, Math.max(y * width + left, y * width + right))
  }
  return { width, height, data: result }
}
