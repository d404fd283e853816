import { hiddenUnits as allUnits, type Network } from '../../src/records/model/network.ts'
import { buckets } from '../../src/records/model/word-grams.ts'
import { Random } from './random.ts'
import { modelKinds } from './texts.ts'

/** A document as numbers. */
export interface Case {
  readonly words: Uint16Array
  readonly weights: Float32Array
  readonly evidence: Float32Array
  readonly kind: number
  /** How much it counts. */
  readonly share: number
}

export interface Settings {
  readonly epochs: number
  readonly rate: number
  /** Shrinks weights of words at each of their updates. */
  readonly decay: number
  /** Share of words left out each time a document is met. */
  readonly wordsLeftOut: number
  /** Documents of which all words, and of which all terms, are left out. */
  readonly allWordsLeftOut: number
  readonly evidenceLeftOut: number
  readonly smoothing: number
}

/** Weights in training, with the sums of squared steps that Adagrad divides by. */
interface Layer {
  readonly weights: Float32Array
  readonly squares: Float32Array
}

const kinds = modelKinds.length

/** Networks that are trained apart and then asked together: each errs elsewhere. */
const members = 4
const hiddenUnits = allUnits / members

/** Trains a network, the same for the same cases, settings and seed: several small ones, bound side by side. */
export function learn(
  cases: readonly Case[],
  evidenceIds: readonly string[],
  settings: Settings,
  seed: number,
): Network {
  return bound(
    Array.from({ length: members }, (_, member) => learnOne(cases, evidenceIds, settings, seed * members + member)),
    evidenceIds,
  )
}

function learnOne(cases: readonly Case[], evidenceIds: readonly string[], settings: Settings, seed: number): Member {
  const random = new Random(seed)
  const words = layer(buckets * hiddenUnits, 0.05, random)
  const toHidden = layer(evidenceIds.length * hiddenUnits, 0.3, random)
  const hiddenBias = layer(hiddenUnits, 0, random)
  const toKinds = layer(hiddenUnits * kinds, 0.4, random)
  const direct = layer(evidenceIds.length * kinds, 0, random)
  const kindBias = layer(kinds, 0, random)
  const hidden = new Float32Array(hiddenUnits)
  const hiddenSlope = new Float32Array(hiddenUnits)
  const logits = new Float32Array(kinds)
  const slope = new Float32Array(kinds)
  const kept = new Uint8Array(16_384)
  const evidence = new Float32Array(evidenceIds.length)
  let order = cases.map((_, index) => index)

  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    order = [...random.shuffled(order)]
    const rate = settings.rate * (1 - epoch / settings.epochs) + settings.rate * 0.05
    for (const index of order) {
      const one = cases[index] as Case
      const isWordless = random.chance(settings.allWordsLeftOut)
      const isTermless = !isWordless && random.chance(settings.evidenceLeftOut)
      for (let word = 0; word < one.words.length; word += 1)
        kept[word] = isWordless || random.chance(settings.wordsLeftOut) ? 0 : 1
      for (let at = 0; at < evidence.length; at += 1)
        evidence[at] = isTermless || random.chance(0.1) ? 0 : (one.evidence[at] as number)
      hidden.set(hiddenBias.weights)
      const boost = isWordless ? 0 : 1 / Math.sqrt(1 - settings.wordsLeftOut)
      for (let word = 0; word < one.words.length; word += 1)
        if (kept[word] === 1)
          addRow(words.weights, one.words[word] as number, hidden, (one.weights[word] as number) * boost)
      for (let at = 0; at < evidence.length; at += 1)
        if (evidence[at] !== 0) addRow(toHidden.weights, at, hidden, evidence[at] as number)
      for (let unit = 0; unit < hiddenUnits; unit += 1) if ((hidden[unit] as number) < 0) hidden[unit] = 0
      logits.set(kindBias.weights)
      for (let at = 0; at < evidence.length; at += 1)
        if (evidence[at] !== 0) addRow(direct.weights, at, logits, evidence[at] as number)
      for (let unit = 0; unit < hiddenUnits; unit += 1)
        if (hidden[unit] !== 0) addRow(toKinds.weights, unit, logits, hidden[unit] as number)
      setSlope(logits, one.kind, settings.smoothing, one.share, slope)
      for (let unit = 0; unit < hiddenUnits; unit += 1) {
        let sum = 0
        if (hidden[unit] !== 0)
          for (let kind = 0; kind < kinds; kind += 1)
            sum += (slope[kind] as number) * (toKinds.weights[unit * kinds + kind] as number)
        hiddenSlope[unit] = sum
      }
      step(kindBias, 0, slope, 1, rate, 0)
      for (let unit = 0; unit < hiddenUnits; unit += 1)
        if (hidden[unit] !== 0) step(toKinds, unit, slope, hidden[unit] as number, rate, 1e-6)
      for (let at = 0; at < evidence.length; at += 1) {
        if (evidence[at] === 0) continue
        step(direct, at, slope, evidence[at] as number, rate, 1e-5)
        step(toHidden, at, hiddenSlope, evidence[at] as number, rate, 1e-5)
      }
      step(hiddenBias, 0, hiddenSlope, 1, rate, 0)
      for (let word = 0; word < one.words.length; word += 1)
        if (kept[word] === 1)
          step(
            words,
            one.words[word] as number,
            hiddenSlope,
            (one.weights[word] as number) * boost,
            rate,
            settings.decay,
          )
    }
  }
  return {
    words: words.weights,
    toHidden: toHidden.weights,
    hiddenBias: hiddenBias.weights,
    toKinds: toKinds.weights,
    direct: direct.weights,
    kindBias: kindBias.weights,
  }
}

