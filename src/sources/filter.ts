import picomatch from 'picomatch'
import type { ItemRef } from '../core/item.ts'
import type { Source } from '../core/source.ts'

/** Glob patterns on uris; `include` empty means all. A pattern without '/' matches names at any depth. */
export interface UriFilter {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/**
 * The same source with some of its entries left out.
 * @param omitted uris that are left out whatever the filter says
 */
export function filterSource(source: Source, filter: UriFilter, omitted: ReadonlySet<string> = none): Source {
  if (filter.include.length + filter.exclude.length + omitted.size === 0) return source
  const isWanted = filter.include.length === 0 ? () => true : matcher(filter.include)
  const isUnwanted = matcher(filter.exclude)
  async function* items(signal: AbortSignal): AsyncGenerator<ItemRef> {
    for await (const item of source.items(signal)) {
      if (isWanted(item.uri) && !isUnwanted(item.uri) && !omitted.has(item.uri)) yield item
    }
  }
  return {
    uri: source.uri,
    items,
    open: (item) => source.open(item),
    count: (signal) => countItems(items(signal)),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

const none: ReadonlySet<string> = new Set()

/** Lets other work through every few hundred entries. */
async function countItems(items: AsyncIterable<ItemRef>): Promise<{ readonly files: number; readonly bytes: number }> {
  const total = { files: 0, bytes: 0 }
  for await (const { size } of items) {
    total.files += 1
    total.bytes += size
    if (total.files % 512 === 0) await new Promise(setImmediate)
  }
  return total
}

function matcher(patterns: readonly string[]): (uri: string) => boolean {
  const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }))
  return (uri) => tests.some((test) => test(uri))
}
