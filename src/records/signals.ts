import type { Sample } from '../core/record.ts'
import { Structure } from './structure.ts'
import { makeTermIndex, type TermHit } from './term-index.ts'
import { type Feature, features, vocabulary } from './terms/features.ts'
import { termsOf } from './terms/vocabulary.ts'
import { type Title, titlesOf } from './titles.ts'

/** Characters of an item that decide its kind and give its fields: some fifteen dense pages. */
const charactersRead = 60_000
/** Terms that are told apart in one item. */
const termsRead = 6_000

export type Hit = TermHit<Feature>

const index = makeTermIndex(allTerms())
const known = new WeakMap<Sample, Signals>()

/** What the terms of a sample's text show: worked out once, however many kinds ask. */
export function signalsOf(sample: Sample): Signals {
  let signals = known.get(sample)
  if (!signals) {
    signals = new Signals(textOf(sample))
    known.set(sample, signals)
  }
  return signals
}

const none: readonly Hit[] = Object.freeze([])

/** The terms found in a text, by what they show, and which of them stand as titles. */
export class Signals {
  readonly text: string
  /** In the order of the text. */
  readonly hits: readonly Hit[]
  readonly structure: Structure
  readonly #byFeature = new Map<Feature, Hit[]>()
  #titles: readonly Title[] | undefined

  constructor(text: string) {
    this.text = text
    this.structure = new Structure(text)
    this.hits = index.find(text, termsRead)
    for (const hit of this.hits) {
      for (const feature of hit.features) {
        const same = this.#byFeature.get(feature)
        if (same) same.push(hit)
        else this.#byFeature.set(feature, [hit])
      }
    }
  }

  /** The terms that show this, in the order of the text. */
  of(feature: Feature): readonly Hit[] {
    return this.#byFeature.get(feature) ?? none
  }

  count(feature: Feature): number {
    return this.of(feature).length
  }

  /** How many different terms show this. */
  distinct(feature: Feature): number {
    const hits = this.of(feature)
    if (hits.length < 2) return hits.length
    return new Set(hits.map(({ term }) => term)).size
  }

  /** Terms that stand as a title, the most prominent first. */
  get titles(): readonly Title[] {
    this.#titles ??= titlesOf(this.text, this.hits)
    return this.#titles
  }
}

/** The text that speaks for the item: what it says itself, without names of files and metadata. */
function textOf({ segments }: Sample): string {
  const own = segments.filter(({ origin }) => origin !== 'filename' && origin !== 'metadata')
  const text = own.length === 1 ? (own[0]?.text ?? '') : own.map((segment) => segment.text).join('\n')
  return text.length > charactersRead ? text.slice(0, charactersRead) : text
}

function* allTerms(): Generator<readonly [term: string, feature: Feature]> {
  for (const feature of features) {
    for (const list of Object.values(vocabulary[feature])) for (const term of termsOf(list)) yield [term, feature]
  }
}
