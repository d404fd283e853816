import { evidenceOf } from '../../src/records/model/evidence.ts'
import { modelLanguages, wordCharacters } from '../../src/records/model/judgement.ts'
import { ask, type Network } from '../../src/records/model/network.ts'
import { wordGrams } from '../../src/records/model/word-grams.ts'
import { Signals } from '../../src/records/signals.ts'
import type { MadeUp } from './dataset.ts'
import type { Case } from './learn.ts'
import { type ModelKind, modelKinds } from './texts.ts'

/** Documents as numbers; those of a kind and language of which there are few count more. */
export function casesOf(documents: readonly MadeUp[]): readonly Case[] {
  const groupOf = ({ language, kind }: MadeUp) => `${language} ${kind}`
  const sizes = new Map<string, number>()
  for (const document of documents) sizes.set(groupOf(document), (sizes.get(groupOf(document)) ?? 0) + 1)
  const mean = documents.length / sizes.size
  return documents.map((document) => ({
    ...numbersOf(document.text),
    kind: modelKinds.indexOf(document.kind),
    share: Math.sqrt(mean / (sizes.get(groupOf(document)) ?? mean)),
  }))
}

function numbersOf(text: string): Pick<Case, 'words' | 'weights' | 'evidence'> {
  const { count, buckets, weights } = wordGrams(text, wordCharacters)
  return {
    words: buckets.slice(0, count),
    weights: weights.slice(0, count),
    evidence: evidenceOf(new Signals(text)),
  }
}

/** What a network made of a document whose kind is known. */
export interface Judged {
  readonly language: string
  readonly title: string
  readonly kind: ModelKind
  readonly got: ModelKind
  /** Of the kind that it got. */
  readonly confidence: number
  /** Of the kind that it is. */
  readonly likelihood: number
}

/** Asks a network about a document, as the program would: words in a language of the model count, others do not. */
export function judgedBy(network: Network, { language, title, kind, text }: MadeUp): Judged {
  const isKnown = modelLanguages.has(language) || language === 'xx'
  const words = isKnown ? wordGrams(text, wordCharacters) : undefined
  const { probabilities } = ask(network, words, evidenceOf(new Signals(text)))
  const best = probabilities.indexOf(Math.max(...probabilities))
  return {
    language,
    title,
    kind,
    got: modelKinds[best] as ModelKind,
    confidence: probabilities[best] as number,
    likelihood: probabilities[modelKinds.indexOf(kind)] as number,
  }
}
