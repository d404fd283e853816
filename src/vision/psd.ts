import type { Limits } from '../core/limits.ts'
import type { RawPixels } from './pixels.ts'

/** Colour modes (Adobe Photoshop File Formats Specification): how many channels make the picture. */
const channelsOf: Readonly<Record<number, 1 | 3 | 4>> = { 1: 1, 2: 1, 3: 3, 4: 4, 8: 1 }

/**
 * The picture that a Photoshop file shows as a whole, which stands at its end: of 8 or 16 bits, as it is or in runs
 * (PackBits); grey, indexed, RGB or CMYK. Undefined for any other, or where the file holds none.
 */
export function decodePsd(bytes: Uint8Array, limits: Limits): RawPixels | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.length < 40) return undefined
  const isLarge = view.readUInt16BE(4) === 2
  const [planes, height, width] = [view.readUInt16BE(12), view.readUInt32BE(14), view.readUInt32BE(18)]
  const [depth, mode] = [view.readUInt16BE(22), view.readUInt16BE(24)]
  const channels = channelsOf[mode]
  const pixels = width * height
  if (channels === undefined || planes < channels || pixels === 0 || pixels > limits.picturePixels) return undefined
  if (depth !== 8 && depth !== 16) return undefined
  const palette = view.subarray(30, 30 + view.readUInt32BE(26))
  const at = imageAt(view, isLarge)
  if (at === undefined || at + 2 > view.length) return undefined
  const stored = planesAt(view, at, { planes, channels, width, height, bytesPerSample: depth / 8, isLarge })
  return stored && coloured(stored, { mode, channels, width, height, palette })
}

/** Where the picture stands: behind colours, resources and layers, each of which says how long it is. */
function imageAt(view: Buffer, isLarge: boolean): number | undefined {
  let at = 26
  for (const size of [4, 4, isLarge ? 8 : 4]) {
    if (at + size > view.length) return undefined
    at += size + (size === 8 ? Number(view.readBigUInt64BE(at)) : view.readUInt32BE(at))
  }
  return at
}

interface Planes {
  readonly planes: number
  readonly channels: number
  readonly width: number
  readonly height: number
  readonly bytesPerSample: number
  readonly isLarge: boolean
}

/** The first channels one after the other, a byte a pixel; what is missing at the end stays 0. */
function planesAt(view: Buffer, at: number, plan: Planes): Uint8Array | undefined {
  const { planes, channels, width, height, bytesPerSample, isLarge } = plan
  const compression = view.readUInt16BE(at)
  const out = new Uint8Array(channels * width * height)
  const rowBytes = width * bytesPerSample
  if (compression > 1) return undefined
  const lengthBytes = isLarge ? 4 : 2
  let from = at + 2 + (compression === 1 ? planes * height * lengthBytes : 0)
  const row = new Uint8Array(rowBytes)
  for (let index = 0; index < channels * height && from < view.length; index += 1) {
    if (compression === 0) {
      row.set(view.subarray(from, Math.min(view.length, from + rowBytes)))
      from += rowBytes
    } else {
      const place = at + 2 + index * lengthBytes
      if (place + lengthBytes > view.length) break
      const length = isLarge ? view.readUInt32BE(place) : view.readUInt16BE(place)
      unpackRuns(view.subarray(from, from + length), row)
      from += length
    }
    for (let x = 0; x < width; x += 1) out[index * width + x] = row[x * bytesPerSample] ?? 0
  }
  return out
}

/** PackBits: a count below 128 copies one more than it says, one above repeats the next byte 257 less it times. */
function unpackRuns(packed: Uint8Array, row: Uint8Array): void {
  let to = 0
  for (let at = 0; at < packed.length && to < row.length; ) {
    const count = packed[at] ?? 0
    if (count < 128) {
      const run = packed.subarray(at + 1, at + 2 + Math.min(count, row.length - to - 1))
      row.set(run, to)
      to += run.length
      at += 2 + count
    } else {
      if (count > 128) row.fill(packed[at + 1] ?? 0, to, to + 257 - count)
      to += count > 128 ? 257 - count : 0
      at += count > 128 ? 2 : 1
    }
  }
}

interface Colours {
  readonly mode: number
  readonly channels: 1 | 3 | 4
  readonly width: number
  readonly height: number
  readonly palette: Uint8Array
}

function coloured(planes: Uint8Array, { mode, channels, width, height, palette }: Colours): RawPixels {
  const size = width * height
  if (channels === 1 && mode !== 2) return { data: planes, width, height, channels: 1 }
  const data = new Uint8Array(size * 3)
  for (let at = 0; at < size; at += 1) {
    for (let colour = 0; colour < 3; colour += 1) {
      const value = planes[colour * size + at] ?? 0
      if (mode === 2) data[at * 3 + colour] = palette[256 * colour + (planes[at] ?? 0)] ?? 0
      // CMYK is stored inverted: full ink is 0.
      else data[at * 3 + colour] = channels === 4 ? (value * (planes[3 * size + at] ?? 0)) / 255 : value
    }
  }
  return { data, width, height, channels: 3 }
}
