import type { Picture } from '../../core/outcome.ts'
import type { Colour } from '../decode.ts'
import { signatureOf } from './signature.ts'

/** Frames from which on anything may be said of a clip's turning. */
const leastFrames = 4

/** Samples along an edge. */
const samples = 64
/** How much less the sides differ from each other than columns a quarter of the picture apart. */
const seam = 0.35
/** Mean difference, in greys, from which on a picture has anything to differ in. */
const leastContrast = 8

/**
 * Whether frames are equirectangular panoramas: twice as wide as high, the left side continuing the right one, and the
 * poles, which are one point each, of hardly more than one colour.
 */
export function isPanorama(frames: readonly Colour[]): boolean {
  if (frames.length === 0) return false
  const meeting = frames.filter(isEquirectangular)
  return meeting.length >= Math.max(1, Math.ceil(0.7 * frames.length))
}

function isEquirectangular(picture: Colour): boolean {
  const { width, height } = picture
  if (width < 512 || Math.abs(width - 2 * height) > 0.01 * width) return false
  const apart = mean([0, 0.25, 0.5, 0.75].map((x) => columns(picture, x, (x + 0.25) % 1)))
  if (apart < leastContrast) return false
  const pole = (row: number) => spread(picture, row)
  const middle = Math.max(spread(picture, 0.4), spread(picture, 0.5), spread(picture, 0.6))
  const meets = columns(picture, 0, 1 - 1 / width) < seam * apart
  return meets && Math.min(pole(0), pole(1 - 1 / height)) < 0.5 * middle
}

/** Mean difference of two columns, at shares of the width. */
function columns(picture: Colour, one: number, other: number): number {
  const differences: number[] = []
  for (let index = 0; index < samples; index += 1) {
    const y = (index + 0.5) / samples
    differences.push(Math.abs(grey(picture, one, y) - grey(picture, other, y)))
  }
  return mean(differences)
}

/** Mean difference of a row from its own mean. */
function spread(picture: Colour, y: number): number {
  const greys = Array.from({ length: samples }, (_, index) => grey(picture, (index + 0.5) / samples, y))
  const middle = mean(greys)
  return mean(greys.map((one) => Math.abs(one - middle)))
}

function grey({ width, height, data }: Colour, x: number, y: number): number {
  const at = (Math.min(height - 1, Math.floor(y * height)) * width + Math.min(width - 1, Math.floor(x * width))) * 3
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
}

/** Mean difference in greys that the border may have between frames, and that the middle must have. */
const stillBorder = 8
const movingMiddle = 10

/**
 * Whether one person turns before a camera that stands still, as clinics film a head from all sides: nobody else, the
 * background at rest while the middle moves, and a face that is there in some frames and turned away in others.
 */
export function isTurntable(frames: readonly Colour[], pictures: readonly Picture[]): boolean {
  if (frames.length < leastFrames || frames.length !== pictures.length) return false
  const shown = pictures.filter(({ persons, faces }) => (persons ?? 0) === 1 && (faces?.length ?? 0) <= 1)
  if (shown.length < frames.length) return false
  const faces = shown.flatMap((picture) => picture.faces ?? [])
  if (faces.length === 0 || faces.length === shown.length) return false
  if (faces.some(({ box: [left, , right] }) => Math.abs((left + right) / 2 - 0.5) > 0.2)) return false
  const signatures = frames.map(signatureOf)
  const steps = signatures.slice(1).map((one, index) => parts(one, signatures[index] ?? one))
  return mean(steps.map(({ border }) => border)) < stillBorder && mean(steps.map(({ middle }) => middle)) > movingMiddle
}

/** Mean differences of two signatures of 16 × 16, at the left, right and upper border, and in the middle. */
function parts(one: Uint8Array, other: Uint8Array): { readonly border: number; readonly middle: number } {
  const border: number[] = []
  const middle: number[] = []
  for (let at = 0; at < one.length; at += 1) {
    const [column, row] = [at % 16, Math.floor(at / 16)]
    const step = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
    if (column < 2 || column > 13 || row < 1) border.push(step)
    else if (column >= 4 && column <= 11) middle.push(step)
  }
  return { border: mean(border), middle: mean(middle) }
}
