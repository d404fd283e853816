import type { Frame } from '../core/content.ts'
import type { Limits } from '../core/limits.ts'
import type { Colour } from './decode.ts'
import { decodePage } from './pixels.ts'
import { viewOf } from './view.ts'

/** Bytes at the beginning in which an Exif block, of 64 KiB at most, is looked for. */
const headBytes = 192 * 2 ** 10
/** Pixels of the longer side of the small copy, and places a side that both are compared at. */
const comparedPixels = 160
const places = 16
/** How alike the two must be, as a correlation of their greys, to show the same. */
const leastAlike = 0.8
/** Spread of greys below which a picture shows too little to be compared. */
const leastSpread = 6
/** Segments of a JPEG before its picture that are looked through. */
const mostSegments = 500

/**
 * Whether the small copy in a JPEG's Exif block shows something else than the picture: what was cropped away, or another
 * picture. Brightness, black bars, another shape and quarter turns make no difference.
 */
export async function thumbnailDiffers(frame: Frame, limits: Limits): Promise<boolean> {
  const { source } = frame
  if (source.kind !== 'encoded') return false
  const start = Buffer.from(await source.reader.read(0, headBytes))
  if (start.length < 2 || start.readUInt16BE(0) !== 0xff_d8) return false
  const inner = exifThumbnail(start)
  const small = inner && (await decodePage(inner, 0, comparedPixels, limits))
  const view = small && (await viewOf(frame, limits))
  const alike = view && likeness(view.picture, small)
  return alike !== undefined && alike < leastAlike
}

/** The JPEG in the Exif block (CIPA DC-008, 4.5.8), with what stands behind it in the block. */
export function exifThumbnail(bytes: Uint8Array): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 2, segments = 0; at + 10 <= view.length && segments < mostSegments; segments += 1) {
    const marker = view.readUInt16BE(at)
    if (marker < 0xff_c0 || marker === 0xff_da) return undefined
    const end = at + 2 + view.readUInt16BE(at + 2)
    if (marker === 0xff_e1 && view.toString('latin1', at + 4, at + 8) === 'Exif') {
      const segment = view.subarray(at, end)
      const start = segment.indexOf(Buffer.from([0xff, 0xd8, 0xff]))
      return start < 0 ? undefined : segment.subarray(start)
    }
    at = end
  }
  return undefined
}

/** A part of a picture, in shares of its sides. */
type Part = readonly [left: number, top: number, right: number, bottom: number]
const all: Part = [0, 0, 1, 1]

/** The best correlation over the ways in which a small copy is made; undefined where either shows too little. */
export function likeness(whole: Colour, small: Colour): number | undefined {
  const [wide, narrow] = [whole.width / whole.height, small.width / small.height]
  let best: number | undefined
  for (const [one, other] of [
    [all, all],
    // The copy has bars, or was cut from the middle.
    [all, middle(narrow, wide)],
    [middle(wide, narrow), all],
  ] as const) {
    const greys = sampled(whole, one)
    let turned = sampled(small, other)
    for (let turns = 0; turns < 4; turns += 1) {
      const alike = correlation(greys, turned)
      if (alike !== undefined) best = Math.max(best ?? -1, alike)
      turned = quarterTurn(turned)
    }
  }
  return best
}

/** The middle of a picture of one shape that has another shape. */
function middle(from: number, to: number): Part {
  const [width, height] = [Math.min(1, to / from), Math.min(1, from / to)]
  return [(1 - width) / 2, (1 - height) / 2, (1 + width) / 2, (1 + height) / 2]
}

/** The greys of a part at so many places a side, each the mean of some pixels around it. */
function sampled({ width, height, data }: Colour, [left, top, right, bottom]: Part): Float64Array {
  const greys = new Float64Array(places * places)
  for (let index = 0; index < greys.length * 9; index += 1) {
    const place = Math.floor(index / 9)
    const x = left + ((right - left) * ((place % places) + ((index % 3) + 0.5) / 3)) / places
    const y = top + ((bottom - top) * (Math.floor(place / places) + ((Math.floor(index / 3) % 3) + 0.5) / 3)) / places
    const at = (Math.min(height - 1, Math.floor(y * height)) * width + Math.min(width - 1, Math.floor(x * width))) * 3
    greys[place] = (greys[place] ?? 0) + ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 27
  }
  return greys
}

function quarterTurn(greys: Float64Array): Float64Array {
  return greys.map((_, at) => greys[(places - 1 - (at % places)) * places + Math.floor(at / places)] ?? 0)
}

function correlation(one: Float64Array, other: Float64Array): number | undefined {
  const [a, b] = [mean(one), mean(other)]
  let [both, left, right] = [0, 0, 0]
  for (let at = 0; at < one.length; at += 1) {
    const [x, y] = [(one[at] ?? 0) - a, (other[at] ?? 0) - b]
    both += x * y
    left += x * x
    right += y * y
  }
  const flat = leastSpread ** 2 * one.length
  return left < flat || right < flat ? undefined : both / Math.sqrt(left * right)
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
