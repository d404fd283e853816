import type { Grey } from '../../core/content.ts'
import { ItemError } from '../../core/problem.ts'
import type { PdfDocument } from './document.ts'
import type { Engine } from './engine.ts'
import type { Glyph } from './glyphs.ts'

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

/** Units across and down a page in which its places are asked for. */
const units = 10_000

/** Where the characters of an open page stand on the drawn page: left, top, right and bottom of each, as shares of it. */
export function placesOf({ engine }: PdfDocument, page: number, glyphs: readonly Glyph[]): Float32Array {
  const { call } = engine
  const [width, height] = [Math.max(1, call.FPDF_GetPageWidthF(page)), Math.max(1, call.FPDF_GetPageHeightF(page))]
  const [originX, originY] = deviceOf(engine, page, 0, 0)
  const [alongX, alongY] = deviceOf(engine, page, width, 0)
  const [upX, upY] = deviceOf(engine, page, 0, height)
  const x = (left: number, bottom: number) =>
    (originX + ((alongX - originX) * left) / width + ((upX - originX) * bottom) / height) / units
  const y = (left: number, bottom: number) =>
    (originY + ((alongY - originY) * left) / width + ((upY - originY) * bottom) / height) / units
  const visible = glyphs.filter(({ text }) => text !== ' ')
  const places = new Float32Array(4 * visible.length)
  for (const [at, { left, right, bottom, top }] of visible.entries()) {
    const [x0, x1, y0, y1] = [x(left, bottom), x(right, top), y(left, bottom), y(right, top)]
    places.set([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)], 4 * at)
  }
  return places
}

function deviceOf({ call, scratch, bytes }: Engine, page: number, x: number, y: number): readonly [number, number] {
  call.FPDF_PageToDevice(page, 0, 0, units, units, 0, x, y, scratch, scratch + 4)
  const memory = bytes()
  const view = new DataView(memory.buffer, memory.byteOffset + scratch, 8)
  return [view.getInt32(0, true), view.getInt32(4, true)]
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
