import picomatch from 'picomatch'
import type { Source } from '../core/source.ts'

/** Glob patterns on uris; `include` empty means all. A pattern without '/' matches names at any depth. */
export interface UriFilter {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

/** The same source with some of its entries left out. */
export function filterSource(source: Source, filter: UriFilter): Source {
  if (filter.include.length + filter.exclude.length === 0) return source
  const isWanted = filter.include.length === 0 ? () => true : matcher(filter.include)
  const isUnwanted = matcher(filter.exclude)
  return {
    uri: source.uri,
    async *items(signal) {
      for await (const item of source.items(signal)) {
        if (isWanted(item.uri) && !isUnwanted(item.uri)) yield item
      }
    },
    open: (item) => source.open(item),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

function matcher(patterns: readonly string[]): (uri: string) => boolean {
  const tests = patterns.map((pattern) => picomatch(pattern, { dot: true, basename: !pattern.includes('/') }))
  return (uri) => tests.some((test) => test(uri))
}
