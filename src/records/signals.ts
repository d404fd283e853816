import { Structure } from './structure.ts'
import { makeTermIndex, type TermHit } from './term-index.ts'
import { type Feature, features, vocabulary } from './terms/features.ts'
import { termsOf } from './terms/vocabulary.ts'
import { type Title, titlesOf } from './titles.ts'

/** Terms that are told apart in one item. */
const termsRead = 6_000

export type Hit = TermHit<Feature>

const index = makeTermIndex(allTerms())
const none: readonly Hit[] = Object.freeze([])

/** The terms found in a text, by what they show, and which of them stand as titles. */
export class Signals {
  readonly text: string
  /** In the order of the text. */
  readonly hits: readonly Hit[]
  readonly structure: Structure
  #byFeature: ReadonlyMap<Feature, readonly Hit[]> | undefined
  #titles: readonly Title[] | undefined

  constructor(text: string) {
    this.text = text
    this.structure = new Structure(text)
    this.hits = index.find(text, termsRead)
  }

  /** The terms that show this, in the order of the text. */
  of(feature: Feature): readonly Hit[] {
    if (this.hits.length === 0) return none
    return this.#found.get(feature) ?? none
  }

  /** What the text's terms show, each once. */
  features(): Iterable<Feature> {
    return this.#found.keys()
  }

  get #found(): ReadonlyMap<Feature, readonly Hit[]> {
    this.#byFeature ??= byFeature(this.hits)
    return this.#byFeature
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

function byFeature(hits: readonly Hit[]): Map<Feature, Hit[]> {
  const found = new Map<Feature, Hit[]>()
  for (const hit of hits) {
    for (const feature of hit.features) {
      const same = found.get(feature)
      if (same) same.push(hit)
      else found.set(feature, [hit])
    }
  }
  return found
}

function* allTerms(): Generator<readonly [term: string, feature: Feature]> {
  for (const feature of features) {
    for (const list of Object.values(vocabulary[feature])) for (const term of termsOf(list)) yield [term, feature]
  }
}
