import type { Match, RecordKindId } from '../../core/record.ts'
import type { Signals } from '../signals.ts'
import { fold } from '../text/fold.ts'
import { type Evidence, evidenceList, evidenceOf } from './evidence.ts'
import { isKnownWord } from './known-words.ts'
import { documentModel } from './model.ts'
import {
  type Answer,
  ask,
  hiddenUnits,
  type Network,
  pull,
  pullOfUnits,
  type Rivals,
  rivalsOf,
  sumWords,
} from './network.ts'
import { bucketsOfWord, wordGrams } from './word-grams.ts'

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
  const against = rivalsOf(one.answer, kind)
  const units = pullOfUnits(one.network, one.answer, against)
  const found = evidenceReasons(against, units, one)
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

function evidenceReasons(against: Rivals, units: Float32Array, { network, evidence, signals }: Case): Reason[] {
  const { direct, toHidden } = network
  const found: Reason[] = []
  for (let index = 0; index < evidence.length; index += 1) {
    const value = evidence[index] as number
    if (value === 0) continue
    let weight = pull(direct, index, against)
    const row = index * hiddenUnits
    for (let unit = 0; unit < hiddenUnits; unit += 1)
      weight += (toHidden[row + unit] as number) * (units[unit] as number)
    found.push({ weight: weight * value, text: reasonAt(index, signals) })
  }
  return found
}

function reasonAt(index: number, { titles }: Signals): string {
  const { id, reason } = evidenceList[index] as Evidence
  const title = id.startsWith('title:') ? titles.find(({ feature }) => id === `title:${feature}`) : undefined
  return title ? `title «${title.term}»` : reason
}

const wordsReadForReasons = 4_000

/** The words that spoke loudest for the kind, of those that stand in the vocabulary: names never do. */
function tellingWords(units: Float32Array, { network, answer, signals: { text } }: Case): Reason | undefined {
  const grams = wordGrams(text, wordsReadForReasons)
  const sums = (text.length <= wordsReadForReasons ? answer.words : undefined) ?? sumWords(network, grams)
  const weights = new Map<string, number>()
  for (let index = 0; index < grams.candidates.length; index += 3) {
    const [start = 0, end = 0, previous = 0] = grams.candidates.slice(index, index + 3)
    const written = text.slice(start, end)
    const word = fold(written)
    if (!isKnownWord(word)) continue
    const weight = weightOfWord(bucketsOfWord(written, previous), network, units)
    if (weight > 0) weights.set(word, Math.max(weights.get(word) ?? 0, weight))
  }
  const loudest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, wordsKept)
  if (loudest.length === 0) return undefined
  let all = 0
  for (let unit = 0; unit < hiddenUnits; unit += 1) all += (sums.counted[unit] as number) * (units[unit] as number)
  const scale = network.wordScale * (grams.weights[0] ?? 0)
  return { weight: Math.max(all * scale, 0), text: `words ${loudest.map(([word]) => `«${word}»`).join(', ')}` }
}

function weightOfWord(opened: readonly number[], { words }: Network, units: Float32Array): number {
  let weight = 0
  for (const bucket of opened) {
    const row = bucket * hiddenUnits
    for (let unit = 0; unit < hiddenUnits; unit += 1) weight += (words[row + unit] as number) * (units[unit] as number)
  }
  return weight
}

function at({ probabilities }: Answer, index: number): number {
  return probabilities[index] as number
}

function rounded(probability: number): number {
  return Math.round(probability * 1_000) / 1_000
}
