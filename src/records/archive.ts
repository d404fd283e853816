import type { RecordKind } from '../core/record.ts'

/** Containers of other items: known by their format. What they hold has records of its own. */
export const archive: RecordKind = Object.freeze({
  id: 'archive',
  title: 'Archive',
  sensitivity: { category: 'simple' },
  examples: { hits: [], misses: ['The archive of the town is open on Mondays.'] },
  match: ({ medium }) => (medium === 'archive' ? { confidence: 0.97, because: ['format of an archive'] } : undefined),
} satisfies RecordKind)
