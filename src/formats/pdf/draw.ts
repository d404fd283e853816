import type { Grey } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { PdfDocument } from './document.ts'

/** PDFium's names for what a page is drawn as: one grey byte a pixel, annotations too, colours turned to grey. */
const greyBitmap = 1
const withAnnotations = 0x01
const inGrey = 0x08
const white = 0xffffffff | 0

/**
 * Draws an open page in grey on white, its longer side of so many pixels.
 * @throws ItemError `malformed` where the page has no size, `memory_limit` where there is no room for its pixels
 */
export function drawPage({ engine }: PdfDocument, page: number, longest: number): Grey {
  const { call } = engine
  try {
    const [width, height] = sizeOf(call.FPDF_GetPageWidthF(page), call.FPDF_GetPageHeightF(page), longest)
    const bitmap = call.FPDFBitmap_CreateEx(width, height, greyBitmap, 0, 0)
    if (bitmap === 0) throw new ItemError('memory_limit', 'there is no room to draw a page')
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, withAnnotations | inGrey)
    const data = rows(
      engine.bytes(),
      call.FPDFBitmap_GetBuffer(bitmap),
      call.FPDFBitmap_GetStride(bitmap),
      width,
      height,
    )
    call.FPDFBitmap_Destroy(bitmap)
    return { width, height, data }
  } catch (error) {
    throw engine.faultOf(error)
  }
}

function sizeOf(width: number, height: number, longest: number): [number, number] {
  const scale = longest / Math.max(width, height)
  if (!(width > 0) || !(height > 0) || !Number.isFinite(scale))
    throw new ItemError('malformed', 'a page without a size')
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
}

/** The pixels without the padding at the end of each row, in memory of our own. */
function rows(memory: Uint8Array, from: number, stride: number, width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row += 1) {
    data.set(memory.subarray(from + row * stride, from + row * stride + width), row * width)
  }
  return data
}
