import type { Limits } from '../core/limits.ts'
import type { RawPixels } from './pixels.ts'

/**
 * Pixels of a Windows bitmap that is not compressed, of 1, 4, 8, 16, 24 or 32 bits (Microsoft, BITMAPINFOHEADER); rows that are
 * missing at the end stay black. Undefined for any other.
 */
export function decodeBmp(bytes: Uint8Array, limits: Limits): RawPixels | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.length < 54) return undefined
  const headBytes = view.readUInt32LE(14)
  const [width, signedHeight] = [view.readInt32LE(18), view.readInt32LE(22)]
  const height = Math.abs(signedHeight)
  const [bits, compression] = [view.readUInt16LE(28), view.readUInt32LE(30)]
  const isPlain = compression === 0 || (compression === 3 && bits === 32)
  if (headBytes < 40 || width <= 0 || height === 0 || width * height > limits.picturePixels || !isPlain)
    return undefined
  if (![1, 4, 8, 16, 24, 32].includes(bits)) return undefined
  const rowBytes = Math.ceil((width * bits) / 32) * 4
  const [data, start, palette] = [new Uint8Array(width * height * 3), view.readUInt32LE(10), 14 + headBytes]
  for (let row = 0; row < height; row += 1) {
    const from = start + row * rowBytes
    if (from + rowBytes > view.length) break
    const to = (signedHeight < 0 ? row : height - 1 - row) * width * 3
    for (let x = 0; x < width; x += 1) {
      if (bits === 16) {
        const colour = view.readUInt16LE(from + 2 * x)
        for (const [at, shift] of fiveBits) data[to + x * 3 + at] = Math.round((((colour >> shift) & 31) * 255) / 31)
        continue
      }
      const place = bits >= 24 ? from + (x * bits) / 8 : palette + 4 * indexAt(view, from, x, bits)
      data[to + x * 3] = view[place + 2] ?? 0
      data[to + x * 3 + 1] = view[place + 1] ?? 0
      data[to + x * 3 + 2] = view[place] ?? 0
    }
  }
  return { data, width, height, channels: 3 }
}

/** Red, green and blue of a colour of 16 bits, and where their five bits begin. */
const fiveBits = [
  [0, 10],
  [1, 5],
  [2, 0],
] as const

/** The colour's number in the palette, of 1, 4 or 8 bits, the highest bits first. */
function indexAt(view: Buffer, from: number, x: number, bits: number): number {
  const bit = x * bits
  const byte = view[from + (bit >> 3)] ?? 0
  return (byte >> (8 - bits - (bit & 7))) & (2 ** bits - 1)
}
