/** What the first start of frame of a JPEG says (ITU-T T.81, B.2.2). */
export interface JpegFrame {
  readonly precision: number
  readonly height: number
  readonly width: number
}

/** Reads the segments of a JPEG up to its first start of frame; undefined where there is none. */
export function jpegFrame(bytes: Uint8Array): JpegFrame | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc3)
      return { precision: view.getUint8(at + 4), height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
