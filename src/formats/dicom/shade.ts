import { ItemError } from '../../core/problem.ts'
import type { PixelFacts } from './pixel-facts.ts'
import type { Pixels } from './tiff-of.ts'

/** The table that a PALETTE COLOR picture looks its colours up in: 0…255 each, by index. */
export interface Palette {
  readonly first: number
  readonly red: Uint8Array
  readonly green: Uint8Array
  readonly blue: Uint8Array
}

/**
 * One frame as it would be shown: grey through its window, or in colour.
 * @param raw the frame without compression, as the facts describe it; what is missing at its end is black
 * @throws ItemError `unsupported_type` for pixels of a kind that is not drawn here
 */
export function shaded(raw: Uint8Array, facts: PixelFacts, palette: Palette | undefined, isLittle: boolean): Pixels {
  const { columns: width, rows: height, samples, photometric } = facts
  if (samples === 3 && facts.bitsAllocated === 8) return { width, height, samples: 3, data: coloured(raw, facts) }
  if (samples !== 1) throw new ItemError('unsupported_type', 'pixels of so many samples or bits are not drawn')
  const values = valuesOf(raw, facts, isLittle)
  if (photometric === 'PALETTE COLOR' && palette) return { width, height, samples: 3, data: lookedUp(values, palette) }
  return { width, height, samples: 1, data: windowed(values, facts) }
}

type Values = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array

function valuesOf(
  raw: Uint8Array,
  { rows, columns, bitsAllocated, bitsStored, isSigned }: PixelFacts,
  isLittle: boolean,
): Values {
  const count = rows * columns
  if (bitsAllocated === 1) return bitsOf(raw, count)
  const values = emptyValues(count, bitsAllocated, isSigned)
  const view = new DataView(raw.buffer, raw.byteOffset, raw.length)
  const width = bitsAllocated / 8
  // Bits above those that are stored may hold something else: overlays of old.
  const unused = 32 - bitsStored
  for (let at = 0, place = 0; at < count && place + width <= raw.length; at++, place += width) {
    const value =
      width === 1
        ? view.getUint8(place)
        : width === 2
          ? view.getUint16(place, isLittle)
          : view.getUint32(place, isLittle)
    values[at] = isSigned ? (value << unused) >> unused : (value << unused) >>> unused
  }
  return values
}

function emptyValues(count: number, bits: number, isSigned: boolean): Values {
  if (bits === 8) return isSigned ? new Int8Array(count) : new Uint8Array(count)
  if (bits === 16) return isSigned ? new Int16Array(count) : new Uint16Array(count)
  return isSigned ? new Int32Array(count) : new Uint32Array(count)
}

function bitsOf(raw: Uint8Array, count: number): Uint8Array {
  const values = new Uint8Array(count)
  for (let at = 0; at < count; at++) values[at] = ((raw[at >> 3] ?? 0) >> (at & 7)) & 1
  return values
}

function windowed(values: Values, { slope, intercept, window, photometric }: PixelFacts): Uint8Array {
  const { low, high } = rangeOf(values, slope, intercept, window)
  const scale = high > low ? 255 / (high - low) : 0
  const isInverse = photometric === 'MONOCHROME1'
  const shades = new Uint8Array(values.length)
  for (let at = 0; at < values.length; at++) {
    const shade = Math.max(0, Math.min(255, ((values[at] ?? 0) * slope + intercept - low) * scale))
    shades[at] = isInverse ? 255 - shade : shade
  }
  return shades
}

/** The window that the file asks for, unless all of the picture lies outside it; else all values. */
function rangeOf(values: Values, slope: number, intercept: number, window: PixelFacts['window']) {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    const shown = value * slope + intercept
    if (shown < least) least = shown
    if (shown > most) most = shown
  }
  const low = window ? window.centre - window.width / 2 : least
  const high = window ? window.centre + window.width / 2 : most
  return high < least || low > most ? { low: least, high: most } : { low, high }
}

function lookedUp(values: Values, { first, red, green, blue }: Palette): Uint8Array {
  const colours = new Uint8Array(values.length * 3)
  const last = red.length - 1
  for (let at = 0; at < values.length; at++) {
    const index = Math.max(0, Math.min(last, (values[at] ?? 0) - first))
    colours[3 * at] = red[index] ?? 0
    colours[3 * at + 1] = green[index] ?? 0
    colours[3 * at + 2] = blue[index] ?? 0
  }
  return colours
}

function coloured(raw: Uint8Array, { rows, columns, isPlanar, photometric }: PixelFacts): Uint8Array {
  const count = rows * columns
  const colours = new Uint8Array(count * 3)
  const isHalved = photometric === 'YBR_FULL_422' && raw.length < count * 3
  const isYellowBlueRed = photometric.startsWith('YBR_FULL')
  for (let at = 0; at < count; at++) {
    const [one, two, three] = isHalved
      ? [raw[4 * (at >> 1) + (at & 1)], raw[4 * (at >> 1) + 2], raw[4 * (at >> 1) + 3]]
      : isPlanar
        ? [raw[at], raw[count + at], raw[2 * count + at]]
        : [raw[3 * at], raw[3 * at + 1], raw[3 * at + 2]]
    if (isYellowBlueRed) setFromYbr(colours, 3 * at, one ?? 0, two ?? 0, three ?? 0)
    else {
      colours[3 * at] = one ?? 0
      colours[3 * at + 1] = two ?? 0
      colours[3 * at + 2] = three ?? 0
    }
  }
  return colours
}

/** ITU-R BT.601 over the full range (PS3.3, C.7.6.3.1.2). */
function setFromYbr(colours: Uint8Array, at: number, luma: number, blue: number, red: number): void {
  colours[at] = clamped(luma + 1.402 * (red - 128))
  colours[at + 1] = clamped(luma - 0.344136 * (blue - 128) - 0.714136 * (red - 128))
  colours[at + 2] = clamped(luma + 1.772 * (blue - 128))
}

function clamped(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}
