import type { Limits } from '../../core/limits.ts'
import type { Reader } from '../../core/reader.ts'
import { encodedBytes } from '../decode.ts'
import { animationOf, decodePage } from '../pixels.ts'
import type { ClipPicture } from './clip-picture.ts'

const longest = 1_920

/**
 * Pictures spread over an animated GIF or WebP, less its first, which is looked at as a still.
 * @returns undefined where nothing here can read it
 */
export async function animationPictures(reader: Reader, limits: Limits): Promise<readonly ClipPicture[] | undefined> {
  const bytes = await encodedBytes(reader, limits)
  const animation = bytes && (await animationOf(bytes, limits))
  if (!bytes || !animation) return undefined
  const { pages, delays } = animation
  const count = Math.min(limits.clipFrames, pages) - 1
  const pictures: ClipPicture[] = []
  for (let index = 1; index <= count; index += 1) {
    const page = Math.round((index * (pages - 1)) / count)
    const picture = await decodePage(bytes, page, longest, limits)
    if (!picture) continue
    const at = delays.slice(0, page).reduce((sum, delay) => sum + delay, 0)
    pictures.push({ at, picture, width: picture.width, height: picture.height })
  }
  return pictures
}
