import type { Frame } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import { ItemError } from '../core/problem.ts'
import { decodeBmp } from './bmp.ts'
import { decodeHeic } from './clips/decoder.ts'
import { encodedBytes } from './decode.ts'
import { decodeJpeg2000, isJpeg2000 } from './jp2.ts'
import { jpegOf } from './pixels.ts'
import { largestPreview } from './preview.ts'
import { decodePsd } from './psd.ts'

/** Pixels of the longer side of what stands in for a picture that libvips does not read. */
const longest = 4_096

/** What stands in for a picture lives as long as its frame. */
const renditions = new WeakMap<Frame, Promise<Uint8Array | undefined>>()

/**
 * The bytes of a picture in a form that libvips reads: its own, or a JPEG in their stead: HEIC, JPEG 2000, Photoshop's and BMP
 * files decoded, camera raw by the largest preview in it.
 * @returns undefined beyond the limit, or where nothing here can decode it
 */
export async function shownBytes(frame: Frame, limits: Limits): Promise<Uint8Array | undefined> {
  const { source } = frame
  if (source.kind !== 'encoded') return undefined
  const known = renditions.get(frame)
  if (known) return known
  const bytes = await encodedBytes(source.reader, limits)
  const render = bytes && rendererOf(bytes, source.mediaType)
  if (!render) return bytes
  const rendition = careful(() => render(bytes, limits))
  renditions.set(frame, rendition)
  return rendition
}

type Renderer = (bytes: Uint8Array, limits: Limits) => Promise<Uint8Array | undefined>

/** Told by the first bytes; raw files are TIFF as often as not, and only the format knows them. */
function rendererOf(bytes: Uint8Array, mediaType: string | undefined): Renderer | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString('latin1')
  if (mediaType !== undefined && rawTypes.test(mediaType)) return async (all) => largestPreview(all)
  if (start.startsWith('8BPS')) return renderPsd
  if (start.startsWith('BM')) return renderBmp
  if (isJpeg2000(bytes)) return renderJpeg2000
  const isHeif = /^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif[12]|msf1)/s.test(start)
  return isHeif && !start.includes('avif') ? (all, limits) => decodeHeic(all, longest, limits) : undefined
}

/** Types of cameras' raw files, by the names that the formats give them. */
const rawTypes =
  /^image\/x-(?:canon|nikon|sony|adobe-dng|fuji|olympus|panasonic|pentax|samsung|epson|kodak|minolta|sigma|raw)/

async function renderPsd(bytes: Uint8Array, limits: Limits): Promise<Uint8Array | undefined> {
  const pixels = decodePsd(bytes, limits)
  return pixels && jpegOf(pixels, longest)
}

async function renderJpeg2000(bytes: Uint8Array, limits: Limits): Promise<Uint8Array | undefined> {
  const pixels = await decodeJpeg2000(bytes, limits)
  return pixels && jpegOf(pixels, longest)
}

async function renderBmp(bytes: Uint8Array, limits: Limits): Promise<Uint8Array | undefined> {
  const pixels = decodeBmp(bytes, limits)
  return pixels && jpegOf(pixels, longest)
}

/** A picture that breaks its decoder is one that nobody looked at, as any other that can't be decoded. */
async function careful(render: () => Promise<Uint8Array | undefined>): Promise<Uint8Array | undefined> {
  try {
    return await render()
  } catch (error) {
    if (error instanceof ItemError) return undefined
    throw error
  }
}
