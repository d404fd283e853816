import type { DumpContext, Links } from '../../core/severity.ts'

/** What a stored score was worked out with: the context, and how the record is linked to a name. */
export function basisOf(context: DumpContext, by: readonly string[]): string {
  return by.length === 0 ? context : `${context}: ${by.join(', ')}`
}

/** The links that a basis names. */
export function linksOf(by: readonly string[]): Links {
  return { resolvesToName: by.length > 0, by }
}
