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
