/** How much of the truth a store holds. Each `…Right` or `…Found` is out of the `…Total` beside it. */
export interface Comparison {
  readonly recordsFound: number
  readonly recordsTotal: number
  readonly kindsRight: number
  readonly kindsTotal: number
  readonly mediaRight: number
  readonly mediaTotal: number
  readonly mediaTypesRight: number
  readonly mediaTypesTotal: number
  readonly languagesRight: number
  readonly languagesTotal: number
  /** An honest coverage with a fitting cause. */
  readonly coverageRight: number
  readonly coverageTotal: number
  readonly flagsFound: number
  readonly flagsTotal: number
  readonly duplicatesFound: number
  readonly duplicatesTotal: number
  readonly entitiesFound: number
  readonly entitiesTotal: number
  readonly entitiesByType: Readonly<Record<string, { readonly found: number; readonly total: number }>>
  /** By name; by value too where the store holds it in clear. */
  readonly fieldsFound: number
  readonly fieldsTotal: number
  readonly metadataFound: number
  readonly metadataTotal: number
  /** One line for each miss: path, fact, what was wanted and what was there. */
  readonly misses: readonly string[]
}

/** What is counted. */
export type Counter =
  | 'records'
  | 'kinds'
  | 'media'
  | 'mediaTypes'
  | 'languages'
  | 'coverage'
  | 'flags'
  | 'duplicates'
  | 'entities'
  | 'fields'
  | 'metadata'

/** Counts right and wrong facts, and keeps a line for each wrong one. */
export function makeTally() {
  const counts = new Map<Counter, { right: number; total: number }>()
  const types = new Map<string, { found: number; total: number }>()
  const misses: string[] = []
  const of = (name: Counter) => counts.get(name) ?? { right: 0, total: 0 }
  return {
    count(name: Counter, isRight: boolean, miss: () => string) {
      const { right, total } = of(name)
      counts.set(name, { right: right + (isRight ? 1 : 0), total: total + 1 })
      if (!isRight) misses.push(miss())
    },
    miss(name: Counter, times: number) {
      const { right, total } = of(name)
      counts.set(name, { right, total: total + times })
    },
    countType(entity: string, isFound: boolean) {
      const { found, total } = types.get(entity) ?? { found: 0, total: 0 }
      types.set(entity, { found: found + (isFound ? 1 : 0), total: total + 1 })
    },
    done(): Comparison {
      return {
        recordsFound: of('records').right,
        recordsTotal: of('records').total,
        kindsRight: of('kinds').right,
        kindsTotal: of('kinds').total,
        mediaRight: of('media').right,
        mediaTotal: of('media').total,
        mediaTypesRight: of('mediaTypes').right,
        mediaTypesTotal: of('mediaTypes').total,
        languagesRight: of('languages').right,
        languagesTotal: of('languages').total,
        coverageRight: of('coverage').right,
        coverageTotal: of('coverage').total,
        flagsFound: of('flags').right,
        flagsTotal: of('flags').total,
        duplicatesFound: of('duplicates').right,
        duplicatesTotal: of('duplicates').total,
        entitiesFound: of('entities').right,
        entitiesTotal: of('entities').total,
        entitiesByType: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))),
        fieldsFound: of('fields').right,
        fieldsTotal: of('fields').total,
        metadataFound: of('metadata').right,
        metadataTotal: of('metadata').total,
        misses,
      }
    },
  }
}

/** What {@link makeTally} gives. */
export type Tally = ReturnType<typeof makeTally>
