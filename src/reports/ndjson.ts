import { safeJson } from '../core/escape.ts'
import type { Reporter, StoredRecord } from '../core/result.ts'

/** Every record whole, one JSON object a line. */
export const ndjsonExport: Reporter = Object.freeze({
  id: 'ndjson',
  title: 'every record whole, one JSON object a line',
  render(_summary, records, write) {
    for (const record of records()) write(`${safeJson(record)}\n`)
  },
} satisfies Reporter)

/**
 * The same without what differs between two scans of equal input: ids, times, and digests made with the store's own
 * key. Lines come in uri order, members in alphabetical order.
 */
export const canonicalExport: Reporter = Object.freeze({
  id: 'ndjson-canonical',
  title: 'every record, equal for equal scans',
  render(_summary, records, write) {
    const uris = new Map<number, string>()
    for (const record of records()) uris.set(record.id, record.uri)
    for (const record of records()) write(`${safeJson(canonical(record, uris))}\n`)
  },
} satisfies Reporter)

function canonical(record: StoredRecord, uris: ReadonlyMap<number, string>): unknown {
  const { id: _id, modifiedAt: _modifiedAt, parentId, duplicateOf, ...rest } = record
  const parent = parentId === null ? null : uris.get(parentId)
  const duplicate = duplicateOf === null ? null : uris.get(duplicateOf)
  return sorted({ ...rest, parent, duplicateOf: duplicate })
}

/** A value with its objects' members in order, and without keyed digests. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([name]) => name !== 'digest')
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]),
  )
}
