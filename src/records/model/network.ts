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
  /** buckets × hiddenUnits, each times `wordScale`; begins at a multiple of four bytes. */
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
  /** What the words came to; undefined where they did not count. */
  readonly words: WordSums | undefined
}

const magic = 'leaksift documents 1\n'

/**
 * Asks the network about a document.
 * @param words undefined where they are in no language it knows
 */
export function ask(network: Network, words: WordGrams | undefined, evidence: Float32Array): Answer {
  const hidden = Float32Array.from(network.hiddenBias)
  const sums = words && sumWords(network, words)
  if (sums)
    for (let unit = 0; unit < hiddenUnits; unit += 1)
      hidden[unit] = (hidden[unit] as number) + (sums.weighted[unit] as number) * network.wordScale
  addRows(network.toHidden, hiddenUnits, evidence, hidden)
  const active = new Uint8Array(hiddenUnits)
  for (let unit = 0; unit < hiddenUnits; unit += 1) {
    if ((hidden[unit] as number) > 0) active[unit] = 1
    else hidden[unit] = 0
  }
  const logits = Float32Array.from(network.kindBias)
  addRows(network.direct, logits.length, evidence, logits)
  addRows(network.toKinds, logits.length, hidden, logits)
  return { probabilities: softmax(logits, network.temperature), active, words: sums }
}

/** Rows of the word matrix added up, one number for each hidden unit, still to be multiplied by `wordScale`. */
export interface WordSums {
  /** Each row times its bucket's weight. */
  readonly weighted: Float64Array
  /** Each row as often as its bucket was met. */
  readonly counted: Float64Array
}

const sorted = new Uint16Array(12_000)
/** Rows whose numbers are added up in 16 bits before those could run over. */
const rowsAtOnce = 256
/** Numbers of a row that are added up in one pass over the rows. */
const unitsAtOnce = 12
const laneMask = 0x00ff00ff
/** Flips each byte's sign, so that −128 … 127 become 0 … 255. */
const signs = 0x80808080 | 0
const bias = 128

/**
 * Adds up the rows of a text's buckets. Buckets that were met equally often weigh the same: their rows are added as
 * whole numbers first, four to a machine word.
 */
export function sumWords({ words }: Network, grams: WordGrams): WordSums {
  const rows = new Int32Array(words.buffer, words.byteOffset, words.length >> 2)
  const weighted = new Float64Array(hiddenUnits)
  const counted = new Float64Array(hiddenUnits)
  const sums = new Float64Array(hiddenUnits)
  for (const { from, to, times, weight } of groupsOf(grams)) {
    sums.fill(0)
    for (let start = from; start < to; start += rowsAtOnce)
      for (let unit = 0; unit < hiddenUnits; unit += unitsAtOnce)
        addBytes(rows, start, Math.min(start + rowsAtOnce, to), unit, sums)
    for (let unit = 0; unit < hiddenUnits; unit += 1) {
      const sum = (sums[unit] as number) - bias * (to - from)
      weighted[unit] = (weighted[unit] as number) + weight * sum
      counted[unit] = (counted[unit] as number) + times * sum
    }
  }
  return { weighted, counted }
}

interface Group {
  readonly from: number
  readonly to: number
  readonly times: number
  readonly weight: number
}

/** The buckets in the order of how often they were met; stretches of `sorted`. */
function groupsOf({ count, buckets: opened, counts, weights }: WordGrams): readonly Group[] {
  const groups = new Map<number, { size: number; weight: number; at: number }>()
  for (let index = 0; index < count; index += 1) {
    const times = counts[index] as number
    const group = groups.get(times)
    if (group) group.size += 1
    else groups.set(times, { size: 1, weight: weights[index] as number, at: 0 })
  }
  let start = 0
  for (const group of groups.values()) {
    group.at = start
    start += group.size
  }
  for (let index = 0; index < count; index += 1) {
    const group = groups.get(counts[index] as number)
    if (!group) continue
    sorted[group.at] = opened[index] as number
    group.at += 1
  }
  return Array.from(groups, ([times, { size, weight, at }]) => ({ from: at - size, to: at, times, weight }))
}

/** Adds `unitsAtOnce` bytes of each row, from `unit` on, each sum in 16 bits of its own. */
function addBytes(rows: Int32Array, from: number, to: number, unit: number, sums: Float64Array): void {
  let even0 = 0
  let odd0 = 0
  let even1 = 0
  let odd1 = 0
  let even2 = 0
  let odd2 = 0
  const offset = unit >> 2
  for (let index = from; index < to; index += 1) {
    const at = (sorted[index] as number) * (hiddenUnits / 4) + offset
    const first = (rows[at] as number) ^ signs
    const second = (rows[at + 1] as number) ^ signs
    const third = (rows[at + 2] as number) ^ signs
    even0 = (even0 + (first & laneMask)) | 0
    odd0 = (odd0 + ((first >>> 8) & laneMask)) | 0
    even1 = (even1 + (second & laneMask)) | 0
    odd1 = (odd1 + ((second >>> 8) & laneMask)) | 0
    even2 = (even2 + (third & laneMask)) | 0
    odd2 = (odd2 + ((third >>> 8) & laneMask)) | 0
  }
  addLanes(even0, odd0, unit, sums)
  addLanes(even1, odd1, unit + 4, sums)
  addLanes(even2, odd2, unit + 8, sums)
}

function addLanes(even: number, odd: number, unit: number, sums: Float64Array): void {
  sums[unit] = (sums[unit] as number) + (even & 0xffff)
  sums[unit + 1] = (sums[unit + 1] as number) + (odd & 0xffff)
  sums[unit + 2] = (sums[unit + 2] as number) + (even >>> 16)
  sums[unit + 3] = (sums[unit + 3] as number) + (odd >>> 16)
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
export function pullOfUnits({ toKinds }: Network, { active }: Answer, against: Rivals): Float32Array {
  const pulls = new Float32Array(hiddenUnits)
  for (let unit = 0; unit < hiddenUnits; unit += 1) if (active[unit] !== 0) pulls[unit] = pull(toKinds, unit, against)
  return pulls
}

/** A kind, and how much each of the others counts against it. */
export interface Rivals {
  readonly kind: number
  /** One for each kind, each as likely as it is among the others; 0 for the kind itself. */
  readonly shares: Float64Array
}

/** The kinds that one is held against, each as likely as the answer says. */
export function rivalsOf({ probabilities }: Answer, kind: number): Rivals {
  const shares = new Float64Array(probabilities.length)
  const rest = 1 - (probabilities[kind] as number)
  for (let at = 0; at < shares.length; at += 1)
    if (at !== kind) shares[at] = rest < 1e-6 ? 1 / (shares.length - 1) : (probabilities[at] as number) / rest
  return { kind, shares }
}

/** The weight that a row of `matrix` has for the kind, less its mean over the rivals. */
export function pull(matrix: Float32Array, row: number, { kind, shares }: Rivals): number {
  const start = row * shares.length
  let others = 0
  for (let at = 0; at < shares.length; at += 1) others += (shares[at] as number) * (matrix[start + at] as number)
  return (matrix[start + kind] as number) - others
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
  const words = new Int8Array(bytes.buffer, bytes.byteOffset + at, buckets * hiddenUnits).slice()
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
