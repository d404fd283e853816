import {
  aroundFeatureCount,
  featureCount,
  type NameRun,
  type Reading,
  wordFeatureCount,
  wordKeySize,
  writeAroundFeatures,
  writeWordFeatures,
  writeWordKey,
} from './features.ts'
import { labelCount, type TaggerModel } from './model.ts'

/** What turns a token's features into potentials: made once a model, then only its rooms are written. */
export interface Scorer {
  /** Nine weights of a feature in {@link packedWords} numbers. */
  readonly packed: Int32Array
  /** Exp of a sum of weights that is so many units below the largest of its token. */
  readonly falling: Float64Array
  readonly features: Int32Array
  readonly key: Int32Array
  /** Sums of what a word alone says, by its key: {@link wordRow} numbers each, the key first. A word's row may be taken by another. */
  readonly wordSums: Int32Array
}

/** A feature's weights, each made positive, as bytes of this many numbers. */
const packedWords = 3
const bias = 128
const evenBytes = 0x00ff00ff

/** Nine weights in three numbers, so that two are added at once: 38 bytes never outgrow 16 bits. */
function packWeights(weights: Int8Array): Int32Array {
  const features = weights.length / labelCount
  const bytes = new Uint8Array(features * packedWords * 4)
  for (let feature = 0; feature < features; feature += 1) {
    for (let label = 0; label < labelCount; label += 1)
      bytes[feature * packedWords * 4 + label] = (weights[feature * labelCount + label] ?? 0) + bias
  }
  return new Int32Array(bytes.buffer)
}

/** Rows of words whose sums are kept, each a cache line of a processor. */
const wordRows = 2 ** 12
const wordRow = 16

/** What scoring takes beside the text. */
export function makeScorer({ weights, unit }: TaggerModel): Scorer {
  return Object.freeze({
    packed: packWeights(weights),
    falling: Float64Array.from({ length: featureCount * 0xff + 1 }, (_, below) => Math.exp(-below * unit)),
    features: new Int32Array(featureCount),
    key: new Int32Array(wordKeySize),
    wordSums: new Int32Array(wordRows * wordRow),
  })
}

/** Where the sums of a token's word stand: worked out where another word has its row. The key alone decides the sums. */
function wordSumsAt({ packed, features, key, wordSums }: Scorer, reading: Reading, index: number): number {
  writeWordKey(reading, index, key)
  const [k0, k1, k2, k3, k4, k5] = [key[0] ?? 0, key[1] ?? 0, key[2] ?? 0, key[3] ?? 0, key[4] ?? 0, key[5] ?? 0]
  const mixed = Math.imul(k0 ^ Math.imul(k1, 0x9e3779b1), 0x85ebca6b)
  const row = (mixed >>> 20) * wordRow
  const sums = row + wordKeySize
  if (
    wordSums[row] === k0 &&
    wordSums[row + 1] === k1 &&
    wordSums[row + 2] === k2 &&
    wordSums[row + 3] === k3 &&
    wordSums[row + 4] === k4 &&
    wordSums[row + 5] === k5
  )
    return sums
  wordSums.set(key, row)
  wordSums.fill(0, sums, sums + 5)
  writeWordFeatures(key, features, 0)
  addWeights(packed, features, wordFeatureCount, wordSums, sums)
  return sums
}

/**
 * Writes exp of the sums of a token's weights, the largest 1: {@link labelCount} numbers from `row` on. Labels are written
 * out, for this is where the time goes.
 */
export function writePotentials(
  scorer: Scorer,
  reading: Reading,
  index: number,
  run: NameRun,
  potentials: Float64Array,
  row: number,
): void {
  const { packed, falling, features, wordSums } = scorer
  const sums = wordSumsAt(scorer, reading, index)
  writeAroundFeatures(reading, index, run, features, 0)
  let ac = wordSums[sums] ?? 0
  let bd = wordSums[sums + 1] ?? 0
  let eg = wordSums[sums + 2] ?? 0
  let fh = wordSums[sums + 3] ?? 0
  let i = wordSums[sums + 4] ?? 0
  for (let feature = 0; feature < aroundFeatureCount; feature += 1) {
    const at = Math.imul(features[feature] ?? 0, packedWords)
    const first = packed[at] ?? 0
    const second = packed[at + 1] ?? 0
    ac = (ac + (first & evenBytes)) | 0
    bd = (bd + ((first >>> 8) & evenBytes)) | 0
    eg = (eg + (second & evenBytes)) | 0
    fh = (fh + ((second >>> 8) & evenBytes)) | 0
    i = (i + (packed[at + 2] ?? 0)) | 0
  }
  const [a, c, b, d] = [ac & 0xffff, ac >>> 16, bd & 0xffff, bd >>> 16]
  const [e, g, f, h] = [eg & 0xffff, eg >>> 16, fh & 0xffff, fh >>> 16]
  const most = Math.max(a, b, c, d, e, f, g, h, i)
  potentials[row] = falling[most - a] ?? 0
  potentials[row + 1] = falling[most - b] ?? 0
  potentials[row + 2] = falling[most - c] ?? 0
  potentials[row + 3] = falling[most - d] ?? 0
  potentials[row + 4] = falling[most - e] ?? 0
  potentials[row + 5] = falling[most - f] ?? 0
  potentials[row + 6] = falling[most - g] ?? 0
  potentials[row + 7] = falling[most - h] ?? 0
  potentials[row + 8] = falling[most - i] ?? 0
}

/** Adds the weights of the first `count` features to five numbers of `into`: the nine sums, packed. */
function addWeights(packed: Int32Array, features: Int32Array, count: number, into: Int32Array, sums: number): void {
  for (let feature = 0; feature < count; feature += 1) {
    const at = Math.imul(features[feature] ?? 0, packedWords)
    const first = packed[at] ?? 0
    const second = packed[at + 1] ?? 0
    into[sums] = (into[sums] ?? 0) + (first & evenBytes)
    into[sums + 1] = (into[sums + 1] ?? 0) + ((first >>> 8) & evenBytes)
    into[sums + 2] = (into[sums + 2] ?? 0) + (second & evenBytes)
    into[sums + 3] = (into[sums + 3] ?? 0) + ((second >>> 8) & evenBytes)
    into[sums + 4] = (into[sums + 4] ?? 0) + (packed[at + 2] ?? 0)
  }
}
