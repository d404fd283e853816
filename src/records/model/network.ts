import type { WordGrams } from './word-grams.ts'
import { buckets } from './word-grams.ts'

/** Units of the hidden layer: those of four networks trained apart, side by side. */
export const hiddenUnits = 48

/** A network's numbers: words by bucket in 8 bits, everything else in single precision. */
export interface Network {
  readonly kinds: readonly string[]
  /** Ids of the evidence it was trained on, in order. */
  readonly evidence: readonly string[]
  /** Divides the logits before they become probabilities. */
  readonly temperature: number
  /** buckets × hiddenUnits, each times `wordScale`. */
  readonly words: Int8Array
  readonly wordScale: number
  /** evidence × hiddenUnits. */
  readonly toHidden: Float32Array
  readonly hiddenBias: Float32Array
  /** hiddenUnits × kinds. */
  readonly toKinds: Float32Array
  /** evidence × kinds: what terms and structure say straight away. */
  readonly direct: Float32Array
  readonly kindBias: Float32Array
}

/** What the network makes of one document. */
export interface Answer {
  /** One for each kind; they add up to 1. */
  readonly probabilities: Float32Array
  /** Which hidden units take part: the others are zero. */
  readonly active: Uint8Array
}

const magic = 'leaksift documents 1\n'

/**
 * Asks the network about a document.
 * @param words undefined where they are in no language it knows
 */
export function ask(network: Network, words: WordGrams | undefined, evidence: Float32Array): Answer {
  const hidden = Float32Array.from(network.hiddenBias)
  if (words) addWords(network, words, hidden)
  addRows(network.toHidden, hiddenUnits, evidence, hidden)
  const active = new Uint8Array(hiddenUnits)
  for (let unit = 0; unit < hiddenUnits; unit += 1) {
    if ((hidden[unit] as number) > 0) active[unit] = 1
    else hidden[unit] = 0
  }
  const logits = Float32Array.from(network.kindBias)
  addRows(network.direct, logits.length, evidence, logits)
  addRows(network.toKinds, logits.length, hidden, logits)
  return { probabilities: softmax(logits, network.temperature), active }
}

function addWords({ words, wordScale }: Network, grams: WordGrams, hidden: Float32Array): void {
  const sums = new Float32Array(hiddenUnits)
  for (let index = 0; index < grams.count; index += 1) {
    const row = (grams.buckets[index] as number) * hiddenUnits
    const weight = grams.weights[index] as number
    for (let unit = 0; unit < hiddenUnits; unit += 1)
      sums[unit] = (sums[unit] as number) + weight * (words[row + unit] as number)
  }
  for (let unit = 0; unit < hiddenUnits; unit += 1)
    hidden[unit] = (hidden[unit] as number) + (sums[unit] as number) * wordScale
}

function addRows(matrix: Float32Array, width: number, inputs: Float32Array, out: Float32Array): void {
  for (let input = 0; input < inputs.length; input += 1) {
    const value = inputs[input] as number
    if (value === 0) continue
    const row = input * width
    for (let at = 0; at < width; at += 1) out[at] = (out[at] as number) + value * (matrix[row + at] as number)
  }
}

function softmax(logits: Float32Array, temperature: number): Float32Array {
  const out = new Float32Array(logits.length)
  const highest = Math.max(...logits)
  let sum = 0
  for (let kind = 0; kind < logits.length; kind += 1) {
    const value = Math.exp(((logits[kind] as number) - highest) / temperature)
    out[kind] = value
    sum += value
  }
  for (let kind = 0; kind < out.length; kind += 1) out[kind] = (out[kind] as number) / sum
  return out
}

/** How much hidden units, and so everything that feeds them, speak for `kind` against what the answer thinks of the others. */
export function pullOfUnits(network: Network, { probabilities, active }: Answer, kind: number): Float32Array {
  const width = network.kinds.length
  return Float32Array.from({ length: hiddenUnits }, (_, unit) =>
    active[unit] === 0 ? 0 : pull(network.toKinds.subarray(unit * width, (unit + 1) * width), probabilities, kind),
  )
}

/** A row's weight for `kind` less its mean over the other kinds, each as likely as it is. */
export function pull(row: Float32Array, probabilities: Float32Array, kind: number): number {
  const rest = 1 - (probabilities[kind] as number)
  let others = 0
  for (let at = 0; at < row.length; at += 1) {
    const share = rest < 1e-6 ? 1 / (row.length - 1) : (probabilities[at] as number) / rest
    if (at !== kind) others += share * (row[at] as number)
  }
  return (row[kind] as number) - others
}

/** A network as the bytes of its file: a line of JSON, then its numbers, little-endian. */
export function writeNetwork(network: Network): Uint8Array {
  const { kinds, evidence, temperature, wordScale, words } = network
  const head = Buffer.from(`${magic}${JSON.stringify({ kinds, evidence, temperature, wordScale })}\n`)
  const floats = [network.toHidden, network.hiddenBias, network.toKinds, network.direct, network.kindBias]
  const numbers = floats.map((list) => {
    const bytes = Buffer.alloc(list.length * 4)
    for (const [index, value] of list.entries()) bytes.writeFloatLE(value, index * 4)
    return bytes
  })
  return Buffer.concat([head, Buffer.from(words.buffer, words.byteOffset, words.length), ...numbers])
}

/**
 * The network in a file's bytes.
 * @throws Error where they are not ones that {@link writeNetwork} made
 */
export function readNetwork(bytes: Uint8Array): Network {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (buffer.toString('latin1', 0, magic.length) !== magic) throw new Error('not a model of documents')
  const headEnd = buffer.indexOf(0x0a, magic.length)
  const head: Pick<Network, 'kinds' | 'evidence' | 'temperature' | 'wordScale'> = JSON.parse(
    buffer.toString('utf8', magic.length, headEnd),
  )
  const { kinds, evidence } = head
  let at = headEnd + 1
  const words = new Int8Array(bytes.buffer, bytes.byteOffset + at, buckets * hiddenUnits)
  at += words.length
  const floats = (length: number): Float32Array => {
    const out = Float32Array.from({ length }, (_, index) => buffer.readFloatLE(at + index * 4))
    at += length * 4
    return out
  }
  return Object.freeze({
    ...head,
    words,
    toHidden: floats(evidence.length * hiddenUnits),
    hiddenBias: floats(hiddenUnits),
    toKinds: floats(hiddenUnits * kinds.length),
    direct: floats(evidence.length * kinds.length),
    kindBias: floats(kinds.length),
  })
}
