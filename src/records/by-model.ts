import type { Match, RecordKindId, Sample } from '../core/record.ts'
import { judgementOf } from './sample.ts'

/** A kind less likely than this is none, even where all others are less likely still. */
const leastLikely = 0.4

/** What the model says of a sample's text for one kind: a match where no other kind of document is likelier. */
export function byModel(sample: Sample, kind: RecordKindId): Match | undefined {
  const judgement = judgementOf(sample)
  if (judgement?.likeliest.kind !== kind || judgement.likeliest.confidence < leastLikely) return undefined
  return judgement.of(kind)
}
