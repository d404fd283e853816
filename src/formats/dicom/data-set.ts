import { createInflateRaw } from 'node:zlib'
import type { Limits } from '../../core/limits.ts'
import { ItemError } from '../../core/problem.ts'
import { bytesReader, type Reader } from '../../core/reader.ts'
import { expandedBy, piecesOf } from '../archives/stream.ts'
import { bufferOf } from '../decoder.ts'
import type { Encoding } from './elements.ts'

/** Bytes before 'DICM' in a DICOM file (PS3.10, 7.1). */
const preamble = 128
const deflated = '1.2.840.10008.1.2.1.99'
const packedPiece = 1 << 16

/** Where the parts of a DICOM file lie, and how they are written. */
export interface DataSet {
  /** The bytes that `start` counts in; of a deflated file what they expand to. */
  readonly reader: Reader
  readonly start: number
  readonly end: number
  readonly encoding: Encoding
  /** UID of the transfer syntax; '' where the file does not say. */
  readonly syntax: string
  /** The file meta information, in the file's own bytes; empty where there is none. */
  readonly meta: { readonly start: number; readonly end: number }
  /** Why a deflated data set gives less than it had. */
  readonly damage?: ItemError
}

/** Bytes of file meta information that are looked through for the transfer syntax. */
const metaBytes = 64 * 1_024
const explicitLittle: Encoding = Object.freeze({ isExplicit: true, isLittle: true })

/**
 * Opens a DICOM file: with its preamble and meta information, or without either as older programs wrote them.
 * @throws ItemError from the reader, and where a deflated data set can not be expanded at all
 */
export async function openDataSet(reader: Reader, limits: Limits): Promise<DataSet> {
  const head = bufferOf(await reader.read(0, preamble + 4))
  const begin = head.toString('latin1', preamble, preamble + 4) === 'DICM' ? preamble + 4 : 0
  const bytes = bufferOf(await reader.read(begin, metaBytes))
  const { syntax, length } = readMeta(bytes)
  const meta = { start: begin, end: begin + length }
  if (syntax === deflated) {
    const { expanded, damage } = await inflate(reader, meta.end, limits)
    const whole = {
      reader: bytesReader(expanded),
      start: 0,
      end: expanded.length,
      encoding: explicitLittle,
      syntax,
      meta,
    }
    return damage ? { ...whole, damage } : whole
  }
  const first = bufferOf(await reader.read(meta.end, 8))
  return { reader, start: meta.end, end: reader.size, encoding: encodingOf(first, syntax), syntax, meta }
}

/** How the meta information is written, whatever comes behind it. */
export const metaEncoding: Encoding = explicitLittle

// Value representations with a length of four bytes; as in elements.ts, for the meta information's few.
const longInMeta = /^(?:OB|OW|UN|UT|UC|UR)$/

/** The transfer syntax, and how many bytes the elements of group 2 take. */
function readMeta(bytes: Buffer): { readonly syntax: string; readonly length: number } {
  let syntax = ''
  let at = 0
  while (at + 8 <= bytes.length && bytes.readUInt16LE(at) === 2) {
    const vr = bytes.toString('latin1', at + 4, at + 6)
    const isLong = longInMeta.test(vr)
    if (isLong && at + 12 > bytes.length) break
    const length = isLong ? bytes.readUInt32LE(at + 8) : bytes.readUInt16LE(at + 6)
    const value = at + (isLong ? 12 : 8)
    if (value + length > bytes.length) break
    if (bytes.readUInt16LE(at + 2) === 0x10)
      syntax = bytes.toString('latin1', value, value + length).replace(/[\0 ]+$/, '')
    at = value + length
  }
  return { syntax, length: at }
}

/** What the first element shows is believed before what the file says of itself: some files are wrong about it. */
function encodingOf(first: Buffer, syntax: string): Encoding {
  if (first.length < 8)
    return { isExplicit: syntax !== '1.2.840.10008.1.2', isLittle: syntax !== '1.2.840.10008.1.2.2' }
  const isLittle = first.readUInt16LE(0) <= first.readUInt16BE(0)
  return { isExplicit: /^[A-Z]{2}$/.test(first.toString('latin1', 4, 6)), isLittle }
}

async function inflate(reader: Reader, start: number, limits: Limits) {
  const most = Math.min(limits.expandedBytes, Math.max(reader.size * limits.expansionRatio, 1 << 20))
  const pieces: Uint8Array[] = []
  let size = 0
  let damage: ItemError | undefined
  try {
    for await (const piece of expandedBy(createInflateRaw(), piecesOf(reader, start, reader.size, packedPiece))) {
      if (size + piece.length > most) throw new ItemError('expansion_ratio', 'the packed data set expands to too much')
      size += piece.length
      pieces.push(piece)
    }
  } catch (error) {
    // What was expanded before a fault of the input is read all the same, and the fault told; others go on.
    if (!(error instanceof ItemError) || size === 0) throw error
    damage = error
  }
  return { expanded: Buffer.concat(pieces), damage }
}
