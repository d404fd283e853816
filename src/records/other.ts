import type { RecordKind } from '../core/record.ts'
import { signalsOf } from './sample.ts'
import { elsewhere } from './terms/features.ts'

/** Everything that is none of the other kinds. It wins where no kind is likelier than not. */
export const other: RecordKind = Object.freeze({
  id: 'other',
  title: 'Anything else',
  sensitivity: { category: 'simple' },
  examples: { hits: ['Lorem ipsum dolor sit amet.', ''], misses: [] },
  match(sample) {
    if (sample.segments.length === 0) return { confidence: floor, because: ['no text'] }
    const title = signalsOf(sample).titles.find(({ feature }) => elsewhere.includes(feature))
    return { confidence: floor, because: title ? [`title «${title.term}»`] : ['no terms of another kind'] }
  },
} satisfies RecordKind)

const floor = 0.5
