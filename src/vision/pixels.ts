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

const greys = new WeakMap<Uint8Array, Grey>()

/** A picture in grey (ITU-R BT.601), worked out once for everyone who looks at it. */
export function greyPixels({ width, height, data }: Colour): Grey {
  const known = greys.get(data)
  if (known) return known
  const shades = new Uint8Array(width * height)
  // The shares of red, green and blue in 65,536ths, for whole numbers are quicker.
  for (let at = 0, from = 0; at < shades.length; at += 1, from += 3)
    shades[at] =
      (19_595 * (data[from] ?? 0) + 38_470 * (data[from + 1] ?? 0) + 7_471 * (data[from + 2] ?? 0) + 32_768) >> 16
  const grey = { width, height, data: shades }
  greys.set(data, grey)
  return grey
}

/** A picture in grey, the longer side at most so many pixels. */
export async function greyOf(picture: Colour, longest: number): Promise<Grey> {
  const { width, height, data } = greyPixels(picture)
  if (Math.max(width, height) <= longest) return { width, height, data }
  const sharp = await loadSharp()
  const result = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: longest, height: longest, fit: 'inside' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: result.info.width, height: result.info.height, data: result.data }
}

/** Points a side of each pixel that {@link smallGrey} takes the mean of. */
const points = 2

/** A picture in grey, the longer side at most so many pixels: quick, for what needs no fine edges. */
export function smallGrey(picture: Colour, longest: number): Grey {
  const { width, height, data } = greyPixels(picture)
  const scale = Math.min(1, longest / Math.max(width, height))
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const small = new Uint8Array(size.width * size.height)
  const places = (length: number, of: number) =>
    Uint32Array.from({ length: length * points }, (_, at) => Math.floor(((at + 0.5) * of) / (length * points)))
  const [xs, ys] = [places(size.width, width), places(size.height, height)]
  for (let row = 0, to = 0; row < size.height; row += 1) {
    const [above, below] = [(ys[row * points] ?? 0) * width, (ys[row * points + 1] ?? 0) * width]
    for (let column = 0; column < size.width; column += 1, to += 1) {
      const [left, right] = [xs[column * points] ?? 0, xs[column * points + 1] ?? 0]
      const sum =
        (data[above + left] ?? 0) + (data[above + right] ?? 0) + (data[below + left] ?? 0) + (data[below + right] ?? 0)
      small[to] = (sum + 2) >> 2
    }
  }
  return { ...size, data: small }
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
