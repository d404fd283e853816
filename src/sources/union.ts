import { ItemError } from '../core/problem.ts'
import type { Source } from '../core/source.ts'

/** A source with the step that its items' uris begin with. */
export interface LabelledSource {
  readonly label: string
  readonly source: Source
  /** A single file: the label is its whole uri. */
  readonly isFile: boolean
}

/** Several sources as one: each item's uri begins with the label of the source it comes from. Takes over the parts. */
export function unionSource(uri: string, parts: readonly LabelledSource[]): Source {
  const byLabel = new Map(parts.map((part) => [part.label, part.source]))
  return {
    uri,
    async *items(signal) {
      for (const { label, source, isFile } of parts) {
        for await (const item of source.items(signal)) {
          if (signal.aborted) return
          yield { ...item, uri: isFile || item.uri === '.' ? label : `${label}/${item.uri}` }
        }
      }
    },
    async open(item) {
      const [label = '', ...steps] = item.uri.split('/')
      const source = byLabel.get(label)
      if (!source) throw new ItemError('unreadable', 'no source of this name')
      return source.open({ ...item, uri: steps.join('/') })
    },
    async count(signal) {
      const total = { files: 0, bytes: 0 }
      for (const { source } of parts) {
        const part = await source.count?.(signal)
        total.files += part?.files ?? 0
        total.bytes += part?.bytes ?? 0
      }
      return total
    },
    async [Symbol.asyncDispose]() {
      for (const { source } of parts) await source[Symbol.asyncDispose]()
    },
  }
}
