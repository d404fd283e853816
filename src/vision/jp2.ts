import { createRequire } from 'node:module'
import type { Limits } from '../core/limits.ts'
import type { RawPixels } from './pixels.ts'

const require = createRequire(import.meta.url)

/** The part of Cornerstone's codec that is used here. */
interface Decoder {
  getEncodedBuffer(length: number): Uint8Array
  decode(): void
  getFrameInfo(): {
    readonly width: number
    readonly height: number
    readonly bitsPerSample: number
    readonly componentCount: number
    readonly isSigned?: boolean
  }
  getDecodedBuffer(): Uint8Array
  delete(): void
}
interface Codec {
  readonly J2KDecoder: new () => Decoder
}

/** The codec takes four bytes or more for each sample. */
const mostPixels = 2 ** 26
const boxes = Buffer.from('0000000c6a5020200d0a870a', 'hex')
const codeStream = Buffer.from('ff4fff51', 'hex')

/** Whether bytes begin as JPEG 2000 does, in boxes or bare (ITU-T T.800, annexes A and I). */
export function isJpeg2000(bytes: Uint8Array): boolean {
  return boxes.equals(bytes.subarray(0, boxes.length)) || codeStream.equals(bytes.subarray(0, codeStream.length))
}

/**
 * Pixels of a JPEG 2000 picture of 8 bits a sample or fewer. Undefined where the codec can't read it, it is beyond the
 * limits, or it has neither one sample a pixel nor three or four.
 */
export async function decodeJpeg2000(bytes: Uint8Array, limits: Limits): Promise<RawPixels | undefined> {
  if (pixelsOf(bytes) > Math.min(limits.picturePixels, mostPixels)) return undefined
  // It would tell what it does on the standard output, and a fault may leave it unusable: a fresh one for each picture.
  const load: (options: { print(): void; printErr(): void }) => Promise<Codec> =
    require('@cornerstonejs/codec-openjpeg/decode')
  const { J2KDecoder } = await load({ print() {}, printErr() {} })
  try {
    const decoder = new J2KDecoder()
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.decode()
    return inBytes(decoder)
  } catch {
    // It tells faults of the bytes by exceptions of many kinds, numbers among them: a picture that nobody looked at.
    return undefined
  }
}

/** Bytes before the code stream that boxes of metadata may take. */
const mostBefore = 2 ** 20

/** Pixels that the code stream's head (SIZ, annex A.5.1) tells of, which the codec makes room for; endless without one. */
function pixelsOf(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, mostBefore))
  const at = head.indexOf(codeStream)
  if (at < 0 || at + 24 > head.length) return Number.POSITIVE_INFINITY
  const [right, bottom, left, top] = [8, 12, 16, 20].map((offset) => head.readUInt32BE(at + offset))
  return ((right ?? 0) - (left ?? 0)) * ((bottom ?? 0) - (top ?? 0))
}

function inBytes(decoder: Decoder): RawPixels | undefined {
  const { width, height, componentCount: channels, bitsPerSample: bits, isSigned } = decoder.getFrameInfo()
  if ((channels !== 1 && channels !== 3 && channels !== 4) || bits > 8 || isSigned) return undefined
  const highest = 2 ** bits - 1
  const data = Uint8Array.from(decoder.getDecodedBuffer(), (sample) => (sample * 255) / highest)
  decoder.delete()
  return { width, height, channels, data }
}
