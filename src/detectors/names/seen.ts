import type { Scan } from '../engine/scan.ts'
import { builtInModel, calibrated, type TaggedType } from './model.ts'
import { type TaggedSpan, tagText } from './tag.ts'

const seen = new WeakMap<Scan, readonly TaggedSpan[]>()
const none: readonly TaggedSpan[] = Object.freeze([])
const capital = /\p{Lu}|[\u0621-\u064a]/u

/** A span with its calibrated confidence. */
export interface Seen extends TaggedSpan {
  readonly confidence: number
}

/** What the tagger sees of a type in a text. The text is tagged once for all types, and only where it may hold names. */
export function* seenIn(scan: Scan, type: TaggedType): Iterable<Seen> {
  let spans = seen.get(scan)
  if (spans === undefined) {
    spans = capital.test(scan.text) ? tagText(scan.codes, builtInModel()) : none
    seen.set(scan, spans)
  }
  for (const span of spans) {
    if (span.type === type) yield { ...span, confidence: calibrated(builtInModel().calibrations[type], span.raw) }
  }
}
