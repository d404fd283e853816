import type { Match, RecordKindId } from '../../core/record.ts'
import type { Signals } from '../signals.ts'
import { vocabulary } from '../terms/features.ts'
import { termsOf } from '../terms/vocabulary.ts'
import { fold } from '../text/fold.ts'
import { evidenceList, evidenceOf } from './evidence.ts'
import { documentModel } from './model.ts'
import { type Answer, ask, hiddenUnits, type Network, pull, pullOfUnits } from './network.ts'
import { wordGrams } from './word-grams.ts'

/** Characters of a text whose words are read. */
export const wordCharacters = 12_000

/** The languages whose words the model has read. A text in another is judged by its structure and known terms alone. */
export const modelLanguages: ReadonlySet<string> = new Set(['fr', 'en', 'es', 'de', 'it', 'pt', 'nl', 'ar'])

/** Kinds less likely than this are no match. */
const leastConfidence = 0.05
/** From here on a reason is worth telling, in log-odds. */
const leastWeight = 0.12
const reasonsKept = 8
const wordsKept = 5

/** What the model makes of a text. */
export interface Judgement {
  /** How likely the text is of this kind, with the reasons; undefined where that is unlikely. */
  of(kind: RecordKindId): Match | undefined
  /** The likeliest kind, with how likely it is. */
  readonly likeliest: { readonly kind: RecordKindId; readonly confidence: number }
}

/**
 * Asks the model about a text.
 * @param language ISO 639-1; where it is unknown the words count too
 * @returns undefined where the text holds nothing that any kind of document would hold
 */
export function judge(signals: Signals, language: string | undefined): Judgement | undefined {
  if (signals.hits.length === 0 && signals.structure.machineReadableLines === 0) return undefined
  const network = documentModel()
  const isKnown = language === undefined || modelLanguages.has(language)
  const evidence = evidenceOf(signals)
  const answer = ask(network, isKnown ? wordGrams(signals.text, wordCharacters) : undefined, evidence)
  const kinds = network.kinds as readonly RecordKindId[]
  const because = (index: number) => reasonsFor(index, { network, answer, evidence, signals, isKnown })
  let best = 0
  for (let index = 1; index < kinds.length; index += 1) if (at(answer, index) > at(answer, best)) best = index
  return {
    likeliest: { kind: kinds[best] as RecordKindId, confidence: rounded(at(answer, best)) },
    of(kind) {
      const index = kinds.indexOf(kind)
      if (index < 0 || at(answer, index) < leastConfidence) return undefined
      return {
        confidence: rounded(at(answer, index)),
        get because() {
          return because(index)
        },
      }
    },
  }
}

interface Case {
  readonly network: Network
  readonly answer: Answer
  readonly evidence: Float32Array
  readonly signals: Signals
  readonly isKnown: boolean
}

interface Reason {
  readonly weight: number
  readonly text: string
}

/** What counted most for a kind, and against it: titles, terms, structure, words that the vocabulary has. */
function reasonsFor(kind: number, one: Case): readonly string[] {
  const units = pullOfUnits(one.network, one.answer, kind)
  const found = [...evidenceReasons(kind, units, one)]
  const words = one.isKnown ? tellingWords(units, one) : undefined
  if (words) found.push(words)
  const heaviest = found
    .filter(({ weight }) => Math.abs(weight) >= leastWeight)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, reasonsKept)
    .map(({ weight, text }) => (weight < 0 ? `against: ${text}` : text))
  const told = [...new Set(heaviest)]
  return [...(told.length > 0 ? told : ['all of its words together']), ...(one.isKnown ? [] : [byStructure])]
}

const byStructure = 'judged by structure: in none of the languages of the model'

function* evidenceReasons(kind: number, units: Float32Array, one: Case): Generator<Reason> {
  const { network, answer, evidence, signals } = one
  const width = network.kinds.length
  for (const [index, { id, reason }] of evidenceList.entries()) {
    const value = evidence[index] as number
    if (value === 0) continue
    let weight = pull(network.direct.subarray(index * width, (index + 1) * width), answer.probabilities, kind)
    for (let unit = 0; unit < hiddenUnits; unit += 1)
      weight += (network.toHidden[index * hiddenUnits + unit] as number) * (units[unit] as number)
    const title = id.startsWith('title:') ? signals.titles.find(({ feature }) => id === `title:${feature}`) : undefined
    yield { weight: weight * value, text: title ? `title «${title.term}»` : reason }
  }
}

const wordsReadForReasons = 4_000

/** The words that spoke loudest for the kind, of those that stand in the vocabulary: names never do. */
function tellingWords(units: Float32Array, { network, signals }: Case): Reason | undefined {
  const weights = new Map<string, number>()
  let all = 0
  const grams = wordGrams(signals.text, wordsReadForReasons, (start, end, opened) => {
    let weight = 0
    for (const bucket of opened) {
      const row = bucket * hiddenUnits
      for (let unit = 0; unit < hiddenUnits; unit += 1)
        weight += (network.words[row + unit] as number) * (units[unit] as number)
    }
    all += weight
    if (weight <= 0) return
    const word = fold(signals.text.slice(start, end))
    if (knownWords().has(word)) weights.set(word, Math.max(weights.get(word) ?? 0, weight))
  })
  const scale = network.wordScale * (grams.weights[0] ?? 0)
  const loudest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, wordsKept)
  if (loudest.length === 0) return undefined
  return { weight: Math.max(all * scale, 0), text: `words ${loudest.map(([word]) => `«${word}»`).join(', ')}` }
}

let known: ReadonlySet<string> | undefined

/** The single words of the vocabulary, four letters and longer. */
function knownWords(): ReadonlySet<string> {
  known ??= new Set(
    Object.values(vocabulary)
      .flatMap((lists) => Object.values(lists))
      .flatMap((list) => termsOf(list))
      .flatMap((term) => fold(term).split(/[^\p{L}]+/u))
      .filter((word) => word.length > 3),
  )
  return known
}

function at({ probabilities }: Answer, index: number): number {
  return probabilities[index] as number
}

function rounded(probability: number): number {
  return Math.round(probability * 1_000) / 1_000
}
