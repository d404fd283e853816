import { plain } from '../../src/detectors/engine/signs.ts'
import { type ChainScratch, marginals, mayFollow } from '../../src/detectors/names/chain.ts'
import { featureCount, type Reading, runAt, writeFeatures } from '../../src/detectors/names/features.ts'
import { tableBits } from '../../src/detectors/names/hash.ts'
import { labelCount, type TaggerModel, taggedTypes } from '../../src/detectors/names/model.ts'
import { stepsOf } from '../../src/detectors/names/tag.ts'
import { padding, tokenize } from '../../src/detectors/names/tokens.ts'
import { tokenBits, type WordList, wordBits } from '../../src/detectors/names/word-bits.ts'
import type { Random } from './random.ts'
import type { MadeText } from './template.ts'

/** A text as the trainer sees it: features of each token, and the label it should get. */
interface Sequence {
  readonly features: Int32Array
  readonly labels: Uint8Array
}

/** How often a word of a name is treated as one that no list has, so that what stands around it counts. */
const forgetful = 0.4
/** How often an ordinary word is treated as one that no dictionary has. */
const notInDictionary = 0.08
/** Passes over all texts. */
const passes = 3
/** How often a feature is left out of a step, so that no few of them say it all. */
const leftOut = 0.25
const firstRate = 0.25
const decay = 1e-6

export function readText(text: string, list: WordList): Reading {
  const { codes } = plain(text)
  const tokens = tokenize(codes)
  const bits = new Uint16Array(tokens.count)
  for (let at = padding; at < tokens.count - padding; at += 1) bits[at] = tokenBits(list, codes, tokens, at)
  return { codes, tokens, bits }
}

/** Trains a linear chain by gradient steps on the likelihood of the right labels (AdaGrad); the same for the same seed. */
export function train(
  texts: Iterable<MadeText>,
  list: WordList,
  random: Random,
  say: (line: string) => void,
): TaggerModel {
  const sequences: Sequence[] = []
  for (const text of texts) sequences.push(sequenceOf(text, list, random))
  const tokenTotal = sequences.reduce((sum, { labels }) => sum + labels.length, 0)
  say(`${sequences.length} texts, ${tokenTotal} tokens`)
  const size = labelCount * 2 ** tableBits
  const weights = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-4)
  const transitions = new Float32Array((labelCount + 1) * labelCount)
  const transitionSquares = new Float32Array(transitions.length).fill(1e-4)
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(sequences, random)
    let loss = 0
    for (const sequence of sequences)
      loss += learn(without(sequence, random), weights, squares, transitions, transitionSquares)
    say(`pass ${pass + 1}: loss ${(loss / tokenTotal).toFixed(4)} a token`)
  }
  return {
    ...quantised(weights),
    transitions,
    list,
    calibrations: {
      PERSON: [
        [0, 0],
        [1, 1],
      ],
      ADDRESS: [
        [0, 0],
        [1, 1],
      ],
      LOCATION: [
        [0, 0],
        [1, 1],
      ],
      ORGANIZATION: [
        [0, 0],
        [1, 1],
      ],
    },
  }
}

function sequenceOf({ text, spans }: MadeText, list: WordList, random: Random): Sequence {
  const reading = readText(text, list)
  const { tokens, bits } = reading
  const count = tokens.count - 2 * padding
  const labels = new Uint8Array(count)
  let span = 0
  for (let at = 0; at < count; at += 1) {
    const start = tokens.start[at + padding] ?? 0
    while (span < spans.length && (spans[span]?.end ?? 0) <= start) span += 1
    const own = spans[span]
    if (!own || own.start > start) {
      if (random.chance(notInDictionary)) bits[at + padding] = (bits[at + padding] ?? 0) & ~wordBits.dictionary
      continue
    }
    const type = taggedTypes.indexOf(own.type)
    const isFirst = at === 0 || (tokens.start[at + padding - 1] ?? 0) < own.start
    labels[at] = isFirst ? 1 + 2 * type : 2 + 2 * type
    const names = wordBits.given | wordBits.surname | wordBits.town
    if (random.chance(forgetful)) bits[at + padding] = (bits[at + padding] ?? 0) & ~names
  }
  const features = new Int32Array(count * featureCount)
  let run = runAt(reading, padding)
  for (let at = 0; at < count; at += 1) {
    const token = at + padding
    if (token >= run.to || token < run.from) run = runAt(reading, token)
    writeFeatures(reading, token, run, features, at * featureCount)
  }
  return { features, labels }
}

/** The text with some features left out. */
function without({ features, labels }: Sequence, random: Random): Sequence {
  return { labels, features: features.map((feature) => (random.chance(leftOut) ? nothing : feature)) }
}

