import type { RecordKind } from '../core/record.ts'
import { healthRecordOf } from './health-record.ts'
import { judgementOf, signalsOf } from './sample.ts'
import { elsewhere } from './terms/features.ts'

/** What {@link other} says where it knows nothing by itself: it is then as sure as the likeliest kind is unlikely. */
export const undecided = 0.5

/** Everything that is none of the other kinds. It wins where no kind is likelier than not. */
export const other: RecordKind = Object.freeze({
  id: 'other',
  title: 'Anything else',
  sensitivity: { category: 'simple' },
  examples: { hits: ['Lorem ipsum dolor sit amet.', ''], misses: [] },
  match(sample) {
    if (sample.segments.length === 0) return { confidence: undecided, because: ['no text'] }
    const signals = signalsOf(sample)
    const record = healthRecordOf(sample, signals)
    if (record?.kind === 'other') return { confidence: 0.95, because: [record.name] }
    const judged = sample.medium === 'image' ? undefined : judgementOf(sample)?.of('other')
    return {
      confidence: judged?.confidence ?? undecided,
      get because() {
        const title = signals.titles.find(({ feature }) => elsewhere.includes(feature))
        const named = title ? [`title «${title.term}»`] : []
        if (judged) return [...new Set([...named, ...judged.because])]
        return title ? named : ['no terms of another kind']
      },
    }
  },
} satisfies RecordKind)
