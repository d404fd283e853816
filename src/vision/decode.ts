import type { Sharp, SharpOptions } from 'sharp'
import type { Grey } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import type { Reader } from '../core/reader.ts'

type SharpModule = (input: Uint8Array, options: SharpOptions) => Sharp

let loading: Promise<SharpModule> | undefined

/** libvips, once a thread and only when a picture must be decoded: one thread each, for the pool has the others. */
function loadSharp(): Promise<SharpModule> {
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

/** All bytes of an encoded picture; undefined beyond the limit. */
export async function encodedBytes(reader: Reader, limits: Limits): Promise<Uint8Array | undefined> {
  return reader.size > limits.pictureBytes ? undefined : reader.read(0, reader.size)
}
