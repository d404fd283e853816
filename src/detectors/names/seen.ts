import { oncePerScan, type Scan } from '../engine/scan.ts'
import { builtInModel, calibrated, type TaggedType } from './model.ts'
import { type TaggedSpan, tagText } from './tag.ts'

const none: readonly TaggedSpan[] = Object.freeze([])
const basicCapital = /[A-Z]/
const beyondBasic = /[^\0-\x7f]/
const capital = /\p{Lu}|[\u0621-\u064a]/u

/** A span with its calibrated confidence. */
export interface Seen extends TaggedSpan {
  readonly confidence: number
}

/** The last question takes some times as long as the others. */
function mayHoldNames(text: string): boolean {
  return basicCapital.test(text) || (beyondBasic.test(text) && capital.test(text))
}

/** A text is tagged once for all types, and only where it may hold names. */
const spansIn = oncePerScan(({ text, codes }): readonly TaggedSpan[] =>
  mayHoldNames(text) ? tagText(codes, builtInModel()) : none,
)

/** What the tagger sees of a type in a text. */
export function* seenIn(scan: Scan, type: TaggedType): Iterable<Seen> {
  for (const span of spansIn(scan)) {
    if (span.type === type) yield { ...span, confidence: calibrated(builtInModel().calibrations[type], span.raw) }
  }
}
