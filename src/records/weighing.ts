import type { Match } from '../core/record.ts'
import type { Signals } from './signals.ts'
import type { Feature } from './terms/features.ts'
import { type Title, titleFeatures } from './titles.ts'

/** Matches less likely than this are none. */
const leastConfidence = 0.2
const reasonsKept = 8

/** Adds up what speaks for a kind and against it, in log-odds, and keeps the reasons. */
export class Weighing {
  #sum: number
  readonly #reasons: { readonly weight: number; readonly reason: string }[] = []

  /** @param bias the log-odds of the kind where nothing is known */
  constructor(bias: number) {
    this.#sum = bias
  }

  get sum(): number {
    return this.#sum
  }

  /** @param weight log-odds; 0 is no reason */
  add(weight: number, reason: string): void {
    if (weight === 0) return
    this.#sum += weight
    this.#reasons.push({ weight, reason: weight < 0 ? `against: ${reason}` : reason })
  }

  /** So much for each, up to a limit. */
  each(count: number, weight: number, most: number, reason: string): void {
    if (count > 0)
      this.add(
        weight < 0 ? Math.max(count * weight, -most) : Math.min(count * weight, most),
        count > 1 ? `${reason} (${count})` : reason,
      )
  }

  /** The match, with the weightiest reasons; undefined where it is unlikely. */
  match(): Match | undefined {
    const confidence = 1 / (1 + Math.exp(-this.#sum))
    if (confidence < leastConfidence) return undefined
    const heaviest = this.#reasons.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, reasonsKept)
    return { confidence: Math.round(confidence * 1000) / 1000, because: heaviest.map(({ reason }) => reason) }
  }
}

const ownTitleWeight = 4.2
const otherTitleWeight = 3.6
/** How much of another title a document's own title outweighs. */
const outweighed = 0.65

/**
 * What the titles say about a kind: its own against the most prominent of other documents.
 * @param neutral titles that say nothing against the kind
 */
export function weighTitles(
  weighing: Weighing,
  signals: Signals,
  own: readonly Feature[],
  neutral: readonly Feature[] = [],
): { readonly own: number; readonly other: number } {
  const ours = strongest(signals.titles, (feature) => own.includes(feature))
  const others = strongest(
    signals.titles,
    (feature) => titleFeatures.has(feature) && !own.includes(feature) && !neutral.includes(feature),
  )
  const strength = (ours?.strength ?? 0) * prominence(ours, others)
  if (ours) weighing.add(ownTitleWeight * strength, `title «${ours.term}»`)
  const rest = (others?.strength ?? 0) - outweighed * strength
  if (others && rest > 0) weighing.add(-otherTitleWeight * rest, `title «${others.term}»`)
  return { own: ours?.strength ?? 0, other: others?.strength ?? 0 }
}

/** A term below the title of another document is rather the heading of a part. */
function prominence(own: Title | undefined, other: Title | undefined): number {
  if (!own || !other || own.strength >= other.strength * 0.8) return 1
  return (own.strength / other.strength) * 0.7
}

function strongest(titles: readonly Title[], isWanted: (feature: Feature) => boolean): Title | undefined {
  return titles.find(({ feature }) => isWanted(feature))
}
