/** Starts of JPEG files that are looked at in one raw file, and segments of each. */
const mostCandidates = 64
const mostSegments = 200
const start = Buffer.from([0xff, 0xd8, 0xff])

/**
 * The largest JPEG inside a file, by its own size in pixels, up to the end of the file; undefined where there is none.
 * Raw pixels coded as lossless JPEG, which no viewer shows, do not count.
 */
export function largestPreview(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let best = { at: -1, pixels: 0 }
  let at = buffer.indexOf(start)
  for (let candidates = 0; at >= 0 && candidates < mostCandidates; candidates += 1) {
    const pixels = pixelsOf(buffer, at)
    if (pixels > best.pixels) best = { at, pixels }
    at = buffer.indexOf(start, at + 3)
  }
  return best.at < 0 ? undefined : bytes.subarray(best.at)
}

/** Width times height of the JPEG at a place; 0 where it is none, or a lossless one. */
function pixelsOf(bytes: Buffer, from: number): number {
  let at = from + 2
  for (let segments = 0; segments < mostSegments && at + 9 <= bytes.length; segments += 1) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return 0
    if (marker >= 0xc0 && marker <= 0xc2) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7)
    if (marker === 0xda || (marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc))
      return 0
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return 0
}
