import { createRequire } from 'node:module'
import { jpegOf } from '../pixels.ts'
import type { StillRequest } from './wire.ts'

/** As much of libheif's door as is used here. */
interface Library {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly Image[] }
}
interface Image {
  get_width(): number
  get_height(): number
  is_primary(): boolean | number
  display(target: Pixels, done: (result: Pixels | null) => void): void
  free(): void
}
interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

let library: Library | undefined

/**
 * The main picture of a HEIC or HEIF file, turned as the file says, as a JPEG. Slow and hungry (a second and 200 MB for
 * twelve megapixels): only ever in a process of its own.
 * @returns undefined where there is none, or it is beyond the limit
 */
export async function jpegOfHeic(bytes: Uint8Array, request: StillRequest): Promise<Uint8Array | undefined> {
  library ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Library
  const images = new library.HeifDecoder().decode(bytes)
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0]
    if (!image) return undefined
    const [width, height] = [image.get_width(), image.get_height()]
    if (width * height === 0 || width * height > request.pixels) return undefined
    const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
    const shown = await new Promise<Pixels | null>((resolve) => image.display(target, resolve))
    if (!shown) return undefined
    const data = new Uint8Array(shown.data.buffer, shown.data.byteOffset, shown.data.length)
    return jpegOf({ data, width, height, channels: 4 }, request.longest)
  } finally {
    for (const image of images) image.free()
  }
}
