import { createRequire } from 'node:module'
import { ItemError } from '../../core/problem.ts'

import { jpegFrame } from './jpeg-frame.ts'

const require = createRequire(import.meta.url)

/** One frame after decompression: samples of a pixel beside each other, of one or two bytes, in this machine's order. */
export interface DecodedFrame {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly samples: number
  readonly bits: number
  readonly isSigned: boolean
}

/** The part of Cornerstone's codecs that is used here: they share one interface. */
interface CodecDecoder {
  getEncodedBuffer(length: number): Uint8Array
  readHeader(): void
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
type MakeDecoder = () => CodecDecoder

const jpeg2000 = new Set(['1.2.840.10008.1.2.4.90', '1.2.840.10008.1.2.4.91'])
const jpegLs = new Set(['1.2.840.10008.1.2.4.80', '1.2.840.10008.1.2.4.81'])
const jpegLossless = new Set(['1.2.840.10008.1.2.4.57', '1.2.840.10008.1.2.4.70'])
const runLength = '1.2.840.10008.1.2.5'

/** Transfer syntaxes whose frames are JPEG as every picture decoder reads it, if they have eight bits. */
export const plainJpeg: ReadonlySet<string> = new Set(['1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.51'])

/** What a frame is about to be, by the data set. */
export interface FrameShape {
  readonly rows: number
  readonly columns: number
  readonly samples: number
  readonly bitsAllocated: number
}

/**
 * A compressed frame without its compression.
 * @param pixels that a frame may have at most
 * @throws ItemError `unsupported_type` for other transfer syntaxes, `malformed`, `too_large`
 */
export async function decodeFrame(
  syntax: string,
  bytes: Uint8Array,
  shape: FrameShape,
  pixels: number,
): Promise<DecodedFrame> {
  if (syntax === runLength) return unpackRuns(bytes, shape)
  if (jpegLossless.has(syntax)) return decodeLossless(bytes, shape)
  if (jpeg2000.has(syntax)) return decodeBy(await jpeg2000Decoder(), bytes, pixels)
  if (jpegLs.has(syntax)) return decodeBy(await jpegLsDecoder(), bytes, pixels)
  throw new ItemError('unsupported_type', 'the pixels are compressed in a way that is not decoded here')
}

/** The codecs tell what they do on the standard output, which is not theirs; they write into what they are handed. */
type Load<Codec> = (options: { print(): void; printErr(): void }) => Promise<Codec>
const quietly = () => ({ print() {}, printErr() {} })

/** Loaded when the first such picture comes; a fresh instance for each frame, for a fault may leave one unusable. */
async function jpeg2000Decoder(): Promise<MakeDecoder> {
  const load: Load<{
    readonly J2KDecoder: new () => CodecDecoder
  }> = require('@cornerstonejs/codec-openjpeg/decode')
  const codec = await load(quietly())
  return () => new codec.J2KDecoder()
}

async function jpegLsDecoder(): Promise<MakeDecoder> {
  const load: Load<{
    readonly JpegLSDecoder: new () => CodecDecoder
  }> = require('@cornerstonejs/codec-charls/decode')
  const codec = await load(quietly())
  return () => new codec.JpegLSDecoder()
}

/** The part of the lossless decoder that is used here. */
interface LosslessModule {
  readonly Decoder: new () => { decompress(bytes: ArrayBuffer, offset: number, length: number): ArrayBuffer }
}

/** Pixels that the wasm codecs are given to decode: they take four bytes or more for each sample. */
const mostPixels = 2 ** 26

function decodeBy(make: MakeDecoder, bytes: Uint8Array, pixels: number): DecodedFrame {
  try {
    const decoder = make()
    decoder.getEncodedBuffer(bytes.length).set(bytes)
    decoder.readHeader()
    const told = decoder.getFrameInfo()
    if (told.width * told.height > Math.min(pixels, mostPixels))
      throw new ItemError('too_large', `a picture of more than ${Math.min(pixels, mostPixels)} pixels`)
    decoder.decode()
    const { width, height, componentCount, bitsPerSample, isSigned = false } = decoder.getFrameInfo()
    const data = Uint8Array.from(decoder.getDecodedBuffer())
    decoder.delete()
    return { data, width, height, samples: componentCount, bits: bitsPerSample, isSigned }
  } catch (error) {
    // The codec, a fresh instance for each frame, tells faults of the bytes by exceptions of many kinds: numbers among them.
    if (error instanceof ItemError) throw error
    throw new ItemError('malformed', 'the compressed pixels can not be decoded')
  }
}

function decodeLossless(bytes: Uint8Array, { rows, columns, samples, bitsAllocated }: FrameShape): DecodedFrame {
  // It makes room for what the JPEG itself claims: that must be what the data set says.
  const frame = jpegFrame(bytes)
  if (frame?.width !== columns || frame.height !== rows)
    throw new ItemError('malformed', 'the compressed pixels are of another size than the picture')
  const { Decoder }: LosslessModule = require('jpeg-lossless-decoder-js')
  try {
    const copy = Uint8Array.from(bytes)
    const data = new Uint8Array(new Decoder().decompress(copy.buffer, 0, copy.length))
    return { data, width: columns, height: rows, samples, bits: bitsAllocated, isSigned: false }
  } catch {
    // It throws plain errors for whatever the bytes lack: always a fault of the item.
    throw new ItemError('malformed', 'the compressed pixels can not be decoded')
  }
}

/** Segments of one frame that the standard knows of (PS3.5, annex G). */
const mostSegments = 15

/** Run lengths (PackBits), one segment for each byte of each sample, the highest byte first. */
function unpackRuns(bytes: Uint8Array, { rows, columns, samples, bitsAllocated }: FrameShape): DecodedFrame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 64) throw new ItemError('truncated', 'the run lengths of the pixels end too early')
  const width = bitsAllocated / 8
  const count = Math.min(view.getUint32(0, true), mostSegments)
  if (count !== width * samples) throw new ItemError('malformed', 'the run lengths do not fit the picture')
  const data = new Uint8Array(rows * columns * samples * width)
  for (let segment = 0; segment < count; segment++) {
    const start = view.getUint32(4 + 4 * segment, true)
    const end = segment + 1 < count ? view.getUint32(8 + 4 * segment, true) : bytes.length
    // Little endian: the highest byte comes last.
    const offset = Math.floor(segment / width) * width + (width - 1 - (segment % width))
    unpackSegment(bytes.subarray(Math.min(start, bytes.length), end), data, offset, samples * width)
  }
  return { data, width: columns, height: rows, samples, bits: bitsAllocated, isSigned: false }
}

function unpackSegment(packed: Uint8Array, data: Uint8Array, offset: number, step: number): void {
  let to = offset
  for (let at = 0; at < packed.length && to < data.length; ) {
    const control = packed[at++] ?? 0
    if (control === 128) continue
    const length = control < 128 ? control + 1 : 257 - control
    for (let index = 0; index < length && to < data.length; index++, to += step)
      data[to] = packed[control < 128 ? at + index : at] ?? 0
    at += control < 128 ? length : 1
  }
}