type Member = Readonly<Record<'words' | 'toHidden' | 'hiddenBias' | 'toKinds' | 'direct' | 'kindBias', Float32Array>>

/** One network whose logits are the mean of the members': their units side by side, what leads to the kinds shared out. */
function bound(networks: readonly Member[], evidenceIds: readonly string[]): Network {
  const { packed, wordScale } = pack(
    sideBySide(
      networks.map(({ words }) => words),
      buckets,
    ),
  )
  return {
    kinds: modelKinds,
    evidence: evidenceIds,
    temperature: 1,
    words: packed,
    wordScale,
    toHidden: sideBySide(
      networks.map(({ toHidden }) => toHidden),
      evidenceIds.length,
    ),
    hiddenBias: sideBySide(
      networks.map(({ hiddenBias }) => hiddenBias),
      1,
    ),
    toKinds: Float32Array.from(
      networks.flatMap(({ toKinds }) => [...toKinds]),
      (weight) => weight / members,
    ),
    direct: meanOf(networks.map(({ direct }) => direct)),
    kindBias: meanOf(networks.map(({ kindBias }) => kindBias)),
  }
}

/** Matrices of as many rows as one whose rows are theirs, one after the other. */
function sideBySide(matrices: readonly Float32Array[], rows: number): Float32Array {
  const out = new Float32Array(matrices.reduce((sum, { length }) => sum + length, 0))
  const width = out.length / rows
  for (const [index, matrix] of matrices.entries()) {
    const own = matrix.length / rows
    for (let row = 0; row < rows; row += 1)
      out.set(matrix.subarray(row * own, (row + 1) * own), row * width + index * own)
  }
  return out
}

function meanOf(lists: readonly Float32Array[]): Float32Array {
  return Float32Array.from(
    lists[0] ?? [],
    (_, index) => lists.reduce((sum, list) => sum + (list[index] ?? 0), 0) / lists.length,
  )
}

function layer(length: number, spread: number, random: Random): Layer {
  const weights = Float32Array.from({ length }, () => (spread === 0 ? 0 : (random.next() * 2 - 1) * spread))
  return { weights, squares: new Float32Array(length).fill(0.01) }
}

function addRow(matrix: Float32Array, row: number, out: Float32Array, value: number): void {
  const from = row * out.length
  for (let at = 0; at < out.length; at += 1) out[at] = (out[at] as number) + value * (matrix[from + at] as number)
}

/** The slope of the cross entropy by each logit. */
function setSlope(logits: Float32Array, kind: number, smoothing: number, share: number, slope: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY
  for (const logit of logits) highest = Math.max(highest, logit)
  let sum = 0
  for (let at = 0; at < logits.length; at += 1) {
    slope[at] = Math.exp((logits[at] as number) - highest)
    sum += slope[at] as number
  }
  for (let at = 0; at < logits.length; at += 1) {
    const wanted = at === kind ? 1 - smoothing : smoothing / (logits.length - 1)
    slope[at] = ((slope[at] as number) / sum - wanted) * share
  }
}

/** One step of Adagrad for a row. */
function step(
  { weights, squares }: Layer,
  row: number,
  slope: Float32Array,
  input: number,
  rate: number,
  decay: number,
): void {
  const from = row * slope.length
  for (let at = 0; at < slope.length; at += 1) {
    const by = (slope[at] as number) * input
    if (by === 0) continue
    const place = from + at
    const squared = (squares[place] as number) + by * by
    squares[place] = squared
    const weight = weights[place] as number
    weights[place] = weight - (rate * by) / Math.sqrt(squared) - rate * decay * weight
  }
}

/** Weights in 8 bits: the few largest are cut to where all but one in ten thousand lie. */
function pack(weights: Float32Array): { readonly packed: Int8Array; readonly wordScale: number } {
  const sizes = Float32Array.from(weights, Math.abs).sort()
  const largest = sizes[Math.floor(sizes.length * 0.9999)] as number
  const wordScale = largest / 127
  const packed = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / wordScale))))
  return { packed, wordScale }
}
