import sharp, { type Exif } from 'sharp'

/** Turns drawings into pictures, or gives back those drawn before. */
export interface Studio {
  /** The finished picture that belongs at `path`; `draw` makes it where the studio has none. */
  picture(path: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array>
}

/** Draws every picture anew. Their bytes hang on the versions of libvips and its encoders, and on the fonts of the machine. */
export const drawAll: Studio = { picture: (_path, draw) => draw() }

/** Takes the pictures that lie in a dump already, so that all other bytes can be compared. */
export function drawnBefore(read: (path: string) => Promise<Uint8Array>): Studio {
  return { picture: (path) => read(path) }
}

/** How a drawing is stored. */
export type Encoding = 'jpeg' | 'progressive' | 'png' | 'webp' | 'avif' | 'gif'

/** Renders a drawing. @param width of the result; its own where absent */
export async function render(svg: string, encoding: Encoding, width?: number): Promise<Uint8Array> {
  const picture = sharp(Buffer.from(svg)).resize(width ? { width } : {})
  switch (encoding) {
    case 'jpeg':
      return picture.jpeg({ quality: 78 }).toBuffer()
    case 'progressive':
      return picture.jpeg({ quality: 76, progressive: true }).toBuffer()
    case 'png':
      return picture.png({ palette: true, colours: 128 }).toBuffer()
    case 'webp':
      return picture.flatten().webp({ quality: 70 }).toBuffer()
    case 'avif':
      return picture.flatten().avif({ quality: 48, effort: 3 }).toBuffer()
    case 'gif':
      return picture.gif({ colours: 64, effort: 4 }).toBuffer()
  }
}

/** A drawing's grey values, one byte a pixel, row by row. */
export async function greyPixels(
  svg: string,
  width: number,
): Promise<{ readonly pixels: Uint8Array; readonly height: number }> {
  const picture = sharp(Buffer.from(svg)).resize({ width }).flatten().greyscale().raw()
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { pixels: data, height: info.height }
}

/** A drawing as AVIF with EXIF entries, which only the encoder can place. */
export async function avifWith(svg: string, width: number, exif: Exif): Promise<Uint8Array> {
  return sharp(Buffer.from(svg)).resize({ width }).flatten().withExif(exif).avif({ quality: 48, effort: 3 }).toBuffer()
}
