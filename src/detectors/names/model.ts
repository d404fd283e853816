import { readFileSync } from 'node:fs'
import { tableBits } from './hash.ts'
import { makeWordList, type WordList } from './word-bits.ts'

/** What the tagger tells apart, in the order of the model's labels. */
export const taggedTypes = Object.freeze(['PERSON', 'ADDRESS', 'LOCATION', 'ORGANIZATION'] as const)
export type TaggedType = (typeof taggedTypes)[number]

/** Nothing, then beginning and inside of each type. */
export const labelCount = 1 + 2 * taggedTypes.length

/** Steps of a calibration: from this raw share on, this often right. Both grow. */
export type Calibration = readonly (readonly [raw: number, share: number])[]

/** A trained tagger. */
export interface TaggerModel {
  /** {@link labelCount} weights a feature, in units of `unit`. */
  readonly weights: Int8Array
  readonly unit: number
  /** From label to label, row by row; its last row is the beginning of a stretch. */
  readonly transitions: Float32Array
  readonly list: WordList
  readonly calibrations: Readonly<Record<TaggedType, Calibration>>
}

interface Header {
  readonly unit: number
  readonly transitions: readonly number[]
  readonly listSize: number
  readonly dictionarySize: number
  readonly calibrations: Readonly<Record<TaggedType, Calibration>>
}

const file = new URL('../../../models/names.bin', import.meta.url)
let loaded: TaggerModel | undefined

/** The model of this program; read once a thread, on first use. */
export function builtInModel(): TaggerModel {
  loaded ??= decodeModel(readFileSync(file))
  return loaded
}

/** A model as the bytes of its file: length of the header, header as JSON, weights, hashes and bits of the word list, dictionary. */
export function encodeModel({ weights, unit, transitions, list, calibrations }: TaggerModel): Buffer {
  const used = [...list.hashes.keys()].filter((at) => list.hashes[at] !== 0)
  const hashes = Int32Array.from(used, (at) => list.hashes[at] ?? 0)
  const bits = Uint16Array.from(used, (at) => list.bits[at] ?? 0)
  const header: Header = {
    unit,
    transitions: [...transitions],
    listSize: used.length,
    dictionarySize: list.dictionary.length,
    calibrations,
  }
  const text = Buffer.from(JSON.stringify(header).padEnd(8192))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, asBytes(weights), asBytes(hashes), asBytes(bits), asBytes(list.dictionary)])
}

/** @throws Error where the bytes are no model of this version: a fault of the installation */
export function decodeModel(bytes: Buffer): TaggerModel {
  const weightsAt = 4 + bytes.readUInt32LE(0)
  const header: Header = JSON.parse(bytes.toString('utf8', 4, weightsAt))
  const hashesAt = weightsAt + labelCount * 2 ** tableBits
  const bitsAt = hashesAt + header.listSize * 4
  const dictionaryAt = bitsAt + header.listSize * 2
  if (bytes.length !== dictionaryAt + header.dictionarySize * 4)
    throw new Error('models/names.bin is not of this version')
  const part = (from: number, to: number) => new Uint8Array(bytes.subarray(from, to)).buffer
  return Object.freeze({
    weights: new Int8Array(part(weightsAt, hashesAt)),
    unit: header.unit,
    transitions: Float32Array.from(header.transitions),
    list: makeWordList(
      entriesOf(new Int32Array(part(hashesAt, bitsAt)), new Uint16Array(part(bitsAt, dictionaryAt))),
      new Uint32Array(part(dictionaryAt, bytes.length)),
    ),
    calibrations: header.calibrations,
  })
}

function entriesOf(hashes: Int32Array, bits: Uint16Array): ReadonlyMap<number, number> {
  return new Map(Array.from(hashes, (hash, at) => [hash, bits[at] ?? 0] as const))
}

function asBytes({ buffer, byteOffset, byteLength }: Int8Array | Int32Array | Uint16Array | Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** How often spans with this raw share are right. */
export function calibrated(steps: Calibration, raw: number): number {
  let before = steps[0] ?? ([0, 0] as const)
  for (const step of steps) {
    if (raw < step[0]) {
      const share = (raw - before[0]) / (step[0] - before[0])
      return before[1] + share * (step[1] - before[1])
    }
    before = step
  }
  return before[1]
}