/** Stands for a feature that is left out. */
const nothing = -1

const scratch: ChainScratch = { alpha: new Float64Array(0), beta: new Float64Array(0) }

/** One step on one text; the text's loss. */
function learn(
  { features, labels }: Sequence,
  weights: Float32Array,
  squares: Float32Array,
  transitions: Float32Array,
  transitionSquares: Float32Array,
): number {
  const count = labels.length
  if (count === 0) return 0
  const potentials = new Float64Array(count * labelCount)
  const steps = stepsOf(transitions)
  let right = 0
  for (let at = 0; at < count; at += 1) {
    const row = at * labelCount
    for (let feature = 0; feature < featureCount; feature += 1) {
      const weight = (features[at * featureCount + feature] ?? 0) * labelCount
      if (weight < 0) continue
      for (let label = 0; label < labelCount; label += 1)
        potentials[row + label] = (potentials[row + label] ?? 0) + (weights[weight + label] ?? 0)
    }
    let most = Number.NEGATIVE_INFINITY
    for (let label = 0; label < labelCount; label += 1) most = Math.max(most, potentials[row + label] ?? 0)
    right += (potentials[row + (labels[at] ?? 0)] ?? 0) - most
    for (let label = 0; label < labelCount; label += 1)
      potentials[row + label] = Math.exp((potentials[row + label] ?? 0) - most)
    const from = at === 0 ? labelCount : (labels[at - 1] ?? 0)
    right += transitions[from * labelCount + (labels[at] ?? 0)] ?? 0
  }
  const before = potentials.slice()
  const logZ = marginals(potentials, count, steps, scratch)
  const move = (table: Float32Array, sums: Float32Array, at: number, gradient: number) => {
    const slope = gradient + decay * (table[at] ?? 0)
    const square = (sums[at] ?? 0) + slope * slope
    sums[at] = square
    table[at] = (table[at] ?? 0) - (firstRate * slope) / Math.sqrt(square)
  }
  for (let at = 0; at < count; at += 1) {
    const row = at * labelCount
    const label = labels[at] ?? 0
    potentials[row + label] = (potentials[row + label] ?? 0) - 1
    for (let feature = 0; feature < featureCount; feature += 1) {
      const weight = (features[at * featureCount + feature] ?? 0) * labelCount
      if (weight < 0) continue
      for (let own = 0; own < labelCount; own += 1) {
        const gradient = potentials[row + own] ?? 0
        if (gradient > 1e-4 || gradient < -1e-4) move(weights, squares, weight + own, gradient)
      }
    }
  }
  learnSteps(before, labels, steps, transitions, transitionSquares, move)
  return logZ - right
}

/** The same step for the transitions, from the likelihoods of pairs. */
function learnSteps(
  potentials: Float64Array,
  labels: Uint8Array,
  steps: Float64Array,
  transitions: Float32Array,
  sums: Float32Array,
  move: (table: Float32Array, sums: Float32Array, at: number, gradient: number) => void,
): void {
  const gradient = new Float64Array(transitions.length)
  const { alpha, beta } = scratch
  for (let at = 1; at < labels.length; at += 1) {
    const [row, last] = [at * labelCount, (at - 1) * labelCount]
    let sum = 0
    const pair = new Float64Array(labelCount * labelCount)
    for (let from = 0; from < labelCount; from += 1)
      for (let to = 0; to < labelCount; to += 1) {
        const share =
          (alpha[last + from] ?? 0) *
          (steps[from * labelCount + to] ?? 0) *
          (potentials[row + to] ?? 0) *
          (beta[row + to] ?? 0)
        pair[from * labelCount + to] = share
        sum += share
      }
    for (let cell = 0; cell < pair.length; cell += 1) gradient[cell] = (gradient[cell] ?? 0) + (pair[cell] ?? 0) / sum
    const right = (labels[at - 1] ?? 0) * labelCount + (labels[at] ?? 0)
    gradient[right] = (gradient[right] ?? 0) - 1
  }
  for (let cell = 0; cell < labelCount * labelCount; cell += 1) {
    const [from, to] = [Math.floor(cell / labelCount), cell % labelCount]
    if (mayFollow(from, to) && gradient[cell] !== 0) move(transitions, sums, cell, gradient[cell] ?? 0)
  }
}

function shuffle(list: Sequence[], random: Random): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1)
    const [one, two] = [list[at], list[other]]
    if (one && two) [list[at], list[other]] = [two, one]
  }
}

/** Weights as bytes: the largest of a thousand tells the unit, the few beyond are cut. */
function quantised(weights: Float32Array): Pick<TaggerModel, 'weights' | 'unit'> {
  const sizes = Float32Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort()
  const unit = (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127
  return {
    unit,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / unit)))),
  }
}
