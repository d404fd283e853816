import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { bufferOf } from '../decoder.ts'
import { type DecodedFrame, decodeFrame, plainJpeg } from './codecs.ts'
import type { DataElement } from './elements.ts'
import { jpegFrame } from './jpeg-frame.ts'
import { frameBytes, type PixelFacts } from './pixel-facts.ts'
import { type Palette, shaded } from './shade.ts'
import { tiffOf } from './tiff-of.ts'

/** The pixels of a data set, where they lie. */
export interface PixelSource {
  readonly reader: Reader
  readonly element: DataElement
  readonly facts: PixelFacts
  readonly syntax: string
  readonly palette: Palette | undefined
}

/** Frames of one data set that are looked at: the first, the one in the middle and the last. */
const framesShown = 3

/** Numbers of the frames to look at, from 0. */
export function framesToShow({ frames }: PixelFacts): readonly number[] {
  if (frames <= framesShown) return Array.from({ length: frames }, (_, at) => at)
  return [0, Math.floor(frames / 2), frames - 1]
}

/**
 * One frame as an encoded picture that every decoder reads.
 * @throws ItemError `unsupported_type`, `too_large`, `truncated`, `malformed`, and what the reader throws
 */
export async function frameReader(source: PixelSource, frame: number, limits: Limits): Promise<Reader> {
  const { facts, element, reader, syntax } = source
  if (facts.rows * facts.columns > limits.picturePixels || frameBytes(facts) > limits.pictureBytes)
    throw new ItemError('too_large', `a picture of more than ${limits.picturePixels} pixels`)
  if (element.fragments) return encapsulated(source, await fragmentsOf(source, frame, limits), limits)
  const size = frameBytes(facts)
  if (frame * size >= element.length) throw new ItemError('truncated', 'the pixels end too early')
  const raw = await reader.read(element.start + frame * size, Math.min(size, element.length - frame * size))
  const isLittle = element.isLittle || syntax === ''
  return bytesReader(tiffOf(shaded(raw, facts, source.palette, isLittle)))
}

async function encapsulated(
  { syntax, facts, palette }: PixelSource,
  bytes: Uint8Array,
  limits: Limits,
): Promise<Reader> {
  if (plainJpeg.has(syntax)) {
    if ((jpegFrame(bytes)?.precision ?? 8) > 8)
      throw new ItemError('unsupported_type', 'JPEG of twelve bits is not decoded here')
    return bytesReader(bytes)
  }
  const decoded = await decodeFrame(syntax, bytes, facts, limits.picturePixels)
  return bytesReader(tiffOf(shaded(decoded.data, factsOf(decoded, facts), palette, true)))
}

/** What came out decides over what was announced; decoders give colours as red, green and blue, beside each other. */
function factsOf({ width, height, samples, bits, isSigned }: DecodedFrame, facts: PixelFacts): PixelFacts {
  const bitsAllocated = bits <= 8 ? 8 : 16
  const photometric = samples === 3 ? 'RGB' : facts.photometric
  const sign = isSigned || facts.isSigned
  return {
    ...facts,
    columns: width,
    rows: height,
    samples,
    bitsAllocated,
    bitsStored: Math.min(bits, facts.bitsStored, bitsAllocated),
    isSigned: sign,
    photometric,
    isPlanar: false,
  }
}

/** The bytes of one frame: one fragment each, or all of them for a single frame, or by the table of offsets (PS3.5, A.4). */
async function fragmentsOf(
  { reader, element, facts }: PixelSource,
  frame: number,
  limits: Limits,
): Promise<Uint8Array> {
  const [table, ...fragments] = element.fragments ?? []
  if (!table || fragments.length === 0) throw new ItemError('truncated', 'the pixels end too early')
  const chosen = facts.frames === 1 ? fragments : await ofFrame(reader, table, fragments, frame, facts.frames)
  const size = chosen.reduce((sum, { length }) => sum + length, 0)
  if (size > limits.pictureBytes) throw new ItemError('too_large', `a frame of more than ${limits.pictureBytes} bytes`)
  const pieces: Uint8Array[] = []
  for (const { start, length } of chosen) pieces.push(await reader.read(start, length))
  if (pieces.length === 0) throw new ItemError('truncated', 'the pixels end too early')
  return Buffer.concat(pieces)
}

type Fragments = NonNullable<DataElement['fragments']>

async function ofFrame(
  reader: Reader,
  table: Fragments[number],
  fragments: Fragments,
  frame: number,
  frames: number,
): Promise<Fragments> {
  if (fragments.length === frames || table.length < 4 * frames) return fragments.slice(frame, frame + 1)
  const offsets = bufferOf(await reader.read(table.start + 4 * frame, 8))
  // Offsets count from the header of the first fragment behind the table.
  const base = table.start + table.length
  const from = base + offsets.readUInt32LE(0)
  const to = frame + 1 < frames && offsets.length === 8 ? base + offsets.readUInt32LE(4) : Number.POSITIVE_INFINITY
  return fragments.filter(({ start }) => start - 8 >= from && start - 8 < to)
}
