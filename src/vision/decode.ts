import type { OutputInfo, Sharp, SharpOptions } from 'sharp'
import type { Grey } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import type { Reader } from '../core/reader.ts'
import type { Box } from './boxes.ts'

type SharpModule = (input: Uint8Array, options: SharpOptions) => Sharp

let loading: Promise<SharpModule> | undefined

/** libvips, once a thread and only when a picture must be decoded: one thread each, for the pool has the others. */
export function loadSharp(): Promise<SharpModule> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return loading
}

/**
 * A picture in grey, upright by its own word, on white where it is transparent, the longer side at most so many pixels;
 * a truncated one as far as it goes. Undefined where nothing here can decode it, or it is beyond the limits.
 */
export async function decodeGrey(bytes: Uint8Array, longest: number, limits: Limits): Promise<Grey | undefined> {
  const sharp = await loadSharp()
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'none',
      limitInputPixels: limits.picturePixels,
      animated: false,
    })
      .rotate()
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return info.channels === 1 ? { width: info.width, height: info.height, data } : undefined
  } catch {
    // libvips says only that it can't read the bytes: the record keeps its word that the picture was not looked at.
    return undefined
  }
}

/** Pixels in colour, upright, row by row: three bytes each, red, green and blue. */
export interface Colour {
  readonly width: number
  readonly height: number
  /** width × height × 3 bytes. */
  readonly data: Uint8Array
}

/**
 * As {@link decodeGrey}, in colour.
 */
export async function decodeColour(bytes: Uint8Array, longest: number, limits: Limits): Promise<Colour | undefined> {
  const sharp = await loadSharp()
  try {
    const { data, info } = await sharp(bytes, {
      failOn: 'none',
      limitInputPixels: limits.picturePixels,
      animated: false,
    })
      .rotate()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return asColour(data, info)
  } catch {
    // As above: what libvips can't read stays a picture that nobody looked at.
    return undefined
  }
}

/** Three times as large, or until the longer side has so many pixels: small print is read better so. */
export async function enlarged(grey: Grey, longest: number): Promise<Grey> {
  const scale = Math.min(3, longest / Math.max(grey.width, grey.height))
  return scale <= 1 ? grey : resized(grey, scale)
}

/** A grey picture, so many times as large. */
export async function resized({ width, height, data }: Grey, times: number): Promise<Grey> {
  const sharp = await loadSharp()
  const size = { width: Math.max(1, Math.round(width * times)), height: Math.max(1, Math.round(height * times)) }
  const result = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ ...size, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: result.info.width, height: result.info.height, data: result.data }
}

/** A grey picture, a little blurred: `specks` takes out single dots before, `gaps` joins strokes made of dots. */
export async function softened({ width, height, data }: Grey, against: 'specks' | 'gaps'): Promise<Grey> {
  const sharp = await loadSharp()
  const picture = sharp(data, { raw: { width, height, channels: 1 } })
  const soft = against === 'specks' ? picture.median(3).blur(0.8) : picture.blur(1.4)
  return { width, height, data: await soft.toColourspace('b-w').raw().toBuffer() }
}

/** Width and height of the whole picture, upright by its own word; undefined where nothing here can tell. */
export async function uprightSize(bytes: Uint8Array, limits: Limits): Promise<Size | undefined> {
  const sharp = await loadSharp()
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: limits.picturePixels }).metadata()
    return { width: autoOrient.width, height: autoOrient.height }
  } catch {
    // As above: what libvips can't read stays unknown.
    return undefined
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Grey pictures come out with one channel in spite of the colour space. */
export function asColour(data: Uint8Array, { width, height, channels }: OutputInfo): Colour | undefined {
  if (channels === 3) return { width, height, data }
  if (channels !== 1) return undefined
  const colours = new Uint8Array(width * height * 3)
  for (let at = 0; at < data.length; at += 1) colours.fill(data[at] ?? 0, at * 3, at * 3 + 3)
  return { width, height, data: colours }
}

/**
 * A part of a picture, as large as it fits into a square of so many pixels, in its middle on black.
 * @param part in pixels of the picture; what lies outside it is black too
 */
export async function squareOf(picture: Colour, part: Box, side: number): Promise<Square> {
  const sharp = await loadSharp()
  const { left, top, width, height } = within(picture, part)
  const pixels = await sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .extract({ left, top, width, height })
    .resize({ width: side, height: side, fit: 'contain', background: '#000000' })
    .raw()
    .toBuffer()
  const scale = side / Math.max(width, height)
  const [x, y] = [left - (side / scale - width) / 2, top - (side / scale - height) / 2]
  return { pixels, place: ([l, t, r, b]) => [x + l / scale, y + t / scale, x + r / scale, y + b / scale] }
}

/** A part of a picture as a square of so many pixels, whatever its shape was. */
export async function stretchedSquare(picture: Colour, part: Box, side: number): Promise<Uint8Array> {
  const sharp = await loadSharp()
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .extract(within(picture, part))
    .resize({ width: side, height: side, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()
}

/** The part's pixels that lie inside the picture: one at least. */
function within(picture: Size, part: Box): { left: number; top: number; width: number; height: number } {
  const left = Math.max(0, Math.min(picture.width - 1, Math.floor(part[0])))
  const top = Math.max(0, Math.min(picture.height - 1, Math.floor(part[1])))
  const width = Math.max(1, Math.min(picture.width, Math.ceil(part[2])) - left)
  const height = Math.max(1, Math.min(picture.height, Math.ceil(part[3])) - top)
  return { left, top, width, height }
}

/** A square for a model, and where a box in it lies in the picture that it was cut from. */
export interface Square {
  readonly pixels: Uint8Array
  place(box: Box): Box
}

/** All bytes of an encoded picture; undefined beyond the limit. */
export async function encodedBytes(reader: Reader, limits: Limits): Promise<Uint8Array | undefined> {
  return reader.size > limits.pictureBytes ? undefined : reader.read(0, reader.size)
}
