import type { Grey } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { asColour, type Colour, loadSharp } from './decode.ts'

/** A picture, the longer side at most so many pixels: itself where it is small enough. */
export async function smaller(picture: Colour, longest: number): Promise<Colour> {
  const { width, height, data } = picture
  if (Math.max(width, height) <= longest) return picture
  const sharp = await loadSharp()
  const result = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ width: longest, height: longest, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: result.info.width, height: result.info.height, data: result.data }
}

/** Points a side of each pixel that {@link smallGrey} takes the mean of. */
const points = 2

/** A picture in grey (ITU-R BT.601), the longer side at most so many pixels: quick, for what needs no fine edges. */
export function smallGrey({ width, height, data }: Colour, longest: number): Grey {
  const scale = Math.min(1, longest / Math.max(width, height))
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const greys = new Uint8Array(size.width * size.height)
  const xs = Uint32Array.from(
    { length: size.width * points },
    (_, at) => 3 * Math.floor(((at + 0.5) * width) / (size.width * points)),
  )
  for (let row = 0; row < size.height; row += 1)
    for (let column = 0; column < size.width; column += 1) {
      let sum = 0
      for (let down = 0; down < points; down += 1) {
        const line = Math.floor(((row * points + down + 0.5) * height) / (size.height * points)) * width * 3
        for (let across = 0; across < points; across += 1) {
          const at = line + (xs[column * points + across] ?? 0)
          sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
        }
      }
      greys[row * size.width + column] = Math.round(sum / points ** 2)
    }
  return { ...size, data: greys }
}

/** A picture of four bytes a pixel, of which the last is left out: turned clockwise, its longer side at most so long. */
export async function turnedColour(
  { width, height, data }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  degrees: number,
  longest: number,
): Promise<Colour> {
  const sharp = await loadSharp()
  const result = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .rotate(degrees)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: result.info.width, height: result.info.height, data: result.data }
}

/** Pixels as a decoder of ours gives them, row by row. */
export interface RawPixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
}

/** Pixels as a JPEG of high quality, on white where they are transparent, the longer side at most so long. */
export async function jpegOf({ data, width, height, channels }: RawPixels, longest: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return sharp(data, { raw: { width, height, channels } })
    .flatten({ background: '#ffffff' })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

/** How many pictures a file holds, and how long each is shown, in seconds. */
export interface Animation {
  readonly pages: number
  readonly delays: readonly number[]
}

/** What a GIF or WebP says of its animation; undefined where nothing here can read it. */
export async function animationOf(bytes: Uint8Array, limits: Limits): Promise<Animation | undefined> {
  const sharp = await loadSharp()
  try {
    const { pages = 1, delay = [] } = await sharp(bytes, { limitInputPixels: limits.picturePixels }).metadata()
    return { pages, delays: delay.map((milliseconds) => milliseconds / 1_000) }
  } catch {
    // What libvips can't read stays a picture that nobody looked at.
    return undefined
  }
}

/** One picture of an animation, as it is shown; as `decodeColour`. */
export async function decodePage(
  bytes: Uint8Array,
  page: number,
  longest: number,
  limits: Limits,
): Promise<Colour | undefined> {
  const sharp = await loadSharp()
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'none',
      limitInputPixels: limits.picturePixels,
      page,
      pages: 1,
    })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return asColour(data, info)
  } catch {
    // A broken picture of an animation is left out.
    return undefined
  }
}
